/// Where in an export something stands: the sheet, the row and the column as a person counts them.
public struct CellPlace: Hashable, Sendable {
  /// Nil for a file without sheets, such as CSV.
  public var sheet: String?
  /// From 1; nil for a problem of a whole file or sheet.
  public var row: Int?
  /// From 1; nil for a problem of a whole row.
  public var column: Int?

  public init(sheet: String? = nil, row: Int? = nil, column: Int? = nil) {
    self.sheet = sheet
    self.row = row
    self.column = column
  }

  /// `AB` for 28, as spreadsheets name columns.
  public static func columnLetters(_ column: Int) -> String {
    var rest = column
    var letters: [Character] = []
    while rest > 0 {
      rest -= 1
      letters.append(Character(UnicodeScalar(UInt8(65 + rest % 26))))
      rest /= 26
    }
    return String(letters.reversed())
  }
}

/// A cell, row or file that could not be read: what it is, where, as it stands there, and what to do about it.
/// Texts are Russian.
public struct ImportProblem: Error, Hashable, Sendable {
  public var place: CellPlace
  /// The raw text, cut to a readable length; empty for a whole file.
  public var raw: String
  public var problem: String
  public var hint: String

  public init(_ problem: String, hint: String, at place: CellPlace = CellPlace(), raw: String = "") {
    self.place = place
    self.raw = raw
    self.problem = problem
    self.hint = hint
  }
}
