/// Text of a cell: a paragraph a line. OpenDocument collapses white space, so spaces that count are elements.
enum ODSText {
  static func write(_ runs: [Run], _ style: CellStyle, link: String?, to xml: XMLWriter) {
    for line in lines(of: runs) {
      xml.element("text:p") {
        guard let link else { return write(line, style, to: xml) }
        xml.element(
          "text:a", ["xlink:type": "simple", "xlink:href": "#" + CellReference.quoted(link) + ".A1"]
        ) { write(line, style, to: xml) }
      }
    }
  }

  private static func write(_ line: [Run], _ style: CellStyle, to xml: XMLWriter) {
    for run in line {
      if run.isBold, !style.isBold {
        xml.element("text:span", ["text:style-name": ODSStyles.strong]) { write(run.text, to: xml) }
      } else {
        write(run.text, to: xml)
      }
    }
  }

  /// A single space between two words stays a space.
  private static func write(_ text: String, to xml: XMLWriter) {
    var plain = ""
    var spaces = 0
    func endPlain() {
      xml.text(plain)
      plain = ""
    }
    func endSpaces(isInside: Bool) {
      if spaces == 1, isInside, !plain.isEmpty {
        plain += " "
      } else if spaces > 0 {
        endPlain()
        xml.element("text:s", ["text:c": String(spaces)])
      }
      spaces = 0
    }
    for scalar in text.unicodeScalars {
      if scalar == " " {
        spaces += 1
        continue
      }
      endSpaces(isInside: scalar != "\t")
      if scalar == "\t" {
        endPlain()
        xml.element("text:tab")
      } else {
        plain.unicodeScalars.append(scalar)
      }
    }
    endSpaces(isInside: false)
    endPlain()
  }

  private static func lines(of runs: [Run]) -> [[Run]] {
    var lines: [[Run]] = [[]]
    for run in runs {
      let parts = run.text.xmlLegal.split(separator: "\n", omittingEmptySubsequences: false)
      for (index, part) in parts.enumerated() {
        if index > 0 { lines.append([]) }
        if !part.isEmpty { lines[lines.count - 1].append(Run(text: String(part), isBold: run.isBold)) }
      }
    }
    return lines
  }
}
