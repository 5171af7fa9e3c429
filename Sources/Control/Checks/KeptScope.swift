/// A rule's counts in a part of the school, as a registered check keeps them: in a class's subject, or of a teacher. Row ids; 0
/// where a unit has no such thing.
struct KeptScope: Sendable, Comparable {
  var rule: String
  var studyClass: Int64
  var subject: Int64
  var teacher: Int64
  var counts: UnitCounts

  static func < (a: KeptScope, b: KeptScope) -> Bool {
    (a.rule, a.studyClass, a.subject, a.teacher) < (b.rule, b.studyClass, b.subject, b.teacher)
  }
}
