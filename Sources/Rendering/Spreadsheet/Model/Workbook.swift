import Reporting

/// What both spreadsheet writers write: sheets of rows of typed, styled cells, made once from the document. The writers
/// only spell it in their format, so that XLSX and ODS are equal in content and look.
struct Workbook: Sendable {
  var properties: DocumentProperties
  var isDraft: Bool
  /// The document itself in reading order, then its tables, a sheet each.
  var sheets: [Sheet]

  /// BCP 47: the language of every text.
  static let language = (code: "ru", country: "RU")
  static let fontName = "PT Serif"
  /// Stands over the first sheet and on every printed page of a draft.
  static let draftMark = "ПРОЕКТ"

  /// The smaller of Excel's and LibreOffice's limits.
  static let rowLimit = 1_048_576

  init(document: ReportDocument) throws(SpreadsheetError) {
    properties = document.properties
    isDraft = document.isDraft
    let page = SheetPage(orientation: document.orientation)
    var names = SheetNames()
    let first = names.unique(DocumentSheet.name(of: document), otherwise: "Документ")
    var text = DocumentSheet(document, page: page)
    var tables: [Sheet] = []
    for block in document.blocks {
      guard case .table(let table) = block else {
        text.append(block)
        continue
      }
      let name = names.unique(table.name, otherwise: "Таблица")
      guard table.rows.count + 2 <= Workbook.rowLimit else {
        throw .tooManyRows(table: table.caption, rows: table.rows.count, limit: Workbook.rowLimit)
      }
      text.append(table, sheet: name)
      tables.append(Sheet(table, name: name, page: page))
    }
    sheets = [text.sheet(named: first)] + tables
  }
}
