internal import CPangoCairo

/// Sets text into lines with the page's fonts.
///
/// Pango sets what needs it: justified paragraphs, runs of several weights, words that must be broken. Lines of plain words
/// are put together from words that HarfBuzz has shaped once, with the same glyphs and advances: a table has few words and
/// many cells.
final class TextShaper {
  struct LineMetrics {
    var height: Double
    var baseline: Double
  }

  let fonts: PageFonts
  private let context: OpaquePointer
  private var lineMetrics: [TextStyle: LineMetrics] = [:]
  private var wordWidths: [TextStyle: TextTable<Double>] = [:]

  init(fonts: PageFonts) throws(PDFRenderingError) {
    self.fonts = fonts
    context = try fonts.makeContext()
  }

  deinit { g_object_unref(UnsafeMutableRawPointer(context)) }

  /// Lines no wider than `width` points; a word longer than a line is broken between letters.
  func shape(_ runs: [TextRun], _ style: TextStyle, width: Double) -> ShapedText {
    if runs.count == 1, !runs[0].isBold, let text = words(runs[0].text, style, width: width) { return text }
    let text = runs.map(\.text).joined()
    let layout = makeLayout(runs, style)
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    pango_layout_set_width(layout, Int32(width * Double(PANGO_SCALE)))
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR)
    return ShapedText(layout, text: text, shown: fonts.shown(text), size: style.size, fonts: fonts)
  }

  func shape(_ text: String, _ style: TextStyle, width: Double) -> ShapedText {
    shape([TextRun(text)], style, width: width)
  }

  /// The width in points of the widest part of the text that a line break cannot cut.
  func widestWord(of text: String, _ style: TextStyle) -> Double {
    let font = fonts.fonts[PageFonts.index(of: style)]
    return text.withBytes { bytes in
      var widest = 0.0
      bytes.forEachWord { range in
        let word = font.word(bytes.part(range))
        let isWhole = word.operands != nil && word.isUnbreakable
        let width = isWhole ? word.width * style.size / 1000 : unbrokenWidth(bytes.part(range), style)
        widest = max(widest, width)
        return true
      }
      return widest
    }
  }

  /// Of what is between two places where Pango would break the word.
  private func unbrokenWidth(_ word: UnsafeBufferPointer<UInt8>, _ style: TextStyle) -> Double {
    if let known = wordWidths[style]?.find(word) { return known }
    let text = String(decoding: word, as: UTF8.self)
    let layout = makeLayout([TextRun(text)], style)
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    pango_layout_set_width(layout, 0)
    pango_layout_set_wrap(layout, PANGO_WRAP_WORD)
    let width = ShapedText(layout, text: text, shown: fonts.shown(text), size: style.size, fonts: fonts).width
    wordWidths[style, default: TextTable()].insert(word, width)
    return width
  }

  /// Of a line of this style in its own font.
  func metrics(of style: TextStyle) -> LineMetrics {
    if let known = lineMetrics[style] { return known }
    let layout = makeLayout([TextRun("Н")], style)
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    let text = ShapedText(layout, text: "Н", shown: "Н", size: style.size, fonts: fonts)
    let metrics = LineMetrics(height: text.height, baseline: text.lines.first?.baseline ?? 0)
    lineMetrics[style] = metrics
    return metrics
  }

  func outline(_ text: String, _ style: TextStyle) throws(PDFRenderingError) -> TextOutline {
    let layout = makeLayout([TextRun(text)], style)
    defer { g_object_unref(UnsafeMutableRawPointer(layout)) }
    return try TextOutline(text, layout: layout)
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

  /// Numbers with an ending, «2-й»: no line ends between the two. By their bytes.
  static func ordinals(in text: String) -> [Range<Int>] {
    guard text.utf8.contains(UInt8(ascii: "-")) else { return [] }
    return text.matches(of: #/[0-9]+-[а-яё]{1,3}(?![а-яё])/#).map { match in
      let start = text.utf8.distance(from: text.startIndex, to: match.range.lowerBound)
      return start..<start + text[match.range].utf8.count
    }
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
      text += fonts.shown(run.text)
      if run.isBold { zv_attr_list_insert_bold(attributes, UInt32(start), UInt32(text.utf8.count)) }
    }
    for code in TextShaper.codes(in: text) {
      zv_attr_list_insert_no_hyphens(attributes, UInt32(code.lowerBound), UInt32(code.upperBound))
    }
    for ordinal in TextShaper.ordinals(in: text) {
      zv_attr_list_insert_no_breaks(attributes, UInt32(ordinal.lowerBound), UInt32(ordinal.upperBound))
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
