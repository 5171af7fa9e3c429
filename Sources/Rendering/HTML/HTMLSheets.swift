import Reporting

/// Writes the blocks of a document on sheets, which stand upright or lie; headings go down by one level at a time.
struct HTMLSheets {
  private let document: ReportDocument
  private var orientation: PageOrientation
  private var isOpen = false
  private var level = 1

  init(_ document: ReportDocument) {
    self.document = document
    orientation = document.orientation
  }

  mutating func write(_ block: Block, to writer: inout HTMLWriter) {
    switch block {
    case .section(let turned): return turn(to: turned, &writer)
    case .part(let part):
      turn(to: part.orientation, &writer)
      (isFirst, level) = (true, 1)
      return
    default: break
    }
    open(&writer)
    switch block {
    case .head(let head): writer.write(head)
    case .approval(let approval): writer.write(approval)
    case .heading(let level, let text):
      // The document's own title is the first level.
      self.level = min(6, max(2, level + 1), self.level + 1)
      writer.element("h\(self.level)", text: text)
    case .paragraph(let paragraph):
      writer.start("p", ["class": paragraph.style.rawValue])
      writer.write(paragraph.content)
      writer.end()
    case .list(let items, let isNumbered):
      writer.start(isNumbered ? "ol" : "ul")
      for item in items {
        writer.start("li")
        writer.write(item)
        writer.end()
      }
      writer.end()
    case .table(let table): writer.write(table, orientation)
    case .chart(let chart): writer.write(chart, orientation)
    case .signature(let signature): writer.write(signature)
    case .acknowledgement(let acknowledgement): writer.write(acknowledgement.table, orientation, style: "to-sign")
    case .pageBreak: writer.void("hr", ["class": "page-break"])
    case .section, .part: break
    }
  }

  /// What no block follows begins no sheet.
  private mutating func turn(to orientation: PageOrientation, _ writer: inout HTMLWriter) {
    if isOpen { writer.end() }
    isOpen = false
    self.orientation = orientation
  }

  mutating func end(_ writer: inout HTMLWriter) {
    open(&writer)
    writer.end()
    isOpen = false
  }

  /// Of the document or a part of it.
  private var isFirst = true

  private mutating func open(_ writer: inout HTMLWriter) {
    guard !isOpen else { return }
    isOpen = true
    writer.start("div", ["class": "sheet \(orientation.rawValue)"])
    writer.newline()
    guard isFirst else { return }
    isFirst = false
    if document.isDraft {
      writer.element("p", ["class": "draft-mark"], text: "ПРОЕКТ")
      writer.newline()
    }
    let hasHead = document.blocks.contains { if case .head = $0 { true } else { false } }
    if !hasHead {
      writer.element("h1", ["class": "unseen"], text: document.properties.title)
      writer.newline()
    }
  }
}
