import Journal
import Reporting

extension HTMLWriter {
  mutating func writeHead(of dashboard: Dashboard) {
    start("header", ["class": "top"])
    newline()
    if !dashboard.organisation.isEmpty { element("p", ["class": "organisation"], text: dashboard.organisation) }
    element("h1", text: dashboard.title)
    start("p")
    text("Период контроля ")
    write(dashboard.from)
    text(" — ")
    write(dashboard.to)
    if let previous = dashboard.previous {
      text("; сравнено с проверкой на ")
      write(previous)
    } else {
      text("; сравнивать не с чем: прошлой проверки нет")
    }
    if let scope = dashboard.scope { text(". Показана часть проверки: \(scope)") }
    text(".")
    end()
    newline()
    start("nav", ["aria-label": "Разделы"])
    for (id, title) in [("metrics", "Показатели"), ("charts", "Рисунки"), ("findings", "Замечания")] {
      element("a", ["href": "#\(id)"], text: title)
      text(" ")
    }
    end()
    newline()
    start("dl", ["class": "figures"])
    var figures: [(title: String, count: Int)] = [
      ("Действующих замечаний", dashboard.count(.new, .repeated, .known)),
      ("из них за дни до периода", dashboard.carriedCount), ("впервые", dashboard.count(.new)),
      ("повторно", dashboard.count(.repeated)), ("исправить нельзя", dashboard.count(.known)),
      ("Устранено", dashboard.count(.putRight, .putRightLate)),
    ]
    if dashboard.count(.waived) > 0 { figures.append(("Принято школой", dashboard.count(.waived))) }
    if dashboard.count(.gone) > 0 { figures.append(("Запись исчезла", dashboard.count(.gone))) }
    figures.append(("Не определено случаев", dashboard.metrics.reduce(0) { $0 + $1.undetermined }))
    for figure in figures {
      start("div")
      element("dt", text: figure.title)
      element("dd", text: Value.integer(figure.count).plainText)
      end()
    }
    end()
    newline()
    end()
    newline()
  }

  mutating func writeCharts(of dashboard: Dashboard) {
    start("section", ["aria-labelledby": "charts"])
    element("h2", ["id": "charts"], text: "Рисунки")
    newline()
    if dashboard.charts.isEmpty { element("p", text: "Рисовать нечего: проверенных случаев нет.") }
    for chart in dashboard.charts {
      write(chart, .landscape)
      newline()
    }
    end()
    newline()
  }
}
