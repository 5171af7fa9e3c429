import Journal

/// A finding of a check, whatever became of it.
public struct DashboardFinding: Hashable, Sendable {
  public enum State: String, Hashable, Sendable, CaseIterable {
    case new, repeated, known
    /// Known, and of a day before the window: told by an earlier check, and told no more.
    case told
    case waived
    case putRight = "put-right"
    case putRightLate = "put-right-late"
    case gone

    public var russian: String {
      switch self {
      case .new: "впервые"
      case .repeated: "повторно"
      case .known: "исправить нельзя"
      case .told: "сообщено раньше"
      case .waived: "принято школой"
      case .putRight: "устранено"
      case .putRightLate: "устранено поздно"
      case .gone: "запись исчезла"
      }
    }

    /// Broken at as-of.
    public var isBroken: Bool { isOpen || self == .told || self == .waived }

    /// Listed as a remark of the check; reports count the same.
    public var isOpen: Bool { self == .new || self == .repeated || self == .known }
  }

  public enum Severity: String, Hashable, Sendable, CaseIterable {
    case fault, risk, note

    public var russian: String {
      switch self {
      case .fault: "замечание"
      case .risk: "риск"
      case .note: "для сведения"
      }
    }
  }

  /// One fact of an export.
  public struct Fact: Hashable, Sendable {
    /// «Отметка — Белов Пётр, 16.09.2025».
    public var title: String
    public var value: String
    /// The cell's text where it is more than the value.
    public var raw: String?
    /// «файл, лист «…», строка 7, столбец AB».
    public var place: String
    /// When it was entered and when it vanished, and whether it was there as of the check; empty where nothing is to be said.
    public var note: String

    public init(title: String, value: String, raw: String?, place: String, note: String) {
      self.title = title
      self.value = value
      self.raw = raw
      self.place = place
      self.note = note
    }
  }

  /// What the exports hold about a finding.
  public struct Evidence: Hashable, Sendable {
    public var norms: [String]
    public var facts: [Fact]
    /// Further facts, which are left out for length.
    public var omitted: Int
    /// What was looked for in vain, and where: «Тема урока», places.
    public var missing: [Missing]

    public struct Missing: Hashable, Sendable {
      public var what: String
      public var searched: [String]

      public init(what: String, searched: [String]) {
        self.what = what
        self.searched = searched
      }
    }

    public init(norms: [String], facts: [Fact], omitted: Int = 0, missing: [Missing]) {
      self.norms = norms
      self.facts = facts
      self.omitted = omitted
      self.missing = missing
    }
  }

  public var key: String
  public var rule: String
  /// What is wrong: «Тема урока не указана».
  public var title: String
  public var severity: Severity
  public var state: State
  /// Of a day before the check's period, and not put right yet.
  public var isCarried = false
  /// In how many checks in a row.
  public var times: Int
  /// Empty where the finding has none; the next two too.
  public var className: String
  public var subject: String
  public var teachers: [String]
  /// Of its place in a list of classes: 10А follows 9Б.
  public var classOrder: Int
  public var day: CivilDate?
  public var sentence: String
  public var mend: String
  public var mendBy: CivilDate?
  /// What the school decided.
  public var waiver: String?
  /// Nil where the unit is judged no more.
  public var evidence: Evidence?
}
