internal import CPangoCairo

/// The fonts a page may use and no others: a private fontconfig, so that layout never depends on the machine's fonts.
final class PageFonts {
  /// PT Serif and PT Sans, regular and bold: the files of Debian's fonts-paratype.
  static let fileNames = ["PTF55F.ttf", "PTF75F.ttf", "PTS55F.ttf", "PTS75F.ttf"]

  private let config: OpaquePointer
  private let map: UnsafeMutablePointer<PangoFontMap>

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
    guard let map = zv_font_map_new(config) else {
      FcConfigDestroy(config)
      throw .library(reason: "pango: FreeType")
    }
    self.config = config
    self.map = map
  }

  deinit {
    g_object_unref(map)
    FcConfigDestroy(config)
  }

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
