import Journal
import Reporting

extension HTMLWriter {
  /// All findings, with the controls that the script shows.
  mutating func writeFindings(of dashboard: Dashboard) {
    start("section", ["aria-labelledby": "findings"])
    element("h2", ["id": "findings"], text: "Замечания")
    newline()
    writeControls(dashboard.findings)
    start("p", ["id": "count", "role": "status", "aria-live": "polite"])
    text("Показано: \(dashboard.findings.count) из \(dashboard.findings.count)")
    end()
    newline()
    start("div", ["class": "wide", "role": "region", "aria-label": "Замечания проверки", "tabindex": "0"])
    start("table", ["id": "list", "class": "findings"])
    element(
      "caption",
      text: dashboard.hidesEvidence
        ? "Имена обучающихся скрыты, поэтому доказательства замечаний не показаны."
        : "Каждое замечание открывается до ячеек выгрузок, на которых оно держится.")
    start("thead")
    start("tr")
    for (key, title) in DashboardColumn.all { element("th", ["scope": "col", "data-key": key], text: title) }
    end()
    end()
    newline()
    start("tbody")
    if dashboard.findings.isEmpty {
      start("tr", ["class": "empty"])
      element("td", ["colspan": String(DashboardColumn.all.count)], text: "Замечаний нет")
      end()
    }
    for (index, finding) in dashboard.findings.enumerated() {
      newline()
      write(finding, number: index + 1, hidesEvidence: dashboard.hidesEvidence)
    }
    end()
    end()
    end()
    newline()
    element(
      "p", ["class": "foot"],
      text: "Панель составлена программой Завуч \(dashboard.programVersion). Контрольная сумма исходных данных: "
        + "\(dashboard.inputsDigest).")
    end()
    newline()
  }

  private mutating func write(_ finding: DashboardFinding, number: Int, hidesEvidence: Bool) {
    start(
      "tr",
      [
        "data-teacher": finding.teachers.joined(separator: "|"), "data-class": finding.className,
        "data-order": String(finding.classOrder), "data-subject": finding.subject, "data-rule": finding.rule,
        "data-severity": finding.severity.rawValue, "data-state": finding.state.rawValue,
      ])
    element("th", ["scope": "row", "class": "right"], text: String(number))
    element("td", text: finding.className)
    element("td", text: finding.subject)
    element("td", text: finding.teachers.joined(separator: ", "))
    start("td")
    if let day = finding.day { write(day) }
    end()
    start("td", ["class": "told"])
    start("details")
    start("summary")
    text(finding.sentence)
    end()
    writeDetails(finding, hidesEvidence)
    end()
    end()
    element("td", text: finding.title + (finding.severity == .fault ? "" : " (\(finding.severity.russian))"))
    element(
      "td", ["class": "state"],
      text: finding.state.russian + (finding.state == .repeated ? ", \(finding.times)-й раз" : ""))
    start("td")
    if let mendBy = finding.mendBy { write(mendBy) }
    end()
    end()
  }

  private mutating func writeDetails(_ finding: DashboardFinding, _ hidesEvidence: Bool) {
    if !finding.mend.isEmpty {
      start("p")
      element("strong", text: "Что сделать: ")
      text(finding.mend)
      if let mendBy = finding.mendBy {
        text(" Срок: до ")
        write(mendBy)
        text(".")
      }
      end()
    }
    if let waiver = finding.waiver { element("p", text: "Принято школой: \(waiver)") }
    guard !hidesEvidence else { return }
    guard let evidence = finding.evidence else {
      element("p", text: "Открыть нечего: на контрольную дату это уже не нарушение.")
      return element("p", ["class": "key"], text: finding.key)
    }
    for norm in evidence.norms { element("p", text: "Норма: \(norm)") }
    if !evidence.facts.isEmpty {
      element("p", text: "На чём держится:")
      start("ul")
      for fact in evidence.facts {
        start("li")
        text(fact.title + (fact.value.isEmpty ? "" : ": «\(fact.value)»"))
        if let raw = fact.raw { text(" (в ячейке «\(raw)»)") }
        element("small", text: fact.place + (fact.note.isEmpty ? "" : "; \(fact.note)"))
        end()
      }
      if evidence.omitted > 0 {
        element("li", text: "и ещё \(evidence.omitted): zavuch findings --explain \(finding.key)")
      }
      end()
    }
    for missing in evidence.missing {
      element("p", text: "Нет: \(missing.what). Где искали:")
      start("ul")
      for place in missing.searched { element("li", text: place) }
      end()
    }
    element("p", ["class": "key"], text: finding.key)
  }

  // MARK: Controls

  /// Hidden: without the script they would do nothing.
  private mutating func writeControls(_ findings: [DashboardFinding]) {
    start("form", ["id": "controls", "hidden": "hidden", "role": "search", "aria-label": "Отбор замечаний"])
    newline()
    let classes = Set(findings.map { DashboardOption($0.className, order: $0.classOrder) })
    select("teacher", "Учитель", Set(findings.flatMap(\.teachers).map { DashboardOption($0) }))
    select("class", "Класс", classes)
    select("subject", "Предмет", Set(findings.map { DashboardOption($0.subject) }))
    select("rule", "Показатель", Set(findings.map { DashboardOption($0.rule, title: $0.title) }))
    select(
      "severity", "Вид",
      Set(
        findings.map { finding in
          DashboardOption(
            finding.severity.rawValue, title: finding.severity.russian,
            order: DashboardFinding.Severity.allCases.firstIndex(of: finding.severity) ?? 0)
        }))
    select(
      "state", "Состояние",
      Set(
        findings.map { finding in
          DashboardOption(
            finding.state.rawValue, title: finding.state.russian,
            order: DashboardFinding.State.allCases.firstIndex(of: finding.state) ?? 0)
        }))
    start("div")
    element("label", ["for": "q"], text: "Поиск по тексту")
    void("input", ["id": "q", "name": "q", "type": "search", "autocomplete": "off"])
    end()
    start("div", ["class": "buttons"])
    element("button", ["type": "reset"], text: "Показать все")
    end()
    newline()
    end()
    newline()
  }

  private mutating func select(_ name: String, _ title: String, _ options: Set<DashboardOption>) {
    start("div")
    element("label", ["for": name], text: title)
    start("select", ["id": name, "name": name])
    element("option", ["value": ""], text: "все")
    for option in options.filter({ !$0.value.isEmpty }).sorted() {
      element("option", ["value": option.value], text: option.title)
    }
    end()
    end()
    newline()
  }
}

private enum DashboardColumn {
  /// How the script names a column, and its title.
  static let all = [
    ("number", "№"), ("class", "Класс"), ("subject", "Предмет"), ("teacher", "Учитель"), ("day", "Дата"),
    ("sentence", "Замечание"), ("rule", "Показатель"), ("state", "Состояние"), ("mend", "Срок"),
  ]
}

private struct DashboardOption: Hashable, Comparable {
  var value: String
  var title: String
  var order: Int

  init(_ value: String, title: String? = nil, order: Int = 0) {
    self.value = value
    self.title = title ?? value
    self.order = order
  }

  static func < (a: DashboardOption, b: DashboardOption) -> Bool {
    (a.order, a.title, a.value) < (b.order, b.title, b.value)
  }
}
