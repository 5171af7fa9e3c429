/// Glyphs of one font on one baseline as operands of TJ, which moves the pen back between strings where the distance of two
/// glyphs is not the first one's width. Lengths are thousandths of an em.
struct GlyphEncoder {
  let font: EmbeddedFont
  private var operands = PDFBytes()
  private var isInString = false
  /// How far the pen must go before it is where the next glyph belongs.
  private var lag = 0.0

  init(font: EmbeddedFont) { self.font = font }

  mutating func append(_ glyph: UInt32, _ text: Substring.UnicodeScalarView, advance: Double, offset: Double = 0) {
    let code = font.code(glyph, for: text)
    let shift = (lag + offset).rounded()
    if shift != 0 {
      closeString()
      operands.append(-Int(shift))
      lag -= shift
    }
    if !isInString {
      operands.append("<")
      isInString = true
    }
    operands.append(hex: code)
    lag += advance - font.advances[Int(code)]
  }

  /// Space without a glyph.
  mutating func append(gap: Double) { lag += gap }

  mutating func finish() -> [UInt8] {
    closeString()
    return operands.bytes
  }

  private mutating func closeString() {
    if isInString { operands.append(">") }
    isInString = false
  }
}
