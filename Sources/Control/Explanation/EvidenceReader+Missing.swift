import Journal
import JournalStore

extension EvidenceReader {
  /// Which of the facts that the rule looks for are not there, and where they were looked for.
  ///
  /// What a rule seeks within the window (logins, a teacher's entries) is missing even where the facts hold one: theirs
  /// lie outside it.
  func missing(_ rule: Rule, facts: [EvidenceFact], lessons: [Int64]) throws -> [MissingFact] {
    let isBoundToWindow = rule.unit.isBoundToWindow
    return try rule.seeks
      .filter { kind in isBoundToWindow || !facts.contains { $0.kind.factKind == kind && $0.isThere } }
      .map {
        MissingFact(
          what: $0.sought + (isBoundToWindow ? " за \(window.russian)" : ""),
          searched: try rule.unit == .account ? activityReports() : searched($0, lessons: lessons))
      }
  }

  /// All of them, in order of their making.
  private func activityReports() throws -> [String] {
    let statement = try prepare(
      """
      SELECT f.path, r.from_day, r.to_day, r.taken_at
      FROM activity_report r JOIN source_sheet s ON s.id = r.sheet JOIN source_file f ON f.id = s.file
      ORDER BY r.taken_at, r.from_day, f.path
      """, [])
    var searched: [String] = []
    while try statement.step() {
      let days = [1, 2].map { CivilDate(days: Int32(statement.integer($0))).russian }.joined(separator: "–")
      let taken = LocalMoment(seconds: statement.integer(3)).russian
      searched.append("отчёт об активности «\(statement.text(0))» за \(days), состояние на \(taken)")
    }
    return searched
  }

  /// The latest snapshot of that kind in each journal that should hold it.
  private func searched(_ kind: FactKind, lessons: [Int64]) throws -> [String] {
    let times: SourceCapabilities =
      switch kind {
      case .mark: .markTimes
      case .attendance: .attendanceTimes
      case .finalMark: .finalMarkTimes
      case .login: .logins
      default: .lessonTimes
      }
    let journals =
      kind == .login
      ? RuleSQL.says(.logins, "j")
      : "j.id IN (SELECT l.journal FROM lesson l WHERE l.id IN (\(lessons.map(String.init).joined(separator: ", "))))"
    let statement = try prepare(
      """
      SELECT j.key, CASE WHEN \(RuleSQL.says(times, "j")) THEN 1 ELSE 0 END, s.taken_at, f.path
      FROM journal j
        LEFT JOIN snapshot s ON s.journal = j.id AND s.kind = \(kind.rawValue) AND s.taken_at = (
          SELECT max(o.taken_at) FROM snapshot o WHERE o.journal = j.id AND o.kind = \(kind.rawValue))
        LEFT JOIN source_file f ON f.id = s.file
      WHERE \(journals) ORDER BY j.key, f.path
      """, [])
    var searched: [String] = []
    while try statement.step() {
      let snapshot =
        statement.optionalInteger(2).map {
          "выгрузка «\(statement.text(3))», состояние на \(LocalMoment(seconds: $0).russian)"
        }
        ?? "выгрузок с такими записями нет"
      let timed = statement.integer(1) == 1 ? "; источник хранит время внесения" : ""
      searched.append("журнал «\(statement.text(0))»: \(snapshot)\(timed)")
    }
    return searched
  }
}

extension FactKind {
  /// What is looked for, in words.
  fileprivate var sought: String {
    switch self {
    case .lesson: "Запись урока"
    case .topic: "Тема урока"
    case .homework: "Домашнее задание"
    case .mark: "Отметка"
    case .attendance: "Запись о посещаемости"
    case .finalMark: "Итоговая отметка"
    case .exemption: "Освобождение"
    case .login: "Вход в электронный дневник"
    case .work: "Работа"
    case .pupil: "Список учеников"
    }
  }
}

extension EvidenceFact.Kind {
  fileprivate var factKind: FactKind? {
    switch self {
    case .lesson: .lesson
    case .topic: .topic
    case .homework: .homework
    case .mark: .mark
    case .attendance: .attendance
    case .finalMark: .finalMark
    case .exemption: .exemption
    case .login: .login
    case .pupil, .work, .otherCode, .account, .classHour, .plan, .paper: nil
    }
  }
}
