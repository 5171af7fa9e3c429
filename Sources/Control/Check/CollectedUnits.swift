/// What the units of some of a check's rules came to.
struct CollectedUnits: Sendable {
  struct GroupKey: Hashable {
    var grouping: Int
    var rule: Int
    var studyClass: Int64?
    var subject: Int64?
    var teacher: Int64?
    var period: Int64?
  }

  var findings: [Finding] = []
  var undetermined: [UndeterminedUnit] = []
  var pending: [(unit: JudgedUnit, rule: Rule)] = []
  /// Those that the follow-up may track.
  var tracked: [(unit: JudgedUnit, rule: Rule)] = []
  var judged = JudgedScope()
  var groups: [GroupKey: UnitCounts] = [:]

  /// Adds those of other rules.
  mutating func add(_ other: CollectedUnits) {
    findings += other.findings
    undetermined += other.undetermined
    pending += other.pending
    tracked += other.tracked
    judged.add(other.judged)
    groups.merge(other.groups) { $0 + $1 }
  }
}
