/// The elements of a page that make its tables, one in another; what stands outside of their cells is left out.
final class HTMLHandler {
  private(set) var isComplete = false
  private var tables: [HTMLTable] = []
  /// The tables that are open, the innermost last.
  private var open: [Int] = []
  /// Open titles, scripts and style sheets.
  private var hidden = 0

  var grids: [SheetGrid] { tables.map(\.grid) }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    switch name {
    case "td", "th":
      guard let table = open.last else { return }
      try tables[table].beginCell(columns: attributes.number("colspan"), rows: attributes.number("rowspan"))
    case "tr":
      if let table = open.last { try tables[table].beginRow() }
    case "table":
      change { $0.beginBlock() }
      tables.append(HTMLTable(name: "Таблица \(tables.count + 1)"))
      open.append(tables.count - 1)
    case "span": change { $0.beginSpan() }
    case "br": change { $0.breakLine() }
    case "title", "script", "style": hidden += 1
    default:
      if HTMLHandler.isBlock(name) { change { $0.beginBlock() } }
    }
  }

  func end(_ name: XMLName) throws {
    switch name {
    case "td", "th":
      if let table = open.last { tables[table].endCell() }
    case "tr":
      if let table = open.last { tables[table].endRow() }
    case "table":
      guard let table = open.popLast() else { return }
      tables[table].endRow()
      change { $0.beginBlock() }
    case "span": change { $0.endSpan() }
    case "title", "script", "style": hidden = max(0, hidden - 1)
    default:
      if HTMLHandler.isBlock(name) { change { $0.beginBlock() } }
    }
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    if hidden == 0 { change { $0.append(bytes) } }
  }

  /// Whatever is still open now is closed by the parser alone.
  func endPage() { isComplete = open.isEmpty }

  /// The text that is being read: of the innermost open cell. What stands in a table and in none of its cells, such as its
  /// caption, a browser shows outside.
  private func change(_ body: (inout HTMLText) -> Void) {
    if let table = open.last(where: { tables[$0].isInCell }) { body(&tables[table].text) }
  }

  private static func isBlock(_ name: XMLName) -> Bool {
    switch name {
    case "p", "div", "li", "ul", "ol", "dl", "dt", "dd", "h1", "h2", "h3", "h4", "h5", "h6", "hr", "pre", "center",
      "form",
      "fieldset", "address", "blockquote", "caption", "section", "article", "header", "footer":
      true
    default: false
    }
  }
}
