extension FaultLedger {
  /// What a check of these days at this as-of must find, rule by rule; a rule whose truth is not known then is absent.
  func truth(asOf: Day, window: ClosedRange<Day>) -> [(rule: Rule, units: [Unit])] {
    rules.filter { asOf >= end || !$0.isKnownAtTheEndOnly }.map { rule in
      let units = entries.filter { entry in
        entry.rule == rule && entry.brokenFrom <= asOf && entry.mended.map { asOf < $0 } ?? true
          && entry.days.contains { window.contains($0) && $0 <= asOf }
      }
      return (rule, units.map(\.unit).sorted { $0.sortKey.lexicographicallyPrecedes($1.sortKey) })
    }
  }

  /// `{"rule-id": {"broken": n, "units": [{"class_id": …}]}}`, rules and units in order.
  public func json(asOf: Day, from: Day, to: Day) -> String {
    let rules = truth(asOf: asOf, window: from...to).map { rule, units in
      let list = units.map { "      \($0.json)" }.joined(separator: ",\n")
      let body = units.isEmpty ? "[]" : "[\n\(list)\n    ]"
      return "  \"\(rule.rawValue)\": {\n    \"broken\": \(units.count),\n    \"units\": \(body)\n  }"
    }
    return "{\n\(rules.joined(separator: ",\n"))\n}\n"
  }

  /// The number of broken units of a rule at the end of the plan, over its whole span.
  public func count(_ rule: Rule) -> Int {
    truth(asOf: end, window: Day(number: 0)...end).first { $0.rule == rule }?.units.count ?? 0
  }
}

extension FaultLedger.Unit {
  fileprivate var sortKey: [Int] {
    [date?.number, schoolClass, lesson, subject, period, pupil, work, mark, teachers.first].map { $0 ?? 0 }
  }

  fileprivate var json: String {
    var fields: [String] = []
    func add(_ name: String, _ prefix: UInt8, _ id: Int?) {
      if let id { fields.append("\"\(name)\": \"\(TableID.text(prefix, id))\"") }
    }
    add("class_id", TableID.schoolClass, schoolClass)
    add("subject_id", TableID.subject, subject)
    if !teachers.isEmpty {
      let ids = teachers.map { "\"\(TableID.text(TableID.teacher, $0))\"" }
      fields.append("\"teacher_ids\": [\(ids.joined(separator: ", "))]")
    }
    add("period_id", TableID.period, period)
    if let date { fields.append("\"date\": \"\(date)\"") }
    add("lesson_id", TableID.lesson, lesson)
    add("pupil_id", TableID.pupil, pupil)
    add("work_id", TableID.work, work)
    add("mark_id", TableID.mark, mark)
    return "{\(fields.joined(separator: ", "))}"
  }
}
