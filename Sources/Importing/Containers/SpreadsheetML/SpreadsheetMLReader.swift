import Journal

/// «Таблица XML 2003» of Excel (SpreadsheetML 2003), often under the name `.xls`, as sheets in memory.
///
/// A damaged file is refused, with the cell in the problem, and is never read in part.
public struct SpreadsheetMLReader: Sendable {
  /// In the order of their tabs.
  public let sheets: [SheetGrid]
  /// When the workbook was made, by its own words in local time; nil when it does not say.
  public let created: LocalMoment?
  /// When it was last saved; nil when it does not say.
  public let modified: LocalMoment?

  /// Throws `ImportProblem` when the file is no such workbook or is damaged.
  public init(_ file: FileBytes) throws {
    var handler = SpreadsheetMLHandler()
    var position = 0
    try XMLStreamParser.parse("книга", &handler) { target in
      let piece = file.buffer[position..<min(file.count, position + target.count)]
      target.copyBytes(from: piece)
      position += piece.count
      return piece.count
    }
    sheets = handler.sheets
    created = handler.created
    modified = handler.modified
  }
}
