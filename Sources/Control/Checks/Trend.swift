import Journal
import JournalStore

/// A rule's counts over the registered checks, for the school or a part of it.
public struct Trend: Sendable {
  public struct Point: Sendable, Hashable {
    public var check: RegisteredCheck
    /// Nil where the check did not have the rule, it was not applicable, or nothing of the part was judged.
    public var counts: UnitCounts?
  }

  public var rule: String
  public var demand: String
  /// One a registered check, oldest as-of first.
  public var points: [Point]
}

/// Which part of the school a trend tells of; nil is all. A teacher stands for all the teacher's lessons.
public struct TrendScope: Sendable, Hashable {
  public var studyClass: String?
  public var subject: String?
  public var teacher: String?

  public init(studyClass: String? = nil, subject: String? = nil, teacher: String? = nil) {
    self.studyClass = studyClass
    self.subject = subject
    self.teacher = teacher
  }
}

extension Control {
  /// One trend a rule, in the rules' order; rules that no check has are left out. Throws `ControlError` (usage) for an unknown
  /// rule, class, subject or teacher, and for a teacher of one class or subject, which checks do not keep.
  public static func trends(
    _ store: JournalStore, rules ids: [String]? = nil, scope: TrendScope = TrendScope(),
    book: RuleBook = .builtIn
  ) throws -> [Trend] {
    guard scope.teacher == nil || (scope.studyClass == nil && scope.subject == nil) else {
      throw ControlError(
        .usage, "Учителя по отдельному классу или предмету проверки не хранят.",
        hint: "Назовите либо учителя, либо класс и предмет.")
    }
    let checks = try registeredChecks(store)
    let counts = try TrendReader(database: store.database, scope: scope).counts()
    return try rules(ids, book).compactMap { rule in
      let points = checks.map { check in
        Trend.Point(check: check, counts: counts[TrendReader.Key(check: check.id, rule: rule.id)])
      }
      guard points.contains(where: { $0.counts != nil }) else { return nil }
      return Trend(rule: rule.id, demand: rule.demand, points: points)
    }
  }
}

private struct TrendReader {
  struct Key: Hashable {
    var check: Int64
    var rule: String
  }

  let database: Database
  let scope: TrendScope

  func counts() throws -> [Key: UnitCounts] {
    let search = NameSearch(names: NameBook(database))
    var conditions: [String] = []
    func add(_ column: String, _ ids: [Int64]) {
      conditions.append("\(column) IN (\(ids.map(String.init).joined(separator: ", ")))")
    }
    if let name = scope.studyClass { add("study_class", try search.classes(name)) }
    if let name = scope.subject { add("subject", try search.subjects(name)) }
    if let name = scope.teacher { add("teacher", try search.teacher(name)) }
    if scope.teacher == nil { conditions.append("teacher = 0") }
    let sql =
      scope == TrendScope()
      ? """
      SELECT registered_check, rule, kept, broken, undetermined, waived FROM check_rule
      WHERE reason IS NULL ORDER BY registered_check, position
      """
      : """
      SELECT registered_check, rule, sum(kept), sum(broken), sum(undetermined), sum(waived) FROM check_scope
      WHERE \(conditions.joined(separator: " AND ")) GROUP BY registered_check, rule ORDER BY registered_check, rule
      """
    let statement = try database.prepare(sql)
    var counts: [Key: UnitCounts] = [:]
    while try statement.step() {
      var found = UnitCounts()
      found.kept = Int(statement.integer(2))
      found.broken = Int(statement.integer(3))
      found.undetermined = Int(statement.integer(4))
      found.waived = Int(statement.integer(5))
      found.checked = found.kept + found.broken + found.undetermined + found.waived
      counts[Key(check: statement.integer(0), rule: statement.text(1))] = found
    }
    return counts
  }
}
