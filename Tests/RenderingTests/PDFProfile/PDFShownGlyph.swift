/// A glyph of a composite font that a page shows.
struct PDFShownGlyph {
  let font: PDFValue
  let code: Int
  let isInvisible: Bool

  var descendant: PDFValue { font["DescendantFonts"][0] }

  /// The glyph in the font program.
  var glyph: Int? {
    let map = descendant["CIDToGIDMap"]
    guard map.isStream, let bytes = map.content else { return map.name == "Identity" ? code : nil }
    return 2 * code + 1 < bytes.count ? Int(bytes[2 * code]) << 8 | Int(bytes[2 * code + 1]) : nil
  }

  var widthInDictionary: Double {
    let widths = descendant["W"].items
    var index = 0
    while index + 1 < widths.count {
      let first = widths[index].int ?? 0
      if widths[index + 1].isArray {
        let list = widths[index + 1]
        if code >= first, code < first + list.count { return list[code - first].double ?? 0 }
        index += 2
      } else {
        if index + 2 < widths.count, code >= first, code <= widths[index + 1].int ?? 0 {
          return widths[index + 2].double ?? 0
        }
        index += 3
      }
    }
    return descendant["DW"].double ?? 1000
  }

  /// Glyphs of text operators, by the fonts of the page's resources.
  static func glyphs(_ operations: [PDFOperation], resources: PDFValue) -> [PDFShownGlyph] {
    var glyphs: [PDFShownGlyph] = []
    var font: PDFValue?
    var isInvisible = false
    var seen: Set<[Int]> = []
    for operation in operations {
      switch operation.name {
      case "Tf": font = operation.operands.first?.nameText.map { resources["Font"][$0] }
      case "Tr": isInvisible = operation.operands.first?.number == 3
      case "Tj", "TJ", "'", "\"":
        guard let font, font["Subtype"].name == "Type0" else { continue }
        for string in operation.operands.compactMap(\.string) {
          for index in stride(from: 0, to: string.count - 1, by: 2) {
            let code = Int(string[index]) << 8 | Int(string[index + 1])
            guard seen.insert([font.number, code, isInvisible ? 1 : 0]).inserted else { continue }
            glyphs.append(PDFShownGlyph(font: font, code: code, isInvisible: isInvisible))
          }
        }
      default: break
      }
    }
    return glyphs
  }
}

/// The tables of a TrueType font program that rules ask for.
struct TrueTypeProgram {
  private let tables: [String: ArraySlice<UInt8>]

  init(_ bytes: [UInt8]) {
    var tables: [String: ArraySlice<UInt8>] = [:]
    if bytes.count >= 12 {
      for index in 0..<(Int(bytes[4]) << 8 | Int(bytes[5])) {
        let record = 12 + 16 * index
        guard record + 16 <= bytes.count else { break }
        let numbers = [8, 12].map { offset in
          bytes[(record + offset)..<(record + offset + 4)].reduce(0) { $0 << 8 | Int($1) }
        }
        guard numbers[0] + numbers[1] <= bytes.count else { continue }
        tables[String(decoding: bytes[record..<(record + 4)], as: UTF8.self)] =
          bytes[numbers[0]..<(numbers[0] + numbers[1])]
      }
    }
    self.tables = tables
  }

  private func number(_ table: String, _ offset: Int) -> Int? {
    guard let bytes = tables[table], offset + 1 < bytes.count else { return nil }
    let start = bytes.startIndex + offset
    return Int(bytes[start]) << 8 | Int(bytes[start + 1])
  }

  var unitsPerEm: Int? { number("head", 18) }
  var glyphCount: Int { number("maxp", 4) ?? 0 }
  /// Platform and encoding of each character map.
  var characterMaps: [(Int, Int)] {
    (0..<(number("cmap", 2) ?? 0)).compactMap { index in
      guard let platform = number("cmap", 4 + 8 * index), let encoding = number("cmap", 6 + 8 * index) else {
        return nil
      }
      return (platform, encoding)
    }
  }

  /// In thousandths of an em.
  func width(of glyph: Int) -> Double? {
    guard let long = number("hhea", 34), long > 0, let em = unitsPerEm, em > 0,
      let width = number("hmtx", 4 * min(glyph, long - 1))
    else { return nil }
    return Double(width) * 1000 / Double(em)
  }
}
