import Reporting

extension ReportDocument {
  /// Every text a reader of the printed document must find, as it is printed.
  var printedTexts: [String] { texts(\.printedTexts, ofChart: \.table.printedTexts) + (isDraft ? ["ПРОЕКТ"] : []) }

  enum ChartTexts { case title, table }
  enum TableTexts { case all, caption }

  /// In the order of the document, as far as a format says them there.
  func texts(charts: ChartTexts, tables: TableTexts = .all, hasDates: Bool = true) -> [String] {
    let table: (Table) -> [String] = { tables == .all ? $0.drawnTexts : [$0.caption] }
    var texts = texts(table, ofChart: { charts == .title ? [$0.title] : table($0.table) }).filter { $0 != "(дата)" }
    if !hasDates {
      let dates = blocks.compactMap { block -> String? in
        switch block {
        case .head(let head): head.date?.russian
        case .signature(let signature): signature.date?.russian
        default: nil
        }
      }
      texts.removeAll { dates.contains($0) }
    }
    return texts
  }

  /// The same in the order in which a page draws it: titles under a common head stand in a second story.
  /// Of a drawn chart no more than its title.
  var drawnTexts: [String] { texts(\.drawnTexts) { [$0.title] } }

  var charts: [Chart] {
    blocks.compactMap { block in
      if case .chart(let chart) = block { chart } else { nil }
    }
  }

  private func texts(_ texts: (Table) -> [String], ofChart: (Chart) -> [String]) -> [String] {
    let all = blocks.flatMap { block -> [String] in
      switch block {
      case .head(let head):
        [
          head.organisation, head.kind, head.date?.russian ?? "", head.number.map { "№ \($0)" } ?? "", head.place,
          head.heading,
        ]
      case .heading(_, let text): [text]
      case .paragraph(let paragraph): [paragraph.content.map(\.printedText).joined()]
      case .list(let items, _): items.map { $0.map(\.printedText).joined() }
      case .table(let table): texts(table)
      case .chart(let chart): ofChart(chart)
      case .acknowledgement(let acknowledgement): texts(acknowledgement.table)
      case .approval(let approval): approval.lines
      case .signature(let signature):
        [
          signature.position, signature.name ?? "(расшифровка подписи)", signature.date?.russian ?? "(дата)",
          signature.hasStamp ? "М.П." : "", signature.reservesMark ? SignatureBlock.markCaption : "",
        ]
      case .pageBreak, .section, .part: []
      }
    }
    return all.filter { !$0.isEmpty }
  }
}

extension ReportDocument {
  /// Everything that is printed as a table.
  var tables: [Table] {
    blocks.compactMap { block in
      switch block {
      case .table(let table): table
      case .chart(let chart): chart.table
      case .acknowledgement(let acknowledgement): acknowledgement.table
      default: nil
      }
    }
  }

  /// Those that have a sheet of a workbook each.
  var sheetTables: [Table] {
    blocks.compactMap { block in
      switch block {
      case .table(let table): table
      case .chart(let chart): chart.table
      default: nil
      }
    }
  }
}

extension Table {
  /// Caption, titles, column numbers, then the cells row by row, as they print.
  var printedTexts: [String] {
    [caption] + columns.map { column in column.group.map { "\($0): \(column.title)" } ?? column.title }
      + (numbersColumns ? columns.indices.map { String($0 + 1) } : [])
      + (rows.isEmpty ? [emptyText] : rows.flatMap { $0.cells.map(\.plainText) })
  }
}

extension Table {
  var drawnTexts: [String] {
    let groups = columnGroups
    let head =
      groups.flatMap { group in group.title.map { [$0] } ?? group.columns.map { columns[$0].title } }
      + groups.filter { $0.title != nil }.flatMap { $0.columns.map { columns[$0].title } }
    return [caption] + head + printedTexts.dropFirst(1 + columns.count)
  }

  /// Caption and titles row by row, where heads are merged over their groups: a title without a group stands in the upper row.
  var headTexts: [String] {
    guard columns.contains(where: { $0.group != nil }) else { return [caption] + columns.map(\.title) }
    return [caption] + columnGroups.map { $0.title ?? columns[$0.columns.lowerBound].title }
      + columns.filter { $0.group != nil }.map(\.title)
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
