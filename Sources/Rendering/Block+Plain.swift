import Reporting

extension Block {
  /// The same content in blocks of text and tables, for a renderer that does not draw this kind of block.
  var plain: [Block] {
    switch self {
    case .approval(let approval): approval.lines.map { .paragraph(Paragraph($0, style: .centered)) }
    case .acknowledgement(let acknowledgement): [.table(acknowledgement.table)]
    case .chart(let chart): [.table(chart.table)]
    case .signature(let signature) where signature.reservesMark:
      [.signature(signature.withoutMark), .paragraph(Paragraph("[\(SignatureBlock.markCaption)]", style: .note))]
    case .section, .part: [.pageBreak]
    default: [self]
    }
  }
}

extension SignatureBlock {
  fileprivate var withoutMark: SignatureBlock {
    var signature = self
    signature.reservesMark = false
    return signature
  }
}

extension Table.Column {
  /// With the merged head's title, for a head of one row.
  var head: String { group.map { "\($0): \(title)" } ?? title }
}
