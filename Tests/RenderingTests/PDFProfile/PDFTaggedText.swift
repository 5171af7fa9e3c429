/// What a screen reader says of a file: the tree of its structure with the texts of its elements.
struct PDFTaggedText {
  /// Texts of marked content by page and number.
  private var texts: [[Int]: String] = [:]
  private let subject: PDFSubject

  init(_ subject: PDFSubject) {
    self.subject = subject
    for (page, operations) in zip(subject.pages, subject.operations) {
      var open: [Int?] = []
      var font: PDFValue?
      for operation in operations {
        switch operation.name {
        case "BMC", "BDC":
          let key = operation.operands.firstIndex(of: .name(Array("MCID".utf8)))
          open.append(key.flatMap { operation.operands[$0 + 1].number }.map { Int($0) })
        case "EMC": open.removeLast()
        case "Tf": font = operation.operands.first?.nameText.map { page["Resources"]["Font"][$0] }
        case "TJ":
          guard let number = open.last ?? nil, let font else { continue }
          for string in operation.operands.compactMap(\.string) {
            for index in stride(from: 0, to: string.count - 1, by: 2) {
              let code = Int(string[index]) << 8 | Int(string[index + 1])
              texts[[page.number, number], default: ""] += text(code, font)
            }
          }
        default: break
        }
      }
    }
  }

  private var maps: [Int: [Int: String]] = [:]

  private mutating func text(_ code: Int, _ font: PDFValue) -> String {
    if let known = maps[font.number]?[code] { return known }
    let shown = PDFShownGlyph(font: font, code: code, isInvisible: false)
    let text = String(decoding: subject.unicode(of: shown) ?? [], as: UTF16.self)
    maps[font.number, default: [:]][code] = text
    return text
  }

  func text(of element: PDFStructure.Element) -> String {
    element.marks.map { texts[[$0.page, $0.number]] ?? "" }.joined()
      + element.kids.map { text(of: $0) }.joined(separator: "\n")
  }

  /// A line an element: type, attributes, text.
  var tree: [String] { subject.structure.elements.filter { $0.parent == nil }.flatMap { lines(of: $0, indent: "") } }

  private func lines(of element: PDFStructure.Element, indent: String) -> [String] {
    var line = indent + element.type
    if let scope = element.attribute("Scope")?.name { line += " \(scope)" }
    if element.columnSpan > 1 { line += " columns=\(element.columnSpan)" }
    if element.rowSpan > 1 { line += " rows=\(element.rowSpan)" }
    if let alternative = element.value["Alt"].text { line += " [\(alternative)]" }
    if element.kids.isEmpty, !text(of: element).isEmpty { line += ": \(text(of: element))" }
    return [line] + element.kids.flatMap { lines(of: $0, indent: indent + "  ") }
  }
}
