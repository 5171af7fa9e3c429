import Reporting

/// A report as an OpenDocument 1.2 spreadsheet (ГОСТ Р ИСО/МЭК 26300), read by LibreOffice, МойОфис and Excel.
public struct ODSRenderer: Sendable {
  static let mediaType = "application/vnd.oasis.opendocument.spreadsheet"

  public init() {}

  /// The bytes of the `.ods` file: the same for the same document.
  public func render(_ document: ReportDocument) throws(SpreadsheetError) -> [UInt8] {
    try render(Workbook(document: document))
  }

  package func render(_ workbook: Workbook) throws(SpreadsheetError) -> [UInt8] {
    let (year, month, day) = workbook.properties.made.date.components
    let zip = try ZIPWriter(year: year, month: month, day: day)
    // First and stored, so that the kind of the file can be told from its first bytes (ODF 1.2 part 3, 3.3).
    try zip.add("mimetype", Array(ODSRenderer.mediaType.utf8), isStored: true)
    let package = ODSPackage(workbook: workbook)
    try zip.add("META-INF/manifest.xml", package.manifest())
    try zip.add("meta.xml", package.meta())
    try zip.add("settings.xml", package.settings())
    try zip.add("styles.xml", package.styles())
    for (index, (_, chart)) in workbook.charts.enumerated() {
      let folder = ODSChart.folder(index + 1)
      try zip.add(folder + "/content.xml", ODSChart(chart: chart).content())
      try zip.add(folder + "/styles.xml", ODSChartStyles.common(of: chart))
    }
    try zip.add("content.xml", ODSContent(workbook: workbook).write)
    return try zip.finish()
  }
}
