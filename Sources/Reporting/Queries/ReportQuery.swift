import Journal
import JournalStore

/// A question to a registered check that templates can ask by name. The columns are declared, so a template is checked
/// before any data is read.
struct ReportQuery: Sendable {
  enum Kind: String, Sendable {
    case text, integer, date, moment
    /// Two columns of the SELECT: the part and the whole.
    case share
    /// Tenths of a percentage point.
    case points
    /// Hundredths.
    case decimal
    /// A text; a number where it is one: «5», «н/а».
    case mark

    var isSummable: Bool { self == .integer || self == .share }
    var isNumber: Bool { isSummable || self == .points || self == .decimal }
  }

  /// What has to be there for an answer.
  enum Source: String, Sendable {
    /// A registered check: `:check`.
    case check
    /// Registered checks up to one: `:check`.
    case checks
    /// A registered check with its ratings (`RatingTables`).
    case rating
    /// The analysis of a period (`PeriodTables`).
    case period
  }

  /// What a report that leaves the school must not tell (П 3.5).
  enum Secret: String, Sendable {
    case pupils
    /// Why a pupil was absent: an illness is a hint at health.
    case causes
    /// Whose work is judged: the school's own business.
    case staff

    /// What the column holds, for messages.
    var russian: String {
      switch self {
      case .pupils: "имена обучающихся"
      case .causes: "причины пропусков"
      case .staff: "фамилии работников школы"
      }
    }
  }

  struct Column: Sendable {
    var name: String
    var kind: Kind
    /// For the people who write templates.
    var meaning: String
    /// Of a share: the columns that hold its part and whole alone.
    var terms: (part: String, whole: String)?
    /// What must not leave the school.
    var holds: Secret?

    init(
      _ name: String, _ kind: Kind, _ meaning: String, of terms: (part: String, whole: String)? = nil,
      holds: Secret? = nil
    ) {
      self.name = name
      self.kind = kind
      self.meaning = meaning
      self.terms = terms
      self.holds = holds
    }
  }

  var name: String
  /// For the people who write templates.
  var meaning: String
  /// A query of one row gives values for the whole report: `check.as-of`.
  var isSingleRow = false
  var source = Source.check
  var columns: [Column]
  /// One SELECT with a total order; `:check` is the registered check, where the source has one. Its columns follow `columns`.
  var sql: String

  /// Hands over the rows one by one.
  func forEachRow(of check: Int64?, in database: Database, _ body: ([Value]) throws -> Void) throws {
    let statement = try database.prepare(sql)
    if let check { try statement.bind(["check": check]) }
    while try statement.step() { try body(row(statement)) }
  }

  func columnIndex(_ name: String) -> Int? { columns.firstIndex { $0.name == name } }

  private func row(_ statement: Statement) -> [Value] {
    var index: Int32 = 0
    return columns.map { column in
      defer { index += column.kind == .share ? 2 : 1 }
      if statement.isNull(index) { return column.kind == .share ? .share(part: 0, whole: 0) : .empty }
      switch column.kind {
      case .text: return .text(statement.text(index))
      case .mark:
        let text = statement.text(index)
        return Int(text).map { .integer($0) } ?? .text(text)
      case .integer: return .integer(Int(statement.integer(index)))
      case .date: return .date(CivilDate(days: Int32(clamping: statement.integer(index))))
      case .moment: return .moment(LocalMoment(seconds: statement.integer(index)))
      case .share:
        return .share(part: Int(statement.integer(index)), whole: Int(statement.integer(index + 1)))
      case .points: return .points(tenths: Int(statement.integer(index)))
      case .decimal: return .decimal(hundredths: Int(statement.integer(index)))
      }
    }
  }
}
