import Journal

/// What a school says of a table that no layout knows: which column is what, where the header is, how dates look
/// (FORMATS 11, «Generic table mapper»). Nothing is guessed: a column that the mapping does not name is left out.
public struct TableMapping: Sendable {
  /// As the school calls it; a part of its journals' keys, so a renamed mapping is another source.
  public var name: String
  /// Only sheets of this name; nil is every sheet whose header fits.
  public var sheet: String?
  /// The row of headers, from 1; nil where the headers' texts find it.
  public var headerRow: Int?
  public var columns: [Column]
  /// What stands nowhere in the table and holds for all of it.
  public var constants: [MappingField: String]
  public var across: Across?
  public var dates: DatePattern?

  public struct Column: Hashable, Sendable {
    public var field: MappingField
    /// One column, or several whose texts make the value together: surname, given name, patronymic.
    public var references: [Reference]

    public init(_ field: MappingField, _ references: Reference...) {
      self.init(field, references: references)
    }

    public init(_ field: MappingField, references: [Reference]) {
      self.field = field
      self.references = references
    }
  }

  public enum Reference: Hashable, Sendable {
    /// The header's text, compared without case and spaces around.
    case header(String)
    /// The column's number from 1, for a header that is empty or stands twice.
    case number(Int)
  }

  /// Columns that are things of one kind: subjects of a summary sheet, days of a journal page.
  public struct Across: Sendable {
    /// `subject`, `date` or `period`: what the headers of these columns name.
    public var field: MappingField
    /// What their cells hold: `mark` (with absences, as in a journal), `final` or `attendance`.
    public var cell: MappingField
    /// From 1, both included; nil is to the last column with a header.
    public var from: Int
    public var to: Int?
    /// The row of month names, where the headers are days of the month; nil where they are whole dates.
    public var monthRow: Int?

    public init(field: MappingField, cell: MappingField, from: Int, to: Int? = nil, monthRow: Int? = nil) {
      self.field = field
      self.cell = cell
      self.from = from
      self.to = to
      self.monthRow = monthRow
    }

    public static let fields: [MappingField] = [.subject, .date, .period]
    public static let cells: [MappingField] = [.mark, .final, .attendance]
  }

  public init(
    name: String, sheet: String? = nil, headerRow: Int? = nil, columns: [Column] = [],
    constants: [MappingField: String] = [:], across: Across? = nil, dates: DatePattern? = nil
  ) {
    self.name = name
    self.sheet = sheet
    self.headerRow = headerRow
    self.columns = columns
    self.constants = constants
    self.across = across
    self.dates = dates
  }

  /// All that the table says.
  var named: Set<MappingField> {
    Set(columns.map(\.field)).union(constants.keys).union([across?.field, across?.cell].compactMap { $0 })
  }

  /// The texts of headers that a sheet must have.
  var headers: [String] {
    columns.flatMap(\.references).compactMap { if case .header(let text) = $0 { text } else { nil } }
  }

  /// The first year of the school year that holds for the whole table.
  var schoolYear: Int? { constants[.year].flatMap(TableMapping.schoolYear) }

  /// `2024/2025`, `2024-2025`, `2024/25`, `2024`; nil for anything else.
  public static func schoolYear(_ text: String) -> Int? {
    let numbers = text.split { !$0.isNumber }.prefix(3).map { Int($0) }
    guard let first = numbers.first ?? nil, (1990...2100).contains(first), text.first?.isNumber == true else {
      return nil
    }
    if numbers.count == 1 { return first }
    guard numbers.count == 2, let second = numbers[1] else { return nil }
    return second == first + 1 || second == (first + 1) % 100 ? first : nil
  }

  /// A day as the table writes it: as its pattern says, or a real date of a spreadsheet.
  func date(_ text: String, schoolYear: Int? = nil) -> CivilDate? {
    let collapsed = CodeFolding.collapse(text)
    if collapsed.wholeMatch(of: #/\d{4}-\d\d-\d\d(T.*)?/#) != nil { return LocalMoment(collapsed)?.date }
    guard let dates else { return LocalMoment(collapsed)?.date }
    return dates.date(collapsed, schoolYear: schoolYear ?? self.schoolYear)
  }
}
