import Reporting

/// Sets a document on A4 pages with Pango and draws them with Cairo. The same document gives the same bytes.
///
/// Page, margins and page numbers after ГОСТ Р 7.0.97; text in PT Serif, tables in PT Sans; the subsets of the fonts that
/// are used are embedded.
public struct PDFRenderer: Sendable {
  /// Where Debian's package fonts-paratype puts its files.
  public static let defaultFontFolder = "/usr/share/fonts/truetype/paratype"

  public let fontFolder: String

  public init(fontFolder: String = PDFRenderer.defaultFontFolder) {
    self.fontFolder = fontFolder
  }

  /// The font files that decide how pages look, for the caller to record their digests.
  public var fontFiles: [String] { PageFonts.paths(in: fontFolder) }

  /// The bytes of a PDF 1.5 file.
  public func render(_ document: ReportDocument) throws(PDFRenderingError) -> [UInt8] {
    let layout = try PageLayout(document, fonts: PageFonts(folder: fontFolder))
    let file = try PDFFile(width: layout.geometry.width, height: layout.geometry.height)
    file.describe(document.properties)
    try file.draw(layout)
    return try file.finish()
  }
}
