import Reporting

/// What both spreadsheet writers write: sheets of rows of typed, styled cells, made once from the document. The writers
/// only spell it in their format, so that XLSX and ODS are equal in content and look.
package struct Workbook: Sendable {
  var properties: DocumentProperties
  var isDraft: Bool
  var styles: StyleSheet
  /// The document itself in reading order, then its tables, a sheet each.
  var sheets: [Sheet]

  /// BCP 47: the language of every text.
  static let language = (code: "ru", country: "RU")
  static let fontName = "PT Serif"
  /// Stands over the first sheet and on every printed page of a draft.
  static let draftMark = "ПРОЕКТ"

  /// Of a sheet of many columns that is looked things up in on a screen.
  private static let evidenceWidth = 560.0

  /// The smaller of Excel's and LibreOffice's limits.
  static let rowLimit = 1_048_576

  init(document: ReportDocument) throws(SpreadsheetError) {
    properties = document.properties
    isDraft = document.isDraft
    var page = SheetPage(orientation: document.orientation, storage: document.properties.storage)
    var names = SheetNames()
    let first = names.unique(DocumentSheet.name(of: document), otherwise: "Документ")
    var text = DocumentSheet(document, page: page)
    var tables: [Sheet] = []
    for block in document.blocks {
      // A sheet stands in one orientation: the text in the document's, a table in its section's.
      if case .section(let orientation) = block { page.orientation = orientation }
      if case .part(let part) = block { page.orientation = part.orientation }
      let table: Table
      var chart: Chart?
      switch block {
      case .table(let own): table = own
      case .chart(let own):
        table = own.table
        chart = own
      default:
        text.append(block)
        continue
      }
      let name = names.unique(table.name, otherwise: "Таблица")
      text.refer(to: table.caption, kind: chart == nil ? "Таблица" : "Рисунок", sheet: name)
      var sheet = try Sheet(
        table, body: TableBody(table.rows), name: name, page: page, styles: &text.styles)
      if let chart { sheet.draw(chart, styles: &text.styles) }
      tables.append(sheet)
    }
    if let evidence = document.evidence {
      page.orientation = .landscape
      let name = names.unique(evidence.name, otherwise: "Основания")
      text.refer(to: evidence.caption, kind: "Таблица", sheet: name)
      tables.append(
        try Sheet(
          evidence, body: TableBody(evidence.rows), name: name, page: page, width: Workbook.evidenceWidth,
          styles: &text.styles))
    }
    sheets = [text.sheet(named: first)] + tables
    styles = text.styles
  }

  /// Sheets with a chart, in order.
  var charts: [(sheet: Int, chart: SheetChart)] {
    sheets.enumerated().compactMap { index, sheet in sheet.chart.map { (index, $0) } }
  }

  /// A workbook of one table, whose rows need not be in memory.
  package init(
    properties: DocumentProperties, table: Table, body: TableBody
  ) throws(SpreadsheetError) {
    self.properties = properties
    isDraft = false
    var names = SheetNames()
    let page = SheetPage(orientation: .landscape, storage: properties.storage)
    styles = StyleSheet()
    sheets = [
      try Sheet(
        table, body: body, name: names.unique(table.name, otherwise: "Таблица"), page: page, styles: &styles)
    ]
  }
}
