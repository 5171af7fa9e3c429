internal import CPangoCairo

/// Sets text into lines with the page's fonts.
final class TextShaper {
  private let fonts: PageFonts
  private let context: OpaquePointer
  private var wordWidths: [TextStyle: [Substring: Double]] = [:]

  init(fonts: PageFonts) throws(PDFRenderingError) {
    self.fonts = fonts
    context = try fonts.makeContext()
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(context)) }

  /// Lines no wider than `width` points; a word longer than a line is broken between letters.
  func shape(_ runs: [TextRun], _ style: TextStyle, width: Double) -> ShapedText {
    let layout = makeLayout(runs, style)
    pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    return ShapedText(owning: layout, text: runs.map(\.text).joined())
  }

  func shape(_ text: String, _ style: TextStyle, width: Double) -> ShapedText {
    shape([TextRun(text)], style, width: width)
  }

  /// The width in points of the widest part of the text that a line break cannot cut.
  func widestWord(of text: String, _ style: TextStyle) -> Double {
    var widest = 0.0
    // A no-break space is no place for a line break.
    for word in text.split(whereSeparator: { $0 == " " || $0.isNewline || $0 == "\t" }) {
      if let known = wordWidths[style]?[word] {
        widest = max(widest, known)
        continue
      }
      let layout = makeLayout([TextRun(String(word))], style)
      pango_layout_set_width(layout, 0)
      pango_layout_set_wrap(layout, PANGO_WRAP_WORD)
      let width = ShapedText(owning: layout, text: String(word)).width
      wordWidths[style, default: [:]][word] = width
      widest = max(widest, width)
    }
    return widest
  }

  /// Words that are not of language, by their bytes: a hyphen drawn in the name of a file or in a digest would be read as
  /// part of it.
  static func codes(in text: String) -> [Range<Int>] {
    var codes: [Range<Int>] = []
    var (start, isCode) = (0, false)
    for (index, byte) in (Array(text.utf8) + [UInt8(ascii: " ")]).enumerated() {
      switch byte {
      case UInt8(ascii: " "), UInt8(ascii: "\n"), UInt8(ascii: "\t"):
        if isCode { codes.append(start..<index) }
        (start, isCode) = (index + 1, false)
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "_"):
        isCode = true
      default: break
      }
    }
    return codes
  }

  private func makeLayout(_ runs: [TextRun], _ style: TextStyle) -> OpaquePointer {
    // GLib ends the process when memory is out: the constructors below never give null.
    let layout: OpaquePointer = pango_layout_new(context)
    let description: OpaquePointer = pango_font_description_new()
    defer { pango_font_description_free(description) }
    pango_font_description_set_family(description, style.family.rawValue)
    pango_font_description_set_absolute_size(description, style.size * Double(PANGO_SCALE))
    pango_font_description_set_weight(description, style.isBold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL)
    pango_layout_set_font_description(layout, description)

    var text = ""
    let attributes: OpaquePointer = pango_attr_list_new()
    defer { pango_attr_list_unref(attributes) }
    for run in runs {
      let start = text.utf8.count
      text += run.text
      if run.isBold { zv_attr_list_insert_bold(attributes, UInt32(start), UInt32(text.utf8.count)) }
    }
    for code in TextShaper.codes(in: text) {
      zv_attr_list_insert_no_hyphens(attributes, UInt32(code.lowerBound), UInt32(code.upperBound))
    }
    text.withUTF8 { bytes in
      bytes.withMemoryRebound(to: CChar.self) { pango_layout_set_text(layout, $0.baseAddress, Int32($0.count)) }
    }
    pango_layout_set_attributes(layout, attributes)

    switch style.alignment {
    case .left: pango_layout_set_alignment(layout, PANGO_ALIGN_LEFT)
    case .center: pango_layout_set_alignment(layout, PANGO_ALIGN_CENTER)
    case .right: pango_layout_set_alignment(layout, PANGO_ALIGN_RIGHT)
    case .justified: pango_layout_set_justify(layout, 1)
    }
    pango_layout_set_indent(layout, Int32(style.indent * Double(PANGO_SCALE)))
    pango_layout_set_line_spacing(layout, Float(style.lineSpacing))
    return layout
  }
}
