/// A cell of a spreadsheet that holds something, as the file writes it.
public struct RawCell: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// Shared, inline or a formula's last text.
    case text
    /// As XML Schema writes a number: `5`, `4.25`, `1E-3`.
    case number
    /// `1` or `0`.
    case boolean
    /// Such as `#REF!`.
    case error
    /// ISO 8601: written so, or a number in a cell that shows it as a date, `2019-09-02` or `2019-09-02T08:30:00`. A serial that
    /// the date system does not have stays a number.
    case date
  }

  /// From 1.
  public let row: Int
  /// From 1.
  public let column: Int
  public let kind: Kind
  /// Empty only where the file holds an empty text on purpose, which is not the same as no cell: some exports say by it
  /// that there was a lesson with nothing set.
  public let text: String

  public init(row: Int, column: Int, kind: Kind, text: String) {
    self.row = row
    self.column = column
    self.kind = kind
    self.text = text
  }
}
