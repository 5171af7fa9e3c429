/// A report of how often each account of a school logged in over a range of days (FORMATS 3). Its unit is the account: a
/// parent's is not tied to a child, a pupil's to no list of pupils.
public struct ActivityReport: Sendable {
  public var school: Int32
  /// Position of its sheet in the batch.
  public var sheet: Int32
  /// The days that the counters count, both included.
  public var from: CivilDate
  public var to: CivilDate
  /// The school year of the classes it names.
  public var schoolYear: Int
  /// It lists as many accounts as it says it found: an account that it lacks where it lists others is not there.
  public var isWhole: Bool
  public var columns: Columns
  public var accounts: [AccountFact] = []

  /// Where in the sheet the facts stand, from 1; 0 for a column that the report does not have.
  public struct Columns: Sendable, Hashable {
    /// By `LoginCounter`.
    public var counters: [Int32]
    public var lastLogin: Int32
    public var lastView: Int32

    public init(counters: [Int32], lastLogin: Int32, lastView: Int32) {
      self.counters = counters
      self.lastLogin = lastLogin
      self.lastView = lastView
    }
  }

  public init(
    school: Int32, sheet: Int32, from: CivilDate, to: CivilDate, schoolYear: Int, isWhole: Bool, columns: Columns
  ) {
    self.school = school
    self.sheet = sheet
    self.from = from
    self.to = to
    self.schoolYear = schoolYear
    self.isWhole = isWhole
    self.columns = columns
  }
}

/// By what a person logged in; the order is that of `AccountFact.counters`.
public enum LoginCounter: Int, Sendable, CaseIterable {
  case site, mobile, ios, android
}

/// One account as one report shows it.
public struct AccountFact: Sendable {
  /// Names, roles and classes that accounts share: «ИВАНОВ ИВАН/ОБУЧАЮЩИЙСЯ/7А».
  public var namesake: String
  /// From 1 among the accounts of one `namesake`, in order of appearance.
  public var ordinal: Int
  public var name: String
  public var roles: AccountRoles
  /// Positions in the batch; of a parent those of the children.
  public var classes: [Int32]
  /// By `LoginCounter`; nil for a column that is not there or a cell that cannot be read.
  public var counters: [Int?]
  /// Nil where the report does not say.
  public var lastLogin: LastSeen?
  public var lastView: LastSeen?
  /// Every cell of its row could be read.
  public var isWhole: Bool
  public var row: Int32

  /// The account's key in the store.
  public var key: String { ordinal > 1 ? "\(namesake)#\(ordinal)" : namesake }

  public var hasLogins: Bool { counters.contains { $0 ?? 0 > 0 } }

  public init(
    namesake: String, ordinal: Int, name: String, roles: AccountRoles, classes: [Int32], counters: [Int?],
    lastLogin: LastSeen?, lastView: LastSeen?, isWhole: Bool, row: Int32
  ) {
    self.namesake = namesake
    self.ordinal = ordinal
    self.name = name
    self.roles = roles
    self.classes = classes
    self.counters = counters
    self.lastLogin = lastLogin
    self.lastView = lastView
    self.isWhole = isWhole
    self.row = row
  }
}

/// When something was last done with an account, as of the report.
public struct LastSeen: Sendable, Hashable {
  /// Nil: never.
  public var day: CivilDate?
  /// To the minute, where the report says it.
  public var moment: LocalMoment?
  /// The cell's text.
  public var raw: String

  public init(day: CivilDate?, moment: LocalMoment? = nil, raw: String) {
    self.day = day
    self.moment = moment
    self.raw = raw
  }
}

/// What an account may do; an account with several roles counts in each. The raw values are stored.
public struct AccountRoles: OptionSet, Hashable, Sendable {
  public let rawValue: Int32

  public init(rawValue: Int32) {
    self.rawValue = rawValue
  }

  public static let pupil = AccountRoles(rawValue: 1 << 0)
  public static let parent = AccountRoles(rawValue: 1 << 1)
  public static let teacher = AccountRoles(rawValue: 1 << 2)
  public static let administration = AccountRoles(rawValue: 1 << 3)
  /// A role that the program does not tell apart.
  public static let other = AccountRoles(rawValue: 1 << 4)
}

/// Accounts of a report, and how many of them logged in within its range.
public struct AccountCounts: Hashable, Sendable {
  public var all = 0
  public var loggedIn = 0

  public init(all: Int = 0, loggedIn: Int = 0) {
    self.all = all
    self.loggedIn = loggedIn
  }

  public static func += (a: inout AccountCounts, b: AccountCounts) {
    a.all += b.all
    a.loggedIn += b.loggedIn
  }
}
