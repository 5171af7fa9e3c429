import Journal

/// A workbook of Excel 2007 and later (ECMA-376, transitional or strict) as cells with their places.
///
/// A damaged file is refused, with the part or the cell in the problem, and is never read in part: journal entries missing from it
/// would look as if somebody had deleted them.
///
///     let book = try XLSXReader(FileBytes(path: "5a.xlsx"))
///     for index in book.sheets.indices {
///       let grid = try book.grid(index)
///       let title = grid.text(row: 1, column: 1)
///     }
///
/// Not for two threads at once.
public final class XLSXReader {
  public struct Sheet: Sendable {
    public let name: String
    let part: String
  }

  /// The worksheets in the order of their tabs; sheets of another kind, such as charts, are left out.
  public let sheets: [Sheet]
  /// When the workbook was made, by its own words in local time; nil when it does not say.
  public let created: LocalMoment?
  /// When it was last saved; nil when it does not say.
  public let modified: LocalMoment?
  /// True if serial dates count from 1904 (`LocalMoment(spreadsheetSerial:uses1904:)`).
  public let uses1904: Bool
  /// The most cells that `grid` takes of one workbook, about a gigabyte in memory.
  public static let cellLimit = 20_000_000
  private var cellsLeft = XLSXReader.cellLimit
  private let package: XLSXPackage
  private let sharedStrings: SharedStrings
  private let dates: SerialDates

  /// Throws `ImportProblem` when the file is no workbook or is damaged.
  public init(_ file: FileBytes, budget: ZipBudget = ZipBudget()) throws {
    package = try XLSXPackage(ZipReader(file, budget: budget))
    let roots = try package.relations(of: "")
    let workbookPart = roots.first { $0.type == "officeDocument" }?.part ?? "xl/workbook.xml"
    guard package.has(workbookPart) else {
      throw ImportProblem(
        "в архиве нет книги Excel: нет части «\(workbookPart)»",
        hint: "Если это архив с книгами, загрузите его как ZIP; если книга, скачайте её заново.")
    }
    var workbook = WorkbookHandler()
    try package.parse(workbookPart, &workbook)
    uses1904 = workbook.uses1904

    let relations = try package.relations(of: workbookPart)
    var parts: Set<String> = []
    sheets = try workbook.sheets.compactMap { sheet in
      guard let relation = relations.first(where: { $0.id == sheet.relation }) else {
        throw ImportProblem(
          "книга повреждена: неизвестно, где лежит лист", hint: "Скачайте файл заново или сохраните ещё раз в Excel.",
          at: CellPlace(sheet: sheet.name))
      }
      guard relation.type == "worksheet" else { return nil }
      // Read once a sheet, one part could become any number of cells.
      guard parts.insert(relation.part).inserted else {
        throw ImportProblem(
          "книга повреждена: два листа лежат в одной части «\(relation.part)»",
          hint: "Скачайте файл заново или сохраните ещё раз в Excel.", at: CellPlace(sheet: sheet.name))
      }
      return Sheet(name: sheet.name, part: relation.part)
    }

    var strings = SharedStringsHandler()
    if let part = relations.first(where: { $0.type == "sharedStrings" })?.part {
      try package.parse(part, &strings)
    }
    sharedStrings = strings.strings

    var styles = StylesHandler()
    if let part = relations.first(where: { $0.type == "styles" })?.part, package.has(part) {
      try package.parse(part, &styles)
    }
    dates = SerialDates(styles: styles.showsDate, uses1904: uses1904)

    var properties = DocumentTimesHandler(created: "created", modified: "modified")
    let propertiesPart = roots.first { $0.type == "core-properties" }?.part ?? "docProps/core.xml"
    if package.has(propertiesPart) { try package.parse(propertiesPart, &properties) }
    created = properties.created
    modified = properties.modified
  }

  /// Gives the cells of a sheet that hold something, from left to right and from top to bottom, and returns the merged
  /// ranges. Throws what `body` throws, and `ImportProblem` with the place when the sheet is damaged, possibly after some
  /// cells.
  @discardableResult
  public func readSheet(_ index: Int, _ body: (RawCell) throws -> Void) throws -> [CellRange] {
    let sheet = sheets[index]
    return try withoutActuallyEscaping(body) { body in
      var content = SheetContent(sheet: sheet.name, sharedStrings: sharedStrings, dates: dates, body: body)
      try package.parse(sheet.part, &content)
      return content.merges
    }
  }

  /// A sheet in memory. Throws as `readSheet` does, and beyond `cellLimit`.
  public func grid(_ index: Int, _ progress: ReadingProgress = ReadingProgress()) throws -> SheetGrid {
    var cells: [RawCell] = []
    let limit = cellsLeft
    let merges = try readSheet(index) { cell in
      guard cells.count < limit else {
        throw ImportProblem(
          "в книге больше \(XLSXReader.cellLimit) ячеек", hint: "Выгрузите данные частями: по одному классу на книгу.",
          at: CellPlace(sheet: sheets[index].name, row: cell.row))
      }
      if cell.row != cells.last?.row { progress.row(cell.row) }
      cells.append(cell)
    }
    cellsLeft -= cells.count
    return SheetGrid(name: sheets[index].name, cells: cells, merges: merges)
  }
}
