internal import CPangoCairo

/// The fonts a page may use and no others: a private fontconfig, so that layout never depends on the machine's fonts.
final class PageFonts {
  /// PT Serif and PT Sans, regular and bold: the files of Debian's fonts-paratype.
  static let fileNames = ["PTF55F.ttf", "PTF75F.ttf", "PTS55F.ttf", "PTS75F.ttf"]

  private let config: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>
  /// In the order of `fileNames`.
  let fonts: [EmbeddedFont]

  /// Pango starts fontconfig's default configuration in a thread, though nobody here asks for it: that would read the
  /// machine's fonts, write caches in the home folder and complain where there are none. An empty one is set before it.
  private static let hasEmptyDefault: Bool = {
    guard let empty = FcConfigCreate() else { return false }
    defer { FcConfigDestroy(empty) }
    return FcConfigSetCurrent(empty) == FcTrue
  }()

  init(folder: String) throws(PDFRenderingError) {
    guard PageFonts.hasEmptyDefault else { throw .library(reason: "fontconfig: FcConfigSetCurrent") }
    guard let config = FcConfigCreate() else { throw .library(reason: "fontconfig: FcConfigCreate") }
    for path in PageFonts.paths(in: folder) {
      guard FcConfigAppFontAddFile(config, path) == FcTrue else {
        FcConfigDestroy(config)
        throw .missingFont(path: path)
      }
    }
    var fonts: [EmbeddedFont] = []
    for path in PageFonts.paths(in: folder) {
      do {
        fonts.append(EmbeddedFont(file: try FontFile(path: path)))
      } catch {
        FcConfigDestroy(config)
        throw error
      }
    }
    guard let map = zv_font_map_new(config) else {
      FcConfigDestroy(config)
      throw .library(reason: "pango: FreeType")
    }
    self.config = config
    self.map = map
    self.fonts = fonts
  }

  deinit {
    g_object_unref(map)
    FcConfigDestroy(config)
  }

  /// The font that a style asks for, by its place in `fonts`.
  static func index(of style: TextStyle) -> Int { (style.family == .serif ? 0 : 2) + (style.isBold ? 1 : 0) }

  /// The font that Pango chose, by its place in `fonts`.
  func index(of font: UnsafeMutablePointer<PangoFont>) -> Int? {
    guard let path = zv_font_file(font) else { return nil }
    let name = String(cString: path)
    return PageFonts.fileNames.firstIndex { name.hasSuffix($0) }
  }

  /// Characters that no font has, printed as a sign of their place: Pango would draw a box of digits, and a PDF/A file may
  /// name no glyph that is missing.
  func shown(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: isMissing) else { return text }
    var shown = String.UnicodeScalarView()
    for scalar in text.unicodeScalars { shown.append(isMissing(scalar) ? replacement : scalar) }
    return String(shown)
  }

  private func isMissing(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.value < 0x7F || (0x410...0x44F).contains(scalar.value) { return false }
    if scalar.properties.isWhitespace || scalar.properties.isDefaultIgnorableCodePoint { return false }
    return !fonts.contains { $0.file.has(scalar) }
  }

  private var replacement: Unicode.Scalar { fonts[0].file.has("\u{FFFD}") ? "\u{FFFD}" : "?" }

  static func paths(in folder: String) -> [String] {
    fileNames.map { folder.hasSuffix("/") ? folder + $0 : folder + "/" + $0 }
  }

  /// A Pango context in points, without the hinting of a screen: advances scale linearly, as they do on paper.
  /// The caller owns it.
  func makeContext() throws(PDFRenderingError) -> OpaquePointer {
    guard let context = pango_font_map_create_context(map), let options = cairo_font_options_create() else {
      throw .library(reason: "pango: pango_font_map_create_context")
    }
    defer { cairo_font_options_destroy(options) }
    cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE)
    cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF)
    cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY)
    pango_cairo_context_set_font_options(context, options)
    pango_context_set_round_glyph_positions(context, 0)
    // Pango would otherwise take the language from the environment.
    pango_context_set_language(context, pango_language_from_string("ru"))
    pango_context_set_base_dir(context, PANGO_DIRECTION_LTR)
    return context
  }
}
