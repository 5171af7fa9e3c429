internal import CPangoCairo

extension ShapedText {
  /// Takes the lines out of a Pango layout of `shown`, which has a character for every one of `text`.
  init(_ layout: OpaquePointer, text: String, shown: String, size: Double, fonts: PageFonts) {
    let reader = PangoLines(text: text, shown: shown, size: size, fonts: fonts)
    self.init(text: text, lines: reader.lines(of: layout), size: size)
  }
}

/// Reads lines and glyphs out of a Pango layout.
private struct PangoLines {
  let text: String
  let size: Double
  let fonts: PageFonts
  /// For each byte of the text that was shown, the place in `text`; nil where they are one.
  private let places: [String.Index]?

  init(text: String, shown: String, size: Double, fonts: PageFonts) {
    self.text = text
    self.size = size
    self.fonts = fonts
    guard shown != text else {
      places = nil
      return
    }
    var places: [String.Index] = []
    for (scalar, place) in zip(shown.unicodeScalars, text.unicodeScalars.indices) {
      places += [String.Index](repeating: place, count: UTF8.width(scalar))
    }
    self.places = places + [text.endIndex]
  }

  private func place(_ byte: Int) -> String.Index {
    if let places { return places[min(byte, places.count - 1)] }
    return text.utf8.index(text.startIndex, offsetBy: byte)
  }

  func lines(of layout: OpaquePointer) -> [ShapedText.Line] {
    let scale = Double(PANGO_SCALE)
    var lines: [ShapedText.Line] = []
    let iterator = pango_layout_get_iter(layout)
    defer { pango_layout_iter_free(iterator) }
    repeat {
      var (y0, y1) = (Int32(0), Int32(0))
      var logical = PangoRectangle()
      pango_layout_iter_get_line_yrange(iterator, &y0, &y1)
      pango_layout_iter_get_line_extents(iterator, nil, &logical)
      let baseline = pango_layout_iter_get_baseline(iterator)
      guard let line = pango_layout_iter_get_line_readonly(iterator)?.pointee else { break }
      let x = Double(logical.x) / scale
      let utf8 = text.utf8
      let first = utf8.distance(from: text.startIndex, to: place(Int(line.start_index)))
      let last = utf8.distance(from: text.startIndex, to: place(Int(line.start_index + line.length)))
      lines.append(
        ShapedText.Line(
          top: Double(y0) / scale, height: Double(y1 - y0) / scale, baseline: Double(baseline - y0) / scale, x: x,
          width: Double(logical.width) / scale, bytes: first..<last, runs: runs(of: line, x: x)))
    } while pango_layout_iter_next_line(iterator) != 0
    return lines
  }

  private func runs(of line: PangoLayoutLine, x: Double) -> [GlyphRun] {
    var runs: [GlyphRun] = []
    var x = x
    var node = line.runs
    while let link = node {
      node = link.pointee.next
      guard let run = link.pointee.data?.assumingMemoryBound(to: PangoGlyphItem.self).pointee,
        let item = run.item?.pointee, let glyphs = run.glyphs?.pointee, let font = item.analysis.font
      else { continue }
      let width = (0..<Int(glyphs.num_glyphs)).reduce(0.0) { $0 + Double(glyphs.glyphs[$1].geometry.width) }
      if let index = fonts.index(of: font) { runs += self.runs(of: glyphs, in: item, font: index, x: x) }
      x += width / Double(PANGO_SCALE)
    }
    return runs
  }

  /// A run a height above the baseline.
  private func runs(of glyphs: PangoGlyphString, in item: PangoItem, font: Int, x: Double) -> [GlyphRun] {
    let scale = Double(PANGO_SCALE)
    let thousandths = 1000 / scale / size
    var encoder = GlyphEncoder(font: fonts.fonts[font])
    var runs: [GlyphRun] = []
    var (start, rise, pen) = (x, 0.0, x)
    func close() {
      let operands = encoder.finish()
      if !operands.isEmpty { runs.append(GlyphRun(font: font, x: start, rise: rise, operands: operands)) }
      encoder = GlyphEncoder(font: fonts.fonts[font])
    }
    for index in 0..<Int(glyphs.num_glyphs) {
      let glyph = glyphs.glyphs[index]
      let geometry = glyph.geometry
      let height = -Double(geometry.y_offset) / scale
      if height != rise {
        close()
        (start, rise) = (pen, height)
      }
      let advance = Double(geometry.width) * thousandths
      // Joiners, soft hyphens within a line, and what has no glyph.
      if glyph.glyph >= 0x0FFF_FFFF || glyph.glyph == 0 {
        encoder.append(gap: advance)
      } else {
        encoder.append(
          glyph.glyph, text(of: index, of: glyphs, in: item)[...], advance: advance,
          offset: Double(geometry.x_offset) * thousandths)
      }
      pen += Double(geometry.width) / scale
    }
    close()
    return runs
  }

  /// What a glyph stands for. The glyphs of a cluster share its characters out; one for which there is none left is a
  /// hyphen that Pango has added at the end of a line.
  private func text(of index: Int, of glyphs: PangoGlyphString, in item: PangoItem) -> String.UnicodeScalarView {
    let cluster = glyphs.log_clusters[index]
    var first = index
    while first > 0, glyphs.log_clusters[first - 1] == cluster { first -= 1 }
    var end = index + 1
    while end < Int(glyphs.num_glyphs), glyphs.log_clusters[end] == cluster { end += 1 }
    let next = end < Int(glyphs.num_glyphs) ? glyphs.log_clusters[end] : item.length
    let scalars = text[place(Int(item.offset + cluster))..<place(Int(item.offset + next))].unicodeScalars
    let own = scalars.dropFirst(index - first)
    if own.isEmpty { return "\u{ad}".unicodeScalars }
    let isLast = index + 1 == end || scalars.count <= index - first + 1
    return String.UnicodeScalarView(isLast ? own : own.prefix(1))
  }
}
