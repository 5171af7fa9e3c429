import Reporting

/// A report as a workbook of Office Open XML (ECMA-376, transitional), read by Excel and LibreOffice.
public struct XLSXRenderer: Sendable {
  public init() {}

  /// The bytes of the `.xlsx` file: the same for the same document.
  public func render(_ document: ReportDocument) throws(SpreadsheetError) -> [UInt8] {
    let workbook = try Workbook(document: document)
    let (year, month, day) = workbook.properties.made.date.components
    let zip = try ZIPWriter(year: year, month: month, day: day)
    let package = XLSXPackage(workbook: workbook)
    try zip.add("[Content_Types].xml", package.contentTypes())
    try zip.add("_rels/.rels", package.relationships())
    try zip.add("docProps/core.xml", package.coreProperties())
    try zip.add("docProps/app.xml", package.applicationProperties())
    try zip.add("xl/workbook.xml", package.workbookPart())
    try zip.add("xl/_rels/workbook.xml.rels", package.workbookRelationships())
    var styles = XLSXStyles()
    for (index, sheet) in workbook.sheets.enumerated() {
      let part = try XLSXSheet.bytes(of: sheet, isFirst: index == 0, isDraft: workbook.isDraft, styles: &styles)
      try zip.add("xl/" + XLSXPackage.path(ofSheet: index), part)
    }
    try zip.add("xl/styles.xml", styles.bytes())
    return try zip.finish()
  }
}
