extension TextShaper {
  /// Lines of plain words, or nil where only Pango sets the text well.
  func words(_ text: String, _ style: TextStyle, width: Double) -> ShapedText? {
    let index = PageFonts.index(of: style)
    let font = fonts.fonts[index]
    let scale = style.size / 1000
    let space = font.space
    guard let spaceOperands = space.operands else { return nil }
    var filler = WordFiller(text: text, style: style, font: index, width: width, metrics: metrics(of: style))
    let isSet = text.withBytes { bytes in
      var place = 0
      while place < bytes.count {
        if bytes[place] == UInt8(ascii: " ") {
          filler.append(space: spaceOperands, width: space.width * scale)
          place += 1
          continue
        }
        var end = place + 1
        while end < bytes.count, bytes[end] != UInt8(ascii: " ") { end += 1 }
        let word = font.word(bytes.part(place..<end))
        guard let operands = word.operands,
          filler.append(
            operands, width: word.width * scale, bytes: place..<end, isUnbreakable: word.isUnbreakable)
        else { return false }
        place = end
      }
      return true
    }
    return isSet ? filler.finish(bytes: text.utf8.count) : nil
  }
}

/// Fills lines with words.
private struct WordFiller {
  let text: String
  let style: TextStyle
  let font: Int
  let width: Double
  let metrics: TextShaper.LineMetrics
  private var lines: [ShapedText.Line] = []
  private var operands: [UInt8] = []
  private var start = 0
  private var used = 0.0
  /// Of the spaces after the last word: they count when another word follows.
  private var spaces = 0.0
  private var wordCount = 0

  init(text: String, style: TextStyle, font: Int, width: Double, metrics: TextShaper.LineMetrics) {
    self.text = text
    self.style = style
    self.font = font
    self.width = width
    self.metrics = metrics
  }

  private var indent: Double { lines.isEmpty ? style.indent : 0 }

  /// False where the word must be broken, or might be for a better line.
  mutating func append(_ word: [UInt8], width: Double, bytes: Range<Int>, isUnbreakable: Bool) -> Bool {
    if indent + used + spaces + width > self.width + 1e-6 {
      guard wordCount > 0, isUnbreakable, width <= self.width, style.alignment != .justified else { return false }
      close(at: bytes.lowerBound)
    }
    if used == 0, wordCount == 0 { operands.reserveCapacity(64) }
    operands += word
    used += spaces + width
    spaces = 0
    wordCount += 1
    return true
  }

  mutating func append(space: [UInt8], width: Double) {
    operands += space
    spaces += width
  }

  mutating func finish(bytes: Int) -> ShapedText {
    close(at: bytes)
    return ShapedText(text: text, lines: lines, size: style.size)
  }

  private mutating func close(at end: Int) {
    let x =
      switch style.alignment {
      case .left, .justified: indent
      case .center: (width - used) / 2
      case .right: width - used
      }
    lines.append(
      ShapedText.Line(
        top: Double(lines.count) * metrics.height, height: metrics.height, baseline: metrics.baseline, x: x,
        width: used, bytes: start..<end,
        runs: operands.isEmpty ? [] : [GlyphRun(font: font, x: x, operands: operands)]))
    operands = []
    (start, used, spaces, wordCount) = (end, 0, 0, 0)
  }
}
