import Reporting

/// A report as an OpenDocument 1.2 spreadsheet (ГОСТ Р ИСО/МЭК 26300), read by LibreOffice, МойОфис and Excel.
public enum ODSRenderer {
  static let mediaType = "application/vnd.oasis.opendocument.spreadsheet"

  /// The bytes of the `.ods` file: the same for the same document.
  public static func render(_ document: ReportDocument) throws(SpreadsheetError) -> [UInt8] {
    let workbook = try Workbook(document: document)
    let made = workbook.properties.made
    let zip = try ZIPWriter(
      year: made.date.year, month: made.date.month, day: made.date.day, secondOfDay: made.secondOfDay)
    // First and stored, so that the kind of the file can be told from its first bytes (ODF 1.2 part 3, 3.3).
    try zip.add("mimetype", Array(mediaType.utf8), isStored: true)
    let package = ODSPackage(workbook: workbook)
    try zip.add("META-INF/manifest.xml", package.manifest())
    try zip.add("meta.xml", package.meta())
    try zip.add("settings.xml", package.settings())
    try zip.add("styles.xml", package.styles())
    try zip.add("content.xml", ODSContent.bytes(of: workbook))
    return try zip.finish()
  }
}
