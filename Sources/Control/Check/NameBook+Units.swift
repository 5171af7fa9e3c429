import Journal

extension NameBook {
  /// The unit's business key: never a row id, never the window.
  func key(of unit: JudgedUnit, rule: Rule) throws -> String {
    let business =
      switch rule.unit {
      case .lesson: try unit.lesson.map { try lessonKey($0) }
      case .pupilPeriod:
        try [
          unit.pupil.map { try pupils.entry($0).key }, unit.subject.map { try subjects.entry($0).key },
          unit.period.map { try periods.entry($0).key },
        ].map { $0 ?? "" }.joined(separator: "/")
      case .pupilWork:
        try "\(unit.work.map { try work($0).key } ?? "")/\(unit.pupil.map { try pupils.entry($0).key } ?? "")"
      case .pupilDay:
        try "\(unit.pupil.map { try pupils.entry($0).key } ?? "")/\(CivilDate(days: Int32(unit.day ?? 0)))"
      case .pupil: try unit.pupil.map { try pupils.entry($0).key }
      case .teacher: try unit.teacher.map { try teachers.entry($0).key }
      case .account: try unit.account.map { try accounts.entry($0).key }
      case .mark:
        try "\(unit.lesson.map { try lessonKey($0) } ?? "")/\(pupilKey(unit))/\(unit.ordinal ?? 0)"
      case .pupilLesson: try "\(unit.lesson.map { try lessonKey($0) } ?? "")/\(pupilKey(unit))"
      case .classSubject: try "\(classKey(unit))/\(unit.subject.map { try subjects.entry($0).key } ?? "")"
      case .studyClass: try classKey(unit)
      case .classWeek: try "\(classKey(unit))/\(CivilDate(days: Int32(unit.day ?? 0)))"
      case .consent: try "\(pupilKey(unit))/\(ConsentKind(rawValue: unit.item ?? 0)?.key ?? "")"
      case .classHour: try unit.item.map { try itemText($0, "SELECT key FROM class_hour WHERE id = ?1") }
      case .document:
        try unit.item.map { try itemText($0, "SELECT key FROM setting_document WHERE document = ?1") }
      case .waiver: try unit.item.map(waiverKey)
      case .month: unit.item.map { "\($0 / 12)-\($0 % 12 < 9 ? "0" : "")\($0 % 12 + 1)" }
      }
    return "\(rule.id):\(business ?? "")"
  }

  /// What the waiver names and its first day; no two of a store share both.
  private func waiverKey(_ id: Int64) throws -> String {
    try itemText(
      id,
      """
      SELECT rule || '/' || coalesce(finding, coalesce(class, '') || '/' || coalesce(subject, '') || '/'
        || coalesce(teacher, '') || '/' || coalesce(pupil, '')) || '/' FROM waiver WHERE id = ?1
      """)
      + CivilDate(days: Int32(itemText(id, "SELECT from_day FROM waiver WHERE id = ?1")) ?? 0).description
  }

  private func pupilKey(_ unit: JudgedUnit) throws -> String {
    try unit.pupil.map { try pupils.entry($0).key } ?? ""
  }

  private func classKey(_ unit: JudgedUnit) throws -> String {
    try unit.studyClass.map { try classes.entry($0).key } ?? ""
  }

  func place(of unit: JudgedUnit) throws -> UnitPlace {
    func item(_ id: Int64?, _ table: NameTable) throws -> UnitPlace.Item? {
      try id.map {
        let entry = try table.entry($0)
        return UnitPlace.Item(id: entry.shown, name: entry.name)
      }
    }
    return UnitPlace(
      studyClass: try studyClass(of: unit), subject: try item(unit.subject, subjects),
      period: try item(unit.period, periods), day: unit.day.map { CivilDate(days: Int32($0)) }, lesson: unit.lesson,
      pupil: try item(unit.pupil, pupils), account: try item(unit.account, accounts), work: unit.work,
      teachers: try teachers(of: unit).map { UnitPlace.Item(id: $0, name: try teachers.entry($0).name) }
        .sorted { ($0.name, $0.id) < ($1.name, $1.id) },
      classOrder: try unit.studyClass.map { try classes.entry($0).order } ?? "")
  }

  /// An account's can be several: it is told in the first of them, which is named with the others.
  private func studyClass(of unit: JudgedUnit) throws -> UnitPlace.Item? {
    let all = try classes(of: unit).map { try classes.entry($0) }
    guard let first = all.first else { return nil }
    return UnitPlace.Item(id: first.shown, name: all.map(\.name).joined(separator: ", "))
  }

  /// A unit counts in each of them.
  func classes(of unit: JudgedUnit) throws -> [Int64] {
    if let account = unit.account { return try classes(ofAccount: account) }
    return unit.studyClass.map { [$0] } ?? []
  }

  func teachers(of unit: JudgedUnit) throws -> [Int64] {
    if let teacher = unit.teacher { return [try teachers.entry(teacher).shown] }
    if unit.otherTeacherSets.isEmpty { return try unit.teacherSet.map(teachers(ofSet:)) ?? [] }
    return Array(Set(try unit.teacherSets.flatMap { try teachers(ofSet: $0) })).sorted()
  }

  func facts(of unit: JudgedUnit, rule: Rule, window: CheckWindow) throws -> FindingFacts {
    FindingFacts(
      window: window, pupilName: try unit.pupil.map { try pupils.entry($0).name } ?? "",
      className: try studyClass(of: unit)?.name ?? "",
      subjectName: try unit.subject.map { try subjects.entry($0).name } ?? "",
      accountName: try unit.account.map { try accounts.entry($0).name } ?? "",
      teacherName: try unit.teacher.map { try teachers.entry($0).name } ?? "",
      periodName: try unit.period.map { try periods.entry($0).name } ?? "",
      workKind: try unit.work.map { try work($0).name } ?? "",
      itemName: try itemName(of: unit, rule: rule),
      day: unit.day.map { CivilDate(days: Int32($0)) }, evidence: unit.evidence)
  }

  private func itemName(of unit: JudgedUnit, rule: Rule) throws -> String {
    guard let item = unit.item else { return "" }
    switch rule.unit {
    case .document: return try itemText(item, "SELECT title FROM setting_document WHERE document = ?1")
    case .waiver: return try waivers().first { $0.id == item }?.title(in: .builtIn) ?? ""
    default: return ""
    }
  }

  func finding(_ unit: JudgedUnit, rule: Rule, window: CheckWindow) throws -> Finding {
    let facts = try facts(of: unit, rule: rule, window: window)
    let mend = unit.waiver == nil && rule.isMendable(unit) ? rule.mend(facts) : ""
    return Finding(
      key: try key(of: unit, rule: rule), rule: rule.id, state: .new, times: 1, isCarried: false,
      place: try place(of: unit), sentence: rule.sentence(facts), waiver: unit.waiver, mend: mend,
      mendBy: mend.isEmpty ? nil : window.asOf.advanced(by: Rule.daysToMend))
  }
}

extension Rule {
  /// From the as-of date; usual in the papers of deputy heads (DOMAIN 3.5).
  static let daysToMend = 7

  func isMendable(_ unit: JudgedUnit) -> Bool {
    canBeMended && unit.evidence["is_mendable"] != 0
  }
}
