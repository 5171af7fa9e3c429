import Reporting

/// The first sheet: the document in reading order over a grid of columns. A table's place is held by its caption with a link
/// to the table's sheet.
struct DocumentSheet {
  static let size = 12.0
  private let page: SheetPage
  let columns: [Double]
  private var rows: [Sheet.Row] = []
  private var startsPage = false
  var styles = StyleSheet()

  init(_ document: ReportDocument, page: SheetPage) {
    self.page = page
    columns = DocumentSheet.grid(page.textWidth)
    if document.isDraft {
      let style = CellStyle(size: DocumentSheet.size, isBold: true, colour: .draft, horizontal: .right)
      append(.text(Workbook.draftMark), style)
    }
  }

  /// The kind of the document: «СПРАВКА» gives «Справка».
  static func name(of document: ReportDocument) -> String {
    for case .head(let head) in document.blocks {
      return head.kind.prefix(1).uppercased() + head.kind.dropFirst().lowercased()
    }
    return ""
  }

  func sheet(named name: String) -> Sheet {
    Sheet(name: name, page: page, columns: columns, rows: rows, header: nil)
  }

  mutating func append(_ block: Block) {
    switch block {
    case .head(let head): append(head)
    case .heading(let level, let text):
      let size = level <= 1 ? DocumentSheet.size + 1 : DocumentSheet.size
      let style = CellStyle(size: size, isBold: true, vertical: .bottom)
      append(.text(text), style, spacing: level <= 1 ? 12 : 8)
    case .paragraph(let paragraph): append(paragraph)
    case .list(let items, let numbered):
      for (index, item) in items.enumerated() {
        append(Content(item.map(Run.init)), .body, marker: numbered ? "\(index + 1)." : "—", spacing: 2)
      }
    // Their places need the names of their sheets.
    case .table, .chart: break
    case .signature(let signature): append(signature)
    case .approval(let approval): append(approval)
    case .acknowledgement(let acknowledgement): append(acknowledgement)
    case .pageBreak, .part: startsPage = !rows.isEmpty
    // Only tables stand the other way, each on its sheet.
    case .section: break
    }
  }

  /// `kind`: what stands on the other sheet, «Таблица».
  mutating func refer(to caption: String, kind: String, sheet name: String) {
    append(.text(caption), CellStyle(size: DocumentSheet.size, vertical: .bottom), spacing: 8)
    // LibreOffice never wraps a link, so it stands by itself and short.
    let style = CellStyle(size: DocumentSheet.size - 2, colour: .link)
    append(.text("\(kind) — на листе «\(name)»"), style, spacing: 4, link: name)
  }

  private mutating func append(_ paragraph: Paragraph) {
    let content = Content(paragraph.content.map(Run.init))
    switch paragraph.style {
    case .body: append(content, .body, spacing: 4)
    case .note: append(content, CellStyle(size: DocumentSheet.size - 2), spacing: 4)
    case .centered: append(content, CellStyle(size: DocumentSheet.size, horizontal: .center), spacing: 4)
    }
  }

  /// Text over the whole width, or beside a list's marker; too long for a row, it goes on in the next.
  mutating func append(
    _ content: Content, _ style: CellStyle, marker: String? = nil, spacing: Double = 0, link: String? = nil
  ) {
    let first = marker == nil ? 0 : 1
    let parts = content.parts(width: columns[first...].reduce(0, +), size: style.size, isBold: style.isBold)
    for (index, part) in parts.enumerated() {
      var cells: [Sheet.Cell] = []
      if let marker {
        let style = CellStyle(size: style.size, horizontal: .center)
        cells.append(cell(index == 0 ? .text(marker) : .empty, style))
      }
      cells.append(cell(part, style, span: columns.count - first, link: link))
      append(cells, spacing: index == parts.count - 1 ? spacing : 0)
    }
  }

  mutating func append(_ cells: [Sheet.Cell], spacing: Double) {
    rows.append(Sheet.Row(cells, widths: columns, spacing: spacing, startsPage: startsPage, styles: &styles))
    startsPage = false
  }

  mutating func cell(
    _ content: Content, _ style: CellStyle, span: Int = 1, link: String? = nil
  ) -> Sheet.Cell {
    Sheet.Cell(content: content, style: styles.index(of: style), columns: span, link: link)
  }

  /// A typed value, shown in its own format.
  mutating func cell(_ value: Value, _ style: CellStyle, span: Int) -> Sheet.Cell {
    var style = style
    style.format = CellStyle.Format(of: value)
    return cell(Content(value), style, span: span)
  }
}

extension CellStyle {
  /// Running text.
  fileprivate static let body = CellStyle(size: 12, horizontal: .justify)
}

extension Run {
  init(_ inline: Inline) {
    switch inline {
    case .text(let text): self.init(text: text)
    case .strong(let text): self.init(text: text, isBold: true)
    case .value(let value): self.init(text: value.plainText)
    }
  }
}
