import Journal

/// A workbook in memory, whatever format it came in.
public struct Workbook: Sendable {
  /// The worksheets in the order of their tabs.
  public var sheets: [SheetGrid]
  /// When it was made, by its own words in local time; nil when it does not say.
  public var created: LocalMoment?
  /// When it was last saved; nil when it does not say.
  public var modified: LocalMoment?

  public init(sheets: [SheetGrid], created: LocalMoment? = nil, modified: LocalMoment? = nil) {
    self.sheets = sheets
    self.created = created
    self.modified = modified
  }

  /// What the document says of its own making: the later of created and modified.
  public var moment: LocalMoment? { [created, modified].compactMap { $0 }.max() }

  /// Nil for a kind of file that is no workbook or has no reader. Throws `ImportProblem` when it is damaged.
  public init?(_ file: FileBytes, kind: FileKind, _ progress: ReadingProgress = ReadingProgress()) throws {
    switch kind {
    case .xlsx:
      let reader = try XLSXReader(file)
      self.init(
        sheets: try reader.sheets.indices.map { index in
          progress.sheet(index + 1, of: reader.sheets.count)
          return try reader.grid(index, progress)
        }, created: reader.created, modified: reader.modified)
    case .xls:
      let reader = try XLSReader(file)
      self.init(
        sheets: try reader.sheets.indices.map { index in
          progress.sheet(index + 1, of: reader.sheets.count)
          return try reader.grid(index)
        }, created: reader.created, modified: reader.modified)
    case .ods:
      let reader = try ODSReader(file)
      self.init(sheets: try reader.grids(progress), created: reader.created, modified: reader.modified)
    case .spreadsheetML:
      let reader = try SpreadsheetMLReader(file)
      self.init(sheets: reader.sheets, created: reader.created, modified: reader.modified)
    case .html: self.init(sheets: try HTMLReader(file).tables)
    default: return nil
    }
  }
}
