import Journal

/// What to check. Without filters the result can be registered.
public struct CheckRequest: Sendable {
  public var window: CheckWindow
  /// The rules there are: the built-in ones, and the school's own.
  public var book: RuleBook
  /// Ids of rules; nil is all.
  public var rules: [String]?
  /// Classes in any spelling (`10 а`); nil is all.
  public var classes: [String]?
  /// Teachers by name or the beginning of it («Иванова»); nil is all.
  public var teachers: [String]?
  /// The scopes of `CheckResult.groups`; none gives no groups.
  public var by: [Scope]
  /// What the school lays down: norms, rules switched, calendar, subjects, papers.
  public var settings: ControlSettings
  /// Also list the units that are undetermined.
  public var listsUndetermined: Bool

  public init(
    window: CheckWindow, rules: [String]? = nil, classes: [String]? = nil, teachers: [String]? = nil, by: [Scope] = [],
    settings: ControlSettings = ControlSettings(), listsUndetermined: Bool = false, book: RuleBook = .builtIn
  ) {
    self.window = window
    self.book = book
    self.rules = rules
    self.classes = classes
    self.teachers = teachers
    self.by = by
    self.settings = settings
    self.listsUndetermined = listsUndetermined
  }

  public var isFiltered: Bool { rules != nil || classes != nil || teachers != nil }
}

/// What counts can be told by, in the order in which a group names them.
public enum Scope: String, Sendable, Hashable, CaseIterable, Comparable {
  case school
  case studyClass = "class"
  case subject, teacher, period

  public static func < (a: Scope, b: Scope) -> Bool { a.position < b.position }

  private var position: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
