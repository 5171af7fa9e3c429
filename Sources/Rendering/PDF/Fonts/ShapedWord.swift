/// A word set with one font, in thousandths of an em, when HarfBuzz alone can do it: letters, digits and signs that the font
/// has, from left to right.
struct ShapedWord {
  /// Of the operator TJ; nil for what only Pango can set.
  var operands: [UInt8]?
  var width = 0.0
  /// A line break inside it would need a hyphen.
  var isUnbreakable = true

  init(_ text: String, in font: EmbeddedFont) {
    for scalar in text.unicodeScalars {
      guard ShapedWord.isSimple(scalar), font.file.has(scalar) else { return }
      if !ShapedWord.isUnbreakable(scalar) { isUnbreakable = false }
    }
    if !isUnbreakable, let ordinal = TextShaper.ordinals(in: text).first {
      // Nothing else in it that a line may end after.
      let bytes = Array(text.utf8)
      let rest = String(decoding: bytes[..<ordinal.lowerBound] + bytes[ordinal.upperBound...], as: UTF8.self)
      isUnbreakable = rest.unicodeScalars.allSatisfy {
        ShapedWord.isUnbreakable($0) || "()".unicodeScalars.contains($0)
      }
    }
    var encoder = GlyphEncoder(font: font)
    var text = text
    let glyphs = text.withUTF8 { font.file.shape($0) }
    let utf8 = text.utf8
    var place = text.startIndex
    for (index, glyph) in glyphs.enumerated() {
      let next = index + 1 < glyphs.count ? glyphs[index + 1].cluster : utf8.count
      let end = utf8.index(text.startIndex, offsetBy: next)
      // Marks above letters and several glyphs for one character are for Pango.
      guard glyph.yOffset == 0, end > place, glyph.id != 0 else { return }
      encoder.append(glyph.id, text[place..<end].unicodeScalars, advance: glyph.advance, offset: glyph.xOffset)
      width += glyph.advance
      place = end
    }
    operands = encoder.finish()
  }

  private static func isSimple(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x20...0x7E, 0xA0...0xAC, 0xAE...0x17F, 0x400...0x45F, 0x490, 0x491, 0x2010...0x2026, 0x2116: true
    default: false
    }
  }

  /// Of letters, digits and signs between which Unicode's rules of line breaking (UAX 14) allow no break.
  private static func isUnbreakable(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "0"..."9", "A"..."Z", "a"..."z", "А"..."я", "Ё", "ё", ".", ",", ":", ";", "«", "»", "%", "\u{a0}", "№": true
    default: false
    }
  }
}
