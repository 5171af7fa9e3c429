import Journal
import Reporting

extension HTMLWriter {
  /// Rules in sections by direction: share, counts, what is undetermined, the way over the checks made.
  mutating func writeMetrics(of dashboard: Dashboard) {
    start("section", ["aria-labelledby": "metrics"])
    element("h2", ["id": "metrics"], text: "Показатели")
    newline()
    start("div", ["class": "wide headed", "role": "region", "aria-label": "Показатели проверки", "tabindex": "0"])
    start("table", ["class": "metrics"])
    element("caption", text: "Доля — соблюдено из случаев, по которым вывод сделан; остальные стоят в «Не определено».")
    start("thead")
    start("tr")
    let heads = [
      "Что должно быть", "Пункт", "Соблюдено", "из скольких", "Доля", "Не определено", "Было и стало", "Изменение",
      "Замечаний",
    ]
    for head in heads { element("th", ["scope": "col"], text: head) }
    end()
    end()
    newline()
    start("tbody")
    if dashboard.metrics.isEmpty {
      start("tr", ["class": "empty"])
      element("td", ["colspan": String(heads.count)], text: "Показателей нет")
      end()
    }
    var direction: String?
    for metric in dashboard.metrics {
      if metric.direction != direction {
        direction = metric.direction
        newline()
        start("tr", ["class": "group"])
        element("th", ["scope": "rowgroup", "colspan": String(heads.count)], text: metric.direction)
        end()
      }
      newline()
      write(metric, of: dashboard)
    }
    end()
    end()
    end()
    newline()
    end()
    newline()
  }

  private mutating func write(_ metric: Dashboard.Metric, of dashboard: Dashboard) {
    start("tr")
    start("th", ["scope": "row"])
    text(metric.demand)
    if !metric.norms.isEmpty { element("small", text: "Норма: \(metric.norms)") }
    end()
    element("td", text: metric.clause)
    if let reason = metric.reason {
      element("td", ["colspan": "6"], text: "не применяется: \(reason)")
    } else {
      number(.integer(metric.kept))
      number(.integer(metric.judged))
      number(metric.share)
      start("td", ["class": "left"])
      text(Value.integer(metric.undetermined).plainText)
      if !metric.undeterminedReasons.isEmpty { element("small", text: metric.undeterminedReasons) }
      end()
      start("td")
      writeTrend(metric, dashboard.checks)
      end()
      number(metric.change, sign: true)
    }
    start("td", ["class": "right"])
    if metric.open > 0 {
      start("a", ["href": "#findings", "data-rule": metric.rule])
      text(String(metric.open))
      element("span", ["class": "unseen"], text: " — показать эти замечания")
      end()
    } else {
      text("0")
    }
    end()
    end()
  }

  private mutating func number(_ value: Value, sign: Bool = false) {
    var text = value.plainText
    if sign, case .points(let tenths) = value {
      text = (tenths > 0 ? "+" : "") + text.replacingMinus + "\u{a0}п.\u{a0}п."
    }
    element("td", ["class": "right"], text: text)
  }

  /// A line of the shares over the checks, each told in its description; nothing with fewer than two.
  private mutating func writeTrend(_ metric: Dashboard.Metric, _ checks: [CivilDate]) {
    let told = zip(checks, metric.history).filter { $0.1.hundredths != nil }
    guard told.count > 1, let drawing = ChartDrawing(spark: metric.history) else { return text("—") }
    let shares = told.suffix(12).map { "\($0.0.russian) — \($0.1.plainText)" }.joined(separator: ", ")
    write(drawing, title: "Доля по проверкам: \(metric.demand)", description: shares, isSmall: true)
  }
}

extension String {
  fileprivate var replacingMinus: String { hasPrefix("-") ? "−" + dropFirst() : self }
}
