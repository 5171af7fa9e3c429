import Reporting

/// A report as a workbook of Office Open XML (ECMA-376, transitional), read by Excel and LibreOffice.
public struct XLSXRenderer: Sendable {
  public init() {}

  /// The bytes of the `.xlsx` file: the same for the same document.
  public func render(_ document: ReportDocument) throws(SpreadsheetError) -> [UInt8] {
    try render(Workbook(document: document))
  }

  package func render(_ workbook: Workbook) throws(SpreadsheetError) -> [UInt8] {
    let (year, month, day) = workbook.properties.made.date.components
    let zip = try ZIPWriter(year: year, month: month, day: day)
    let package = XLSXPackage(workbook: workbook)
    try zip.add("[Content_Types].xml", package.contentTypes())
    try zip.add("_rels/.rels", package.relationships())
    try zip.add("docProps/core.xml", package.coreProperties())
    try zip.add("docProps/app.xml", package.applicationProperties())
    try zip.add("xl/workbook.xml", package.workbookPart())
    try zip.add("xl/_rels/workbook.xml.rels", package.workbookRelationships())
    try zip.add("xl/styles.xml", XLSXStyles(styles: workbook.styles).bytes())
    for (index, (sheet, chart)) in workbook.charts.enumerated() {
      let (drawing, part) = (XLSXDrawing.path(index + 1), XLSXDrawing.path(ofChart: index + 1))
      try zip.add(
        "xl/" + XLSXPackage.relationships(of: XLSXPackage.path(ofSheet: sheet)),
        package.drawingRelationships("drawing", path: drawing))
      try zip.add("xl/" + drawing, XLSXDrawing(chart: chart, number: index + 1).bytes())
      try zip.add(
        "xl/" + XLSXPackage.relationships(of: drawing), package.drawingRelationships("chart", path: part))
      try zip.add("xl/" + part, XLSXChart.bytes(chart))
    }
    for (index, sheet) in workbook.sheets.enumerated() {
      let part = XLSXSheet(sheet: sheet, styles: workbook.styles, isFirst: index == 0, isDraft: workbook.isDraft)
      try zip.add("xl/" + XLSXPackage.path(ofSheet: index), part.write)
    }
    return try zip.finish()
  }
}
