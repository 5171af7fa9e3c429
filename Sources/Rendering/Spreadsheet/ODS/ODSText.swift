/// Text of a cell: a paragraph a line. OpenDocument collapses white space, so spaces that count are elements.
enum ODSText {
  static func write(_ text: String, link: String?, to out: ByteBuffer) {
    var text = text
    text.withUTF8 { bytes in
      guard let link else { return write(bytes, to: out) }
      out.append("<text:p><text:a xlink:type=\"simple\" xlink:href=\"#")
      out.text(CellReference.quoted(link))
      out.append(".A1\">")
      var isStart = true
      writeLine(bytes, isStart: &isStart, to: out)
      out.append("</text:a></text:p>")
    }
  }

  private static func write(_ bytes: UnsafeBufferPointer<UInt8>, to out: ByteBuffer) {
    if isPlain(bytes) {
      out.append("<text:p>")
      out.text(bytes)
      out.append("</text:p>")
      return
    }
    for line in lines(of: bytes) {
      out.append("<text:p>")
      var isStart = true
      writeLine(line, isStart: &isStart, to: out)
      out.append("</text:p>")
    }
  }

  static func write(_ runs: [Run], _ style: CellStyle, to out: ByteBuffer) {
    out.append("<text:p>")
    var isStart = true
    for run in runs {
      var text = run.text
      text.withUTF8 { bytes in
        for (index, line) in lines(of: bytes).enumerated() {
          if index > 0 {
            out.append("</text:p><text:p>")
            isStart = true
          }
          if line.isEmpty { continue }
          let isSpan = run.isBold && !style.isBold
          if isSpan { out.append("<text:span text:style-name=\"T1\">") }
          writeLine(line, isStart: &isStart, to: out)
          if isSpan { out.append("</text:span>") }
        }
      }
    }
    out.append("</text:p>")
  }

  /// No line breaks and tabs, and single spaces between words only.
  private static func isPlain(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var last: UInt8 = 0x20
    for byte in bytes {
      if byte <= 0x20, byte < 0x20 || last == 0x20 { return false }
      last = byte
    }
    return last != 0x20
  }

  private static func lines(of bytes: UnsafeBufferPointer<UInt8>) -> [UnsafeBufferPointer<UInt8>] {
    var lines: [UnsafeBufferPointer<UInt8>] = []
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      index += 1
      guard byte == 0x0A || byte == 0x0D else { continue }
      lines.append(UnsafeBufferPointer(rebasing: bytes[start..<index - 1]))
      if byte == 0x0D, index < bytes.count, bytes[index] == 0x0A { index += 1 }
      start = index
    }
    lines.append(UnsafeBufferPointer(rebasing: bytes[start...]))
    return lines
  }

  /// `isStart`: nothing of the paragraph stands before. A single space between two words stays a space.
  private static func writeLine(_ line: UnsafeBufferPointer<UInt8>, isStart: inout Bool, to out: ByteBuffer) {
    var start = 0
    var index = 0
    func endPlain() { out.text(UnsafeBufferPointer(rebasing: line[start..<index])) }
    while index < line.count {
      if line[index] == 0x09 {
        endPlain()
        out.append("<text:tab/>")
        index += 1
        start = index
        isStart = true
      } else if line[index] == 0x20 {
        var end = index + 1
        while end < line.count, line[end] == 0x20 { end += 1 }
        let isInside = !isStart && end < line.count && line[end] != 0x09
        if end - index > 1 || !isInside {
          endPlain()
          out.append("<text:s text:c=\"")
          out.append(end - index)
          out.append("\"/>")
          start = end
        }
        index = end
        isStart = false
      } else {
        index += 1
        isStart = false
      }
    }
    endPlain()
  }
}
