import Journal

/// Where a unit is: row ids of the store, and the school's own names.
public struct UnitPlace: Sendable, Hashable {
  /// A row id and the school's own spelling.
  public struct Item: Sendable, Hashable {
    public var id: Int64
    public var name: String
  }

  public var studyClass: Item?
  public var subject: Item?
  public var period: Item?
  public var day: CivilDate?
  public var lesson: Int64?
  public var pupil: Item?
  /// Of a source that names accounts only.
  public var account: Item?
  public var work: Int64?
  /// In order of name.
  public var teachers: [Item] = []
  /// Grade and letter, so that 10А follows 9Б.
  var classOrder = ""
}

/// A broken or waived unit, or what became of one (CONTROL 3).
public struct Finding: Sendable, Hashable {
  public enum State: String, Sendable, Hashable {
    case new, repeated
    /// Cannot be mended, and was told before.
    case known
    case putRight = "put-right"
    case putRightLate = "put-right-late"
    /// The unit no longer exists.
    case gone

    /// Broken at as-of.
    public var isOpen: Bool { self == .new || self == .repeated || self == .known }
  }

  /// `lesson-not-entered:L000123`: the rule and the unit's business key.
  public var key: String
  public var rule: String
  public var state: State
  /// In how many registered checks in a row, this one included.
  public var times: Int
  /// Outside the window, judged again because it was open.
  public var isCarried: Bool
  public var place: UnitPlace
  public var sentence: String
  /// What the school decided, of a finding that it accepts: counted apart, and nothing is to be done about it.
  public var waiver: String?
  /// Empty where nothing can be done; `mendBy` is nil then.
  public var mend: String
  public var mendBy: CivilDate?
}

/// A unit that the data cannot judge.
public struct UndeterminedUnit: Sendable, Hashable {
  public var key: String
  public var rule: String
  public var reason: String
  public var place: UnitPlace
}

/// A unit that the next registered check judges again.
struct PendingUnit: Sendable, Hashable {
  var key: String
  var rule: String
  var day: CivilDate
}
