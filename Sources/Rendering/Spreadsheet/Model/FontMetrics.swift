/// Advance widths of PT Serif, from its own tables: enough to know how many lines a text takes in a merged cell, whose
/// height no spreadsheet program works out by itself. Fonts that programs put in its place are narrower or alike.
enum FontMetrics {
  /// Ascent and descent together, in ems.
  static let lineHeight = 1.294

  static let bold = 1.07

  /// Hundredths of an em: U+0020…U+007E, then А…я.
  private static let latin: [UInt8] = [
    24, 33, 39, 53, 53, 81, 87, 24, 34, 34, 46, 53, 28, 42, 28, 34, 53, 53, 53, 53, 53, 53, 53, 53, 53, 53, 33, 33, 53,
    53, 53, 47, 106, 68, 62, 64, 71, 58, 54, 69, 73, 35, 34, 65, 55, 87, 73, 74, 60, 74, 64, 54, 62, 67, 68, 93, 67,
    64, 61, 31, 38, 31, 50, 41, 33, 50, 55, 47, 56, 50, 34, 53, 59, 30, 29, 52, 30, 86, 59, 55, 57, 55, 38, 43, 37, 57,
    51, 73, 52, 50, 49, 35, 24, 35, 53,
  ]
  private static let cyrillic: [UInt8] = [
    68, 60, 62, 51, 68, 58, 95, 55, 74, 74, 65, 66, 87, 73, 74, 72, 60, 64, 62, 66, 79, 67, 73, 64, 93, 96, 72, 84, 60,
    63, 97, 64, 50, 54, 53, 43, 57, 50, 72, 47, 61, 61, 54, 54, 73, 61, 55, 61, 57, 47, 50, 50, 72, 52, 61, 56, 83, 84,
    58, 75, 51, 49, 79, 53,
  ]

  /// Hundredths of an em.
  static func advance(of scalar: UInt32) -> Int {
    switch scalar {
    case 0x20...0x7E: Int(latin[Int(scalar - 0x20)])
    case 0x410...0x44F: Int(cyrillic[Int(scalar - 0x410)])
    case 0xA0: 24
    case 0xAB, 0xBB: 47
    case 0x401, 0x451: 58
    case 0x2013: 63
    case 0x2014, 0x2026: 89
    case 0x2116: 113
    default: scalar < 0x2E80 ? 65 : 105
    }
  }

  /// Width of one character in millimetres at `size` points.
  static func width(of character: Character, size: Double, isBold: Bool) -> Double {
    let hundredths = advance(of: character.unicodeScalars.first?.value ?? 0x20)
    return Double(hundredths) / 100 * size * millimetresPerPoint * (isBold ? bold : 1)
  }

  static func width(of text: some StringProtocol, size: Double, isBold: Bool = false) -> Double {
    text.reduce(0) { $0 + width(of: $1, size: size, isBold: isBold) }
  }

  static let millimetresPerPoint = 25.4 / 72
}
