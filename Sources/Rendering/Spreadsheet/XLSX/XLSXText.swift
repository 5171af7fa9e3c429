/// Text in a cell: plain, or runs where weights differ.
enum XLSXText {
  /// Excel's limit for a cell, in UTF-16 units.
  static let limit = 32_767

  static func write(_ runs: [Run], _ style: CellStyle, to xml: XMLWriter) {
    let runs = limited(runs)
    guard runs.contains(where: { $0.isBold && !style.isBold }) else {
      xml.element("t", ["xml:space": "preserve"], text: escaped(runs.plainText))
      return
    }
    for run in runs {
      xml.element("r") {
        xml.element("rPr") {
          XLSXStyles.font(xml, size: style.size, isBold: run.isBold, colour: style.colour, nameElement: "rFont")
        }
        xml.element("t", ["xml:space": "preserve"], text: escaped(run.text))
      }
    }
  }

  /// A text longer than a cell can hold ends with «…».
  static func limited(_ runs: [Run]) -> [Run] {
    guard runs.reduce(0, { $0 + $1.text.utf16.count }) > limit else { return runs }
    var left = limit - 1
    var kept: [Run] = []
    for run in runs where left > 0 {
      let part = Run(text: run.text.cut(utf16: left), isBold: run.isBold)
      kept.append(part)
      left = part.text == run.text ? left - part.text.utf16.count : 0
    }
    kept.append(Run(text: "…", isBold: kept.last?.isBold ?? false))
    return kept
  }

  /// Excel reads `_x0041_` as the character of that number (ECMA-376 part 1, 22.4.2.4, ST_Xstring): a text that happens to say
  /// so has its underscore told the same way.
  static func escaped(_ text: String) -> String {
    guard text.utf8.contains(UInt8(ascii: "_")) else { return text }
    let bytes = Array(text.utf8)
    var escaped: [UInt8] = []
    for (index, byte) in bytes.enumerated() {
      escaped.append(byte)
      if byte == UInt8(ascii: "_"), startsEscape(bytes[index...]) { escaped.append(contentsOf: "x005F_".utf8) }
    }
    return String(decoding: escaped, as: UTF8.self)
  }

  private static func startsEscape(_ bytes: ArraySlice<UInt8>) -> Bool {
    let start = bytes.startIndex
    guard bytes.count >= 7, bytes[start + 1] == UInt8(ascii: "x"), bytes[start + 6] == UInt8(ascii: "_") else {
      return false
    }
    return bytes[(start + 2)..<(start + 6)].allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
  }
}
