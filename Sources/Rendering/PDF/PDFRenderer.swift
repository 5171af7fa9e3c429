import Reporting

/// Sets a document on A4 pages with Pango and HarfBuzz and writes a PDF/A-2b file that is tagged after PDF/UA-1. The same
/// document gives the same bytes.
///
/// Page, margins, page numbers, QR code and the frame of the mark of a signature after ГОСТ Р 7.0.97; text in PT Serif, tables
/// in PT Sans; the subsets of the fonts that are used are embedded.
public struct PDFRenderer: Sendable {
  /// Where Debian's package fonts-paratype puts its files.
  public static let defaultFontFolder = "/usr/share/fonts/truetype/paratype"
  /// The profile of sRGB of Debian's package icc-profiles-free.
  public static let defaultColourProfile = "/usr/share/color/icc/sRGB.icc"

  public let fontFolder: String
  public let colourProfile: String

  public init(
    fontFolder: String = PDFRenderer.defaultFontFolder, colourProfile: String = PDFRenderer.defaultColourProfile
  ) {
    self.fontFolder = fontFolder
    self.colourProfile = colourProfile
  }

  /// The font files that decide how pages look, for the caller to record their digests.
  public var fontFiles: [String] { PageFonts.paths(in: fontFolder) }

  /// The bytes of a PDF 1.7 file.
  public func render(_ document: ReportDocument) throws(PDFRenderingError) -> [UInt8] {
    let profile = try ColourProfile(path: colourProfile).bytes
    let fonts = try PageFonts(folder: fontFolder)
    let layout = try PageLayout(document, fonts: fonts)
    var file = PDFFile(document, layout, fonts: fonts, profile: profile)
    return try file.write()
  }
}
