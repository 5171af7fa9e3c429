import Journal

/// A workbook of Excel 97–2003 (BIFF8), or of Excel 5.0 and 95, as cells with their places (MS-XLS).
///
/// Strict as `XLSXReader` is: a damaged file is refused, with the sheet and the cell in the problem, and never read in part.
///
///     let book = try XLSReader(FileBytes(path: "2018_7а.xls"))
///     for index in book.sheets.indices {
///       let title = try book.grid(index).text(row: 1, column: 1)
///     }
public struct XLSReader: Sendable {
  public struct Sheet: Sendable {
    public let name: String
    let range: Range<Int>
  }

  /// The worksheets in the order of their tabs, hidden ones too; charts and macro sheets are left out.
  public let sheets: [Sheet]
  /// When the workbook was made, by its own words (see `modified`); nil when it does not say.
  public let created: LocalMoment?
  /// When it was last saved; nil when it does not say, as in what exporters write.
  public let modified: LocalMoment?
  private let stream: FileBytes
  private let globals: BIFFGlobals

  /// Throws `ImportProblem` when the file is no such workbook, is under a password or is damaged.
  public init(_ file: FileBytes) throws {
    let compound = try CompoundFile(file)
    // Excel saved books for both programs at once: «Workbook» is the newer one's.
    guard let stream = try compound.stream("Workbook") ?? compound.stream("Book") else {
      throw ImportProblem(
        "это не книга .xls, а другой документ Office", hint: "Выгрузите журнал в Excel и загрузите его.")
    }
    self.stream = stream
    let globals = try BIFFGlobals(stream)
    self.globals = globals
    let summary = try compound.stream(SummaryInformation.stream).map { SummaryInformation($0) }
    created = summary?.created
    modified = summary?.modified

    // Sheets never overlap, so one ends before the next begins: what says otherwise would be read again and again.
    let starts = globals.sheets.map(\.start).sorted()
    let ends = Dictionary(zip(starts, starts.dropFirst() + [stream.count]), uniquingKeysWith: min)
    sheets = try globals.sheets.filter(\.isWorksheet).map { sheet in
      // Two that begin at one place end there, too.
      guard let end = ends[sheet.start], sheet.start < min(end, stream.count) else {
        throw BIFFGlobals.damaged("неизвестно, где лежит лист", sheet: sheet.name)
      }
      return Sheet(name: sheet.name, range: sheet.start..<min(end, stream.count))
    }
  }

  /// Gives the cells of a sheet that hold something, from left to right and from top to bottom, and returns the merged
  /// ranges. Throws what `body` throws, and `ImportProblem` with the place when the sheet is damaged, before any cell.
  @discardableResult
  public func readSheet(_ index: Int, _ body: (RawCell) throws -> Void) throws -> [CellRange] {
    let sheet = try sheet(index)
    for cell in sheet.cells { try body(cell) }
    return sheet.merges
  }

  /// A sheet in memory. Throws as `readSheet` does.
  public func grid(_ index: Int) throws -> SheetGrid {
    let sheet = try sheet(index)
    return SheetGrid(name: sheets[index].name, cells: sheet.cells, merges: sheet.merges)
  }

  private func sheet(_ index: Int) throws -> BIFFSheet {
    let sheet = sheets[index]
    return try BIFFSheet(
      stream, from: sheet.range.lowerBound, limit: sheet.range.upperBound, name: sheet.name, book: globals)
  }
}
