/// Small groups in what leaves the school (П 3.5): a count from 1 to 4 points at people. It is not told, and neither is what
/// it could be worked out from: its complement and the share. Counts of lessons, weeks and papers point at nobody.
enum SmallGroupSQL {
  /// The least count that is told.
  static let least = 5

  /// Rules whose units are no people and nobody's marks. Any other rule, a school's own too, counts people.
  private static let rulesOfThings = [
    "lesson-not-entered", "lesson-entered-late", "lesson-without-topic", "lesson-without-homework",
    "programme-behind-plan", "safety-briefing-missing", "class-hour-incomplete", "attendance-not-recorded",
    "timetable-not-posted", "class-list-not-verified", "document-missing", "control-too-rare",
    "paper-journal-disagrees", "waiver-expired",
  ]

  /// 1 where the part, the rest or the whole is too small to be told, of the rule that `rule` names.
  static func isSmall(_ part: String, _ whole: String) -> String {
    let things = rulesOfThings.map { "'\($0)'" }.joined(separator: ", ")
    let rest = "\(whole) - \(part)"
    let parts = [part, rest, whole].map { "(\($0)) BETWEEN 1 AND \(least - 1)" }
    return "CASE WHEN rule IN (\(things)) THEN 0 WHEN \(parts.joined(separator: " OR ")) THEN 1 ELSE 0 END"
  }

  /// Five columns: whole, part and rest, each a count or what stands for it, and the share's two, null where it is hidden and
  /// where more cases are undetermined than determined (`isTelling` is 0): a share of the remainder tells nothing.
  static func cells(_ part: String, _ whole: String, isTelling: String) -> String {
    let isSmall = isSmall(part, whole)
    func told(_ count: String) -> String {
      """
      CASE WHEN \(isSmall) = 0 THEN \(count) WHEN (\(count)) BETWEEN 1 AND \(least - 1) THEN 'менее \(least)'
        ELSE 'скрыто' END
      """
    }
    return """
      CASE WHEN \(isSmall) = 1 AND \(whole) BETWEEN 1 AND \(least - 1) THEN 'менее \(least)' ELSE \(whole) END,
      \(told(part)), \(told("\(whole) - \(part)")),
      CASE WHEN \(isSmall) = 0 AND \(isTelling) = 1 THEN \(part) END,
      CASE WHEN \(isSmall) = 0 AND \(isTelling) = 1 THEN \(whole) END
      """
  }
}
