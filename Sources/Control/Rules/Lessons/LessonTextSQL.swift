import Journal

/// What the rules about a lesson's topic and homework share: one look at each lesson's versions, with `t` an outer-joined
/// `lesson_text`, grouped by the lesson.
enum LessonTextSQL {
  /// NULL: none; 1: one that may be there, 2: filler, 3: more than filler.
  static let state = """
    max(CASE WHEN t.lesson IS NULL THEN NULL WHEN NOT \(RuleSQL.exists("t")) THEN 1 WHEN t.is_filler = 1 THEN 2 ELSE 3 END)
    """

  /// The earliest moment of what is more than filler.
  static let properFrom = "min(CASE WHEN t.is_filler = 0 AND \(RuleSQL.exists("t")) THEN t.entered_from END)"

  static func mayBe(_ kind: FactKind, of u: String) -> String {
    "t.lesson = \(u).lesson AND t.kind = \(kind.rawValue) AND \(RuleSQL.mayExist("t"))"
  }
}
