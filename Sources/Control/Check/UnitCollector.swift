import Journal
import JournalStore

/// Counts the units of one check: totals, groups, reasons, and the list of those somebody will read about.
final class UnitCollector {
  private let names: NameBook
  private let request: CheckRequest
  private let filter: UnitFilter
  private let hints: TrackingHints
  /// The first is what was asked for; the others are what a registered check keeps for trends.
  private let groupings: [Set<Scope>]
  private static let kept: [Set<Scope>] = [[.studyClass, .subject], [.teacher]]

  private(set) var collected = CollectedUnits()
  typealias GroupKey = CollectedUnits.GroupKey

  init(_ names: NameBook, request: CheckRequest, filter: UnitFilter, hints: TrackingHints) {
    self.names = names
    self.hints = hints
    self.request = request
    self.filter = filter
    groupings = [Set(request.by)] + (request.isFiltered ? [] : Self.kept)
  }

  /// Runs one rule. Units that the follow-up may track are set aside for it.
  func collect(_ rule: Rule, position: Int, runner: RuleRunner) throws -> RuleOutcome {
    var counts = UnitCounts()
    var reasons: [Int64: Int] = [:]
    var brokenPupils = IDSet()
    var determinedPupils = IDSet()
    var kept = KeptUnits()
    let isTracked = hints.tracks(rule)
    let isRead = { (unit: JudgedUnit) in
      unit.verdict == .broken || (isTracked && self.hints.mayTrack(unit, rule))
    }
    try runner.run(rule, singly: isTracked, evidenceOf: isRead) { unit in
      if unit.verdict == .kept, unit.account == nil, unit.otherTeacherSets.isEmpty {
        guard try kept.count(unit, where: { try filter.passes($0, names) }) else { return }
      } else {
        guard try filter.passes(unit, names) else { return }
        counts.count(unit.verdict, unit.count)
        try addToScopes(unit, rule: position)
      }
      switch unit.verdict {
      case .kept: break
      case .broken, .waived:
        collected.findings.append(try names.finding(unit, rule: rule, window: request.window))
      case .undetermined:
        reasons[unit.reason, default: 0] += 1
        if request.listsUndetermined { collected.undetermined.append(try undetermined(unit, rule)) }
        if rule.reasons.contains(where: { $0.code == unit.reason && $0.awaitsDeadline }) {
          collected.pending.append((unit, rule))
        }
      }
      if rule.peopleLabel != nil, let pupil = unit.pupil, unit.verdict != .undetermined {
        let shown = try names.pupils.shown(pupil)
        determinedPupils.insert(shown)
        if unit.verdict == .broken { brokenPupils.insert(shown) }
      }
      if isTracked, hints.mayTrack(unit, rule) { collected.tracked.append((unit, rule)) }
    }
    for unit in kept.units {
      counts.count(.kept, unit.count)
      try addToScopes(unit, rule: position)
    }
    return RuleOutcome(
      rule: rule, norms: [], counts: counts, reason: nil, undeterminedReasons: try told(reasons, rule),
      people: rule.peopleLabel.map { ($0, brokenPupils.count, determinedPupils.count) })
  }

  /// Takes over what another collector counted of other rules.
  func add(_ other: CollectedUnits) { collected.add(other) }

  private func undetermined(_ unit: JudgedUnit, _ rule: Rule) throws -> UndeterminedUnit {
    UndeterminedUnit(
      key: try names.key(of: unit, rule: rule), rule: rule.id, reason: try rule.text(ofReason: unit.reason),
      place: try names.place(of: unit))
  }

  private func told(_ reasons: [Int64: Int], _ rule: Rule) throws -> [(text: String, count: Int)] {
    try reasons.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
      .map { (try rule.text(ofReason: $0.key), $0.value) }
  }

  // MARK: Groups

  private func addToScopes(_ unit: JudgedUnit, rule: Int) throws {
    collected.judged.see(unit)
    if unit.account != nil {
      collected.judged.see(classes: try names.classes(of: unit).filter { filter.passes(studyClass: $0) })
    }
    for index in groupings.indices where !groupings[index].isEmpty {
      try addToGroups(unit, grouping: index, rule: rule)
    }
  }

  private func addToGroups(_ unit: JudgedUnit, grouping: Int, rule: Int) throws {
    let by = groupings[grouping]
    var key = GroupKey(grouping: grouping, rule: rule)
    if by.contains(.subject) { key.subject = try shown(unit.subject, names.subjects) }
    if by.contains(.period) { key.period = unit.period }
    guard by.contains(.studyClass) else { return try addToGroups(unit, key) }
    guard unit.account != nil else {
      key.studyClass = try shown(unit.studyClass, names.classes)
      return try addToGroups(unit, key)
    }
    let classes = Set(
      try names.classes(of: unit).filter { filter.passes(studyClass: $0) }.map { try shown($0, names.classes) })
    if classes.isEmpty { try addToGroups(unit, key) }
    for studyClass in classes {
      key.studyClass = studyClass
      try addToGroups(unit, key)
    }
  }

  private func addToGroups(_ unit: JudgedUnit, _ key: GroupKey) throws {
    var key = key
    guard groupings[key.grouping].contains(.teacher) else {
      collected.groups[key, default: UnitCounts()].count(unit.verdict, unit.count)
      return
    }
    let teachers = try names.teachers(of: unit).filter { filter.passes(teacher: $0) }
    if teachers.isEmpty { collected.groups[key, default: UnitCounts()].count(unit.verdict, unit.count) }
    for teacher in teachers {
      key.teacher = teacher
      collected.groups[key, default: UnitCounts()].count(unit.verdict, unit.count)
    }
  }

  private func shown(_ id: Int64?, _ table: NameTable) throws -> Int64? { try id.map { try table.shown($0) } }

  /// What a registered check keeps, in total order: classes with subjects, then teachers.
  func keptScopes(rules: [Rule]) -> [KeptScope] {
    var scopes: [KeptScope] = []
    for (key, counts) in collected.groups where key.grouping > 0 {
      scopes.append(
        KeptScope(
          rule: rules[key.rule].id, studyClass: key.studyClass ?? 0, subject: key.subject ?? 0,
          teacher: key.teacher ?? 0, counts: counts))
    }
    return scopes.filter { $0.studyClass + $0.subject + $0.teacher > 0 }.sorted()
  }

  /// The groups in total order.
  func sortedGroups(rules: [Rule], school: ScopeGroup.Name) throws -> [ScopeGroup] {
    let by = groupings[0]
    func named(_ id: Int64?, _ table: NameTable) throws -> (
      order: String, name: ScopeGroup.Name?
    ) {
      guard let id else { return ("", nil) }
      let entry = try table.entry(id)
      // Ids settle what names leave equal.
      return (
        "\(entry.order)\u{1}\(entry.name)\u{1}\(entry.key)", ScopeGroup.Name(name: entry.name, sourceID: entry.key)
      )
    }
    return try collected.groups.filter { $0.key.grouping == 0 }.map { key, counts in
      let studyClass = try named(key.studyClass, names.classes)
      let subject = try named(key.subject, names.subjects)
      let teacher = try named(key.teacher, names.teachers)
      let period = try named(key.period, names.periods)
      let group = ScopeGroup(
        school: by.contains(.school) ? school : nil, studyClass: studyClass.name, subject: subject.name,
        teacher: teacher.name, period: period.name, rule: rules[key.rule].id, counts: counts)
      return (order: [studyClass.order, subject.order, teacher.order, period.order], rule: key.rule, group: group)
    }
    .sorted { $0.order == $1.order ? $0.rule < $1.rule : $0.order.lexicographicallyPrecedes($1.order) }
    .map(\.group)
  }
}

extension Rule {
  func text(ofReason code: Int64) throws(ControlError) -> String {
    if code == UndeterminedReason.ambiguousPupil.code { return UndeterminedReason.ambiguousPupil.text }
    guard let reason = reasons.first(where: { $0.code == code }) else {
      guard file == nil else { throw ownFault("запрос называет причину \(code), которой нет в reasons.") }
      throw ControlError(
        .rule, "Правило «\(id)» называет неизвестную причину \(code).", hint: "Сообщите разработчикам это сообщение.")
    }
    return reason.text
  }
}
