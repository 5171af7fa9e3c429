import Journal

/// What a rule's sentence can be made of.
public struct FindingFacts: Sendable {
  public var window: CheckWindow
  public var pupilName: String
  public var className: String
  public var subjectName: String
  public var accountName: String
  public var teacherName: String
  public var periodName: String
  /// The kind of work in the source's words.
  public var workKind: String
  /// What the unit's paper is called, or what its waiver accepts.
  public var itemName: String
  public var day: CivilDate?
  /// The SELECT's further columns; NULL is left out.
  public var evidence: [String: Int64]

  public var asOf: CivilDate { window.asOf }

  public var dayText: String { day?.russian ?? "" }

  /// «16.09.2025 (3-й по расписанию)».
  public var lessonText: String {
    dayText + (evidence["number"].map { " (\($0)-й по расписанию)" } ?? "")
  }

  /// «работа «Контрольная работа»».
  public var workText: String { workKind.isEmpty ? "письменная работа" : "письменная работа «\(workKind)»" }

  /// «отметка «4»»; a pass has no number.
  public var markText: String { evidence["mark"].map { "отметка «\($0)»" } ?? "отметка" }

  /// A column that holds days.
  public func date(_ column: String) -> CivilDate? {
    evidence[column].map { CivilDate(days: Int32($0)) }
  }

  /// Two columns that hold an entry interval, in words; nil where the fact is missing.
  public func interval(_ from: String, _ by: String) -> String? {
    guard let latest = evidence[by] else { return nil }
    let earliest = evidence[from].flatMap { $0 == 0 ? nil : LocalMoment(seconds: $0) }
    return EntryInterval(earliest: earliest, latest: LocalMoment(seconds: latest)).foundText
  }

  /// The same to the day where the moment is known: what a deadline in days asks for, and what a class's marks share.
  public func dayOrInterval(_ from: String, _ by: String) -> String? {
    guard let latest = evidence[by] else { return nil }
    return evidence[from] == latest ? LocalMoment(seconds: latest).date.russian : interval(from, by)
  }

  /// « на 2 дня» after the unit's day, by the kindest reading: the column holds the first day possible; empty where it is
  /// unknown.
  public func delay(until column: String) -> String {
    guard let day, let first = date(column) else { return "" }
    let days = Int(first.days - day.days)
    return days > 0 ? " на \(RussianCount.days(days))" : ""
  }
}

extension EntryInterval {
  /// An interval says that two snapshots found it (CONTROL 1).
  var foundText: String { isExact || earliest == nil ? russian : "\(russian) (установлено по двум выгрузкам)" }
}
