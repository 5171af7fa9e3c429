import Journal

/// One class's reporting period, or its year: whatever rows different sources have of the class and of the period.
struct AnalysisSlot {
  var id = 0
  /// As it is shown.
  var studyClass: Int64
  var grade: Int
  /// All its rows of all sources.
  var rows: Set<Int64>
  /// Whose final marks are its results.
  var periods: Set<Int64>
  /// Whose lessons tell the pupils' subjects: its own, or of a year those of its parts.
  var parts: Set<Int64>
  var name: String
  var kind: PeriodKind
  /// «2» of «2 четверть», 0 where the name has none.
  var number: Int
  var from: CivilDate
  var to: CivilDate
  var countedOn: CivilDate
  /// Lessons and days are counted for it too.
  var withAttendance = true

  var period: AnalysedPeriod {
    AnalysedPeriod(name: name, kind: kind, from: from, to: to, countedOn: countedOn)
  }

  var isReporting: Bool { kind < .year }

  /// The class's order of periods: «1 четверть», «2 четверть»; the year after its parts.
  static func precedes(_ a: AnalysisSlot, _ b: AnalysisSlot) -> Bool {
    func place(_ slot: AnalysisSlot) -> (Int, Int, CivilDate, Int, String) {
      (slot.isReporting ? 0 : slot.kind.rawValue, slot.number, slot.from, slot.kind.rawValue, slot.name)
    }
    return place(a) < place(b)
  }

  /// Whether a person means it by a text: its name, or the same kind and number in other words.
  func isMeant(by text: String) -> Bool {
    PeriodKind.isMeant(by: text, kind: kind, name: name)
  }
}
