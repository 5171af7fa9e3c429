import Journal
import JournalStore

/// Marks over the registered checks: at each check, those of its window's lessons that were certainly there on its evening.
public struct MarkTrend: Sendable, Hashable {
  public struct Point: Sendable, Hashable {
    public var check: RegisteredCheck
    public var marks: MarkStatistics
    /// Grades that may have been entered by that evening, or later: in no figure.
    public var uncertain: Int
  }

  /// There is no «н/а» among current marks, so both formulas of СОУ are this one.
  public static let sou = SOUFormula.gradesOnly

  /// One a registered check, oldest as-of first.
  public var points: [Point]
}

extension Control {
  /// The marks of the school or of a part of it. Grade 1 and ungraded subjects are outside. Throws `ControlError` (usage) for an
  /// unknown class, subject or teacher. The marks are read anew, so what was imported since shows.
  public static func markTrend(
    _ store: JournalStore, scope: TrendScope = TrendScope(), settings: ControlSettings = ControlSettings()
  ) throws -> MarkTrend {
    try store.database.reading {
      let reader = try MarkTrendReader(store.database, scope)
      return MarkTrend(
        points: try registeredChecks(store).map { check in
          let window = CheckWindow(asOf: check.asOf, from: check.from, to: check.to)
          try SettingTables(store.database, settings: settings, asOf: check.asOf).make()
          let (marks, uncertain) = try reader.marks(window)
          return MarkTrend.Point(check: check, marks: marks, uncertain: uncertain)
        })
    }
  }
}

private struct MarkTrendReader {
  let database: Database
  let scale: MarkScale
  private let condition: String

  init(_ database: Database, _ scope: TrendScope) throws {
    self.database = database
    scale = try MarkScale.ofSchool(database)
    let search = NameSearch(names: NameBook(database))
    var conditions: [String] = []
    func list(_ ids: [Int64]) -> String { ids.map(String.init).joined(separator: ", ") }
    if let name = scope.studyClass { conditions.append("l.study_class IN (\(list(try search.classes(name))))") }
    if let name = scope.subject { conditions.append("l.subject IN (\(list(try search.subjects(name))))") }
    if let name = scope.teacher {
      conditions.append(
        "l.teacher_set IN (SELECT t.teacher_set FROM teacher_set_member t WHERE t.teacher IN (\(list(try search.teacher(name)))))"
      )
    }
    condition = conditions.map { " AND \($0)" }.joined()
  }

  func marks(_ window: CheckWindow) throws -> (MarkStatistics, uncertain: Int) {
    let statement = try database.prepare(
      """
      SELECT m.grade, CASE WHEN \(RuleSQL.exists("m")) THEN 1 ELSE 0 END AS is_certain, count(*)
      FROM lesson l JOIN study_class c ON c.id = l.study_class CROSS JOIN mark m
      WHERE l.held_on BETWEEN :from AND :to AND \(RuleSQL.isShown("l")) AND c.grade <> 1
        AND NOT \(RuleSQL.isUngraded(subject: "l.subject", studyClass: "l.study_class"))\(condition)
        AND m.lesson = l.id AND m.grade IS NOT NULL AND \(RuleSQL.mayExist("m"))
      GROUP BY m.grade, is_certain ORDER BY m.grade, is_certain
      """)
    try statement.bind(window.parameters)
    var marks = MarkStatistics()
    var uncertain = 0
    while try statement.step() {
      let count = Int(statement.integer(2))
      if statement.integer(1) == 1 {
        marks.add(grade: Int(statement.integer(0)), scale: scale, times: count)
      } else {
        uncertain += count
      }
    }
    return (marks, uncertain)
  }
}
