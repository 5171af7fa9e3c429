/// Text in a cell: plain, or runs where weights differ.
enum XLSXText {
  /// Excel's limit for a cell, in UTF-16 units.
  static let limit = 32_767

  static func write(_ text: String, to out: ByteBuffer) {
    // A text of so many bytes cannot have more UTF-16 units.
    var text = text.utf8.count <= limit ? text : limited([Run(text: text)]).plainText
    text.withUTF8 { bytes in
      // Without being told so, Excel drops white space at the ends.
      let isBare = (bytes.first ?? 0x20) > 0x20 && (bytes.last ?? 0x20) > 0x20
      out.append(isBare ? "<t>" : "<t xml:space=\"preserve\">")
      out.text(bytes, noting: .xstring)
    }
    out.append("</t>")
  }

  static func write(_ runs: [Run], _ style: CellStyle, to out: ByteBuffer) {
    for run in limited(runs) {
      out.append("<r><rPr>")
      if run.isBold || style.isBold { out.append("<b/>") }
      out.append("<sz val=\"")
      out.append(style.size.spelled)
      out.append("\"/><color rgb=\"FF")
      out.append(style.colour.rawValue)
      out.append("\"/><rFont val=\"")
      out.append(Workbook.fontName)
      out.append("\"/><family val=\"1\"/><charset val=\"204\"/></rPr>")
      write(run.text, to: out)
      out.append("</r>")
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
}
