import Reporting

extension DocumentSheet {
  /// Columns of the grid that requisites lie over.
  private enum Span {
    /// To the rule to sign on.
    static let text = 3
    static let rule = 2
    static let name = 2
    /// To the corner of an approval, and the corner: b, gap, name.
    static let beforeCorner = 4
    static let corner = 4
    /// Of the table of acknowledgement: name, position, signature, date.
    static let acknowledgement = [2, 2, 3, 1]
  }

  /// In millimetres: a list's marker, two columns of text, a rule to sign on in two parts, a gap, a name in two parts. The
  /// corner of an approval is 8 cm wide (ГОСТ Р 7.0.97-2025).
  static func grid(_ textWidth: Double) -> [Double] {
    let (marker, rule, gap, name) = (8.0, [10.0, 26], 3.0, [16.0, 35])
    let text = textWidth - marker - gap - (rule + name).reduce(0, +)
    return [marker, text * 0.54, text * 0.46] + rule + [gap] + name
  }

  mutating func append(_ head: DocumentHead) {
    let plain = CellStyle(size: DocumentSheet.size, vertical: .bottom)
    var (right, centered) = (plain, plain)
    right.horizontal = .right
    centered.horizontal = .center
    var bold = centered
    bold.isBold = true
    var kind = bold
    kind.size += 2
    var organisation = centered
    organisation.isBold = true
    append(head.organisation, organisation, blank: "(наименование организации)", rule: 60)
    append(.text(head.kind), kind, spacing: 16)
    append(
      [
        cell(head.date.map(Value.date) ?? DocumentSheet.dateRule, plain, span: Span.text),
        cell(.text("№ " + (head.number ?? "____________")), right, span: columns.count - Span.text),
      ], spacing: 10)
    append(head.place, centered, blank: "(место составления)", rule: 24)
    bold.vertical = .center
    if !head.heading.isEmpty { append(.text(head.heading), bold, spacing: 24) }
  }

  /// A centred requisite; a rule to write on where it is empty.
  private mutating func append(_ text: String, _ style: CellStyle, blank: String, rule length: Int) {
    guard text.isEmpty else { return append(.text(text), style, spacing: 4) }
    append(.text(String(repeating: "_", count: length)), style)
    var caption = style
    caption.size -= 4
    caption.isBold = false
    append(.text(blank), caption, spacing: 4)
  }

  mutating func append(_ signature: SignatureBlock) {
    let style = CellStyle(size: DocumentSheet.size, vertical: .bottom)
    var (ruled, caption, stamp) = (style, style, style)
    ruled.edges = .bottom
    caption.size -= 4
    caption.horizontal = .center
    stamp.horizontal = .center
    var name = signature.name == nil ? ruled : style
    name.horizontal = .right
    let gap = cell(.empty, style)
    append(
      [
        cell(.text(signature.position), style, span: Span.text), cell(.empty, ruled, span: Span.rule), gap,
        cell(signature.name.map { .text($0) } ?? .empty, name, span: Span.name),
      ], spacing: 20)
    let before = cell(.empty, style, span: Span.text)
    let decoded = cell(.text("(расшифровка подписи)"), caption, span: Span.name)
    append(
      [before, cell(.text("(подпись)"), caption, span: Span.rule), gap] + (signature.name == nil ? [decoded] : []),
      spacing: 0)
    append(
      [
        cell(signature.date.map(Value.date) ?? DocumentSheet.dateRule, style, span: Span.text),
        cell(signature.hasStamp ? .text("М.П.") : .empty, stamp, span: Span.rule),
      ], spacing: 8)
    if signature.reservesMark { appendFrame() }
  }

  /// An empty frame at the right, for the mark of an electronic signature: 25 mm high, as on paper.
  private mutating func appendFrame() {
    var frame = CellStyle(size: DocumentSheet.size - 2, horizontal: .center, vertical: .center)
    frame.edges = .all
    let height = 25 / FontMetrics.millimetresPerPoint
    append(
      [
        cell(.empty, CellStyle(size: DocumentSheet.size), span: Span.beforeCorner),
        cell(.text(SignatureBlock.markCaption), frame, span: Span.corner),
      ], spacing: height - Content.height(ofLines: 1, size: DocumentSheet.size))
  }

  /// In the upper right corner, lines under each other.
  mutating func append(_ approval: Approval) {
    let style = CellStyle(size: DocumentSheet.size)
    let lines = approval.lines
    for (index, line) in lines.enumerated() {
      append(
        [cell(.empty, style, span: Span.beforeCorner), cell(.text(line), style, span: Span.corner)],
        spacing: index == lines.count - 1 ? 12 : 3)
    }
  }

  /// A table with cells to sign in.
  mutating func append(_ acknowledgement: Acknowledgement) {
    let table = acknowledgement.table
    append(.text(table.caption), CellStyle(size: DocumentSheet.size, vertical: .bottom), spacing: 8)
    var head = CellStyle(
      size: DocumentSheet.size - 2, isBold: true, horizontal: .center, vertical: .center, edges: .all)
    head.fill = .header
    append(
      zip(table.columns, Span.acknowledgement).map { cell(.text($0.title), head, span: $1) }, spacing: 2)
    let style = CellStyle(size: DocumentSheet.size - 2, vertical: .center, edges: .all)
    for row in table.rows {
      append(zip(row.cells, Span.acknowledgement).map { cell(Content($0), style, span: $1) }, spacing: 10)
    }
    if table.rows.isEmpty { append([cell(.text(table.emptyText), style, span: columns.count)], spacing: 0) }
  }

  /// To write a date on.
  fileprivate static let dateRule = Value.text("«____» ________________ 20___ г.")

}
