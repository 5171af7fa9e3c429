import Journal

/// What a school lays down for its control beside the exports: norms, rules switched, its calendar, its subjects and papers.
/// Names are as a person writes them; a check finds them in the store.
public struct ControlSettings: Sendable, Hashable {
  public var norms: [NormSetting] = []
  public var rules: [RuleSetting] = []
  public var subjects: [SubjectSetting] = []
  /// Days without lessons, beside those of a holidays table.
  public var holidays: [DaySpan] = []
  /// The orders, lists and agreements that the school must have (П 3.5, 6.1).
  public var documents: [DocumentSetting] = []

  public init() {}
}

/// A norm of a rule, for all units or for some.
public struct NormSetting: Sendable, Hashable {
  public var rule: String
  public var name: String
  public var value: Int
  /// Nothing named is everything.
  public var scope = SettingScope()
  /// The local act that lays it down: «Положение о текущем контроле, приказ № 12 от 30.08.2025».
  public var act: String?
  /// The as-of days on which it is valid; unbounded where nil, both ends included.
  public var validFrom: CivilDate?
  public var validTo: CivilDate?

  public init(rule: String, name: String, value: Int) {
    self.rule = rule
    self.name = name
    self.value = value
  }

  func isValid(_ day: CivilDate) -> Bool {
    (validFrom.map { $0 <= day } ?? true) && (validTo.map { $0 >= day } ?? true)
  }
}

/// For whom a setting is meant; an empty list is everybody.
public struct SettingScope: Sendable, Hashable {
  /// In any spelling: `10А`, «10 а».
  public var classes: [String] = []
  public var grades: [Int] = []
  public var subjects: [String] = []
  /// Kinds of work in the source's words.
  public var workKinds: [String] = []

  public init() {}

  public var isEveryone: Bool { self == SettingScope() }

  /// A setting for fewer goes before one for more: kind of work, class, grade, subject.
  var precision: Int {
    (workKinds.isEmpty ? 0 : 8) + (classes.isEmpty ? 0 : 4) + (grades.isEmpty ? 0 : 2) + (subjects.isEmpty ? 0 : 1)
  }
}

/// A rule switched off, or of another severity.
public struct RuleSetting: Sendable, Hashable {
  public var rule: String
  public var isOn: Bool
  public var severity: Severity?

  public init(rule: String, isOn: Bool = true, severity: Severity? = nil) {
    self.rule = rule
    self.isOn = isOn
    self.severity = severity
  }
}

/// What the exports do not say of a subject; nil leaves what they say.
public struct SubjectSetting: Sendable, Hashable {
  public var scope: SettingScope
  public var isGraded: Bool?
  public var needsBriefing: Bool?
  /// In hundredths of an hour.
  public var weeklyHours: Int?

  public init(scope: SettingScope, isGraded: Bool? = nil, needsBriefing: Bool? = nil, weeklyHours: Int? = nil) {
    self.scope = scope
    self.isGraded = isGraded
    self.needsBriefing = needsBriefing
    self.weeklyHours = weeklyHours
  }
}

/// Days from the first to the last, both included.
public struct DaySpan: Sendable, Hashable {
  public var from: CivilDate
  public var to: CivilDate

  public init(from: CivilDate, to: CivilDate) {
    self.from = from
    self.to = to
  }
}

/// A paper that the school must have.
public struct DocumentSetting: Sendable, Hashable {
  /// Stable, the school's own: `order-responsible`.
  public var key: String
  public var title: String
  /// The clause that asks for it: `П 3.5`.
  public var clause: String
  /// Its number and day; nil where it is not there yet.
  public var number: String?
  public var recordedOn: CivilDate?
  public var validTo: CivilDate?

  public init(
    key: String, title: String, clause: String, number: String? = nil, recordedOn: CivilDate? = nil,
    validTo: CivilDate? = nil
  ) {
    self.key = key
    self.title = title
    self.clause = clause
    self.number = number
    self.recordedOn = recordedOn
    self.validTo = validTo
  }
}
