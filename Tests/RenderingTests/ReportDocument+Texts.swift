import Reporting

extension ReportDocument {
  /// Every text a reader of the printed document must find, as it is printed.
  var printedTexts: [String] {
    let texts = blocks.flatMap { block -> [String] in
      switch block {
      case .head(let head):
        [
          head.organisation, head.kind, head.date?.russian ?? "", head.number.map { "№ \($0)" } ?? "", head.place,
          head.heading,
        ]
      case .heading(_, let text): [text]
      case .paragraph(let paragraph): [paragraph.content.map(\.printedText).joined()]
      case .list(let items, _): items.map { $0.map(\.printedText).joined() }
      case .table(let table):
        [table.caption] + table.columns.map(\.title)
          + (table.rows.isEmpty ? [table.emptyText] : table.rows.flatMap { $0.cells.map(\.plainText) })
      case .signature(let signature):
        [
          signature.position, signature.name ?? "(расшифровка подписи)", signature.date?.russian ?? "(дата)",
          signature.hasStamp ? "М.П." : "",
        ]
      case .pageBreak: []
      }
    }
    return (texts + (isDraft ? ["ПРОЕКТ"] : [])).filter { !$0.isEmpty }
  }
}

extension Inline {
  fileprivate var printedText: String {
    switch self {
    case .text(let text), .strong(let text): text
    case .value(let value): value.plainText
    }
  }
}

extension String {
  /// Without spaces and hyphens, so that line breaks do not matter.
  var unbroken: String {
    filter { !$0.isWhitespace && $0 != "-" && $0 != "\u{2010}" && $0 != "\u{ad}" }
  }
}
