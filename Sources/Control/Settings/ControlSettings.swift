import Journal

/// What a school lays down for its control beside the exports: norms, rules switched, its calendar, its subjects and papers.
/// Names are as a person writes them; a check finds them in the store.
public struct ControlSettings: Sendable, Hashable, Codable {
  public var norms: [NormSetting] = []
  public var rules: [RuleSetting] = []
  public var subjects: [SubjectSetting] = []
  /// The days of reporting periods, which go before those of the exports.
  public var periods: [PeriodSetting] = []
  /// Days without lessons, beside those of a holidays table.
  public var holidays: [DaySpan] = []
  public var shiftedDays: [ShiftedDay] = []
  public var regimes: [PupilRegime] = []
  /// The orders, lists and agreements that the school must have (П 3.5, 6.1).
  public var documents: [DocumentSetting] = []

  public init() {}

  enum CodingKeys: String, CodingKey {
    case norms, rules, subjects, periods, holidays, shiftedDays, regimes, documents
  }
}

/// A norm of a rule, for all units or for some.
public struct NormSetting: Sendable, Hashable, Codable {
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
public struct SettingScope: Sendable, Hashable, Codable {
  /// In any spelling: `10А`, «10 а».
  public var classes: [String] = []
  public var grades: [Int] = []
  public var subjects: [String] = []
  /// Kinds of work in the source's words.
  public var workKinds: [String] = []

  public init() {}

  public var isEveryone: Bool { self == SettingScope() }

  /// Both can be meant for one unit, and neither goes before the other.
  public func competes(with other: SettingScope) -> Bool {
    func meets(_ a: [String], _ b: [String]) -> Bool {
      a.isEmpty || b.isEmpty || a.contains { x in b.contains { CodeFolding.fold(x) == CodeFolding.fold($0) } }
    }
    return precision == other.precision && meets(workKinds, other.workKinds) && meets(subjects, other.subjects)
      && meetsClasses(of: other)
  }

  private func meetsClasses(of other: SettingScope) -> Bool {
    guard !(classes.isEmpty && grades.isEmpty), !(other.classes.isEmpty && other.grades.isEmpty) else { return true }
    let (mine, others) = (classes.map(Self.classKey), other.classes.map(Self.classKey))
    return mine.contains(where: others.contains) || grades.contains(where: other.grades.contains)
      || classes.contains { ClassName($0).map { other.grades.contains($0.grade) } ?? false }
      || other.classes.contains { ClassName($0).map { grades.contains($0.grade) } ?? false }
  }

  private static func classKey(_ name: String) -> String { ClassName(name)?.key ?? CodeFolding.fold(name) }

  /// A setting for fewer goes before one for more: kind of work, class, grade, subject.
  var precision: Int {
    (workKinds.isEmpty ? 0 : 8) + (classes.isEmpty ? 0 : 4) + (grades.isEmpty ? 0 : 2) + (subjects.isEmpty ? 0 : 1)
  }
}

/// A rule switched off, or of another severity.
public struct RuleSetting: Sendable, Hashable, Codable {
  public var rule: String
  public var isOn: Bool
  public var severity: Severity?

  public init(rule: String, isOn: Bool = true, severity: Severity? = nil) {
    self.rule = rule
    self.isOn = isOn
    self.severity = severity
  }
}
