import Reporting

extension TableComposer {
  /// Points, without padding: a narrower column leaves two or three letters on a line of a broken word.
  private static let narrow = 24.0

  /// The row of column titles. When a narrow column would break the words of its title, all titles that would be broken
  /// are turned, as in the registers of progress that schools print: they are read from the bottom up.
  func header(of table: Table, in columns: TableColumns) -> Strip {
    let widths = table.columns.indices.map { columns.width($0) - 2 * TableComposer.paddingX }
    let areBroken = zip(table.columns, widths).map { shaper.widestWord(of: $0.head, .tableHeader) > $1 }
    let areTurned = zip(areBroken, widths).contains { $0 && $1 < TableComposer.narrow }
    let titles = table.columns.indices.map { index in
      let title = table.columns[index].head
      return table.columns[index].isVertical || areTurned && areBroken[index]
        ? turned(title, width: widths[index]) : upright(title, width: widths[index])
    }
    let height = (titles.map(\.extent).max() ?? 0) + 2 * TableComposer.paddingY
    let row = TableRow(cells: table.columns.map { ($0.head, .tableHeader) }, grey: 0.88)
    var strip = Strip(height: height, boxes: frame(row, in: columns, height: height), keepsWithNext: true)
    for (index, title) in titles.enumerated() {
      let x = columns.x(index)
      if title.isTurned {
        let left = x + (columns.width(index) - title.text.height) / 2
        strip.boxes.append(.turnedText(title.text, x: left, y: height - TableComposer.paddingX))
      } else {
        strip.boxes.append(.text(title.text, x: x + TableComposer.paddingX, y: (height - title.text.height) / 2))
      }
    }
    strip.boxes.append(bottomRule(in: columns, y: height))
    return strip
  }

  /// The row of column numbers.
  func numbers(of table: Table, in columns: TableColumns) -> Strip {
    let cells = table.columns.indices.map { (text: String($0 + 1), style: TextStyle.tableHeader) }
    var strip = row(TableRow(cells: cells, grey: 0.95), in: columns)
    strip.keepsWithNext = true
    return strip
  }

  private typealias Title = (text: ShapedText, extent: Double, isTurned: Bool)

  private func upright(_ title: String, width: Double) -> Title {
    let text = shaper.shape(breakable(title, .tableHeader, width: width), .tableHeader, width: max(1, width))
    return (text, text.height, false)
  }

  /// On as few lines as the column's width holds side by side.
  private func turned(_ title: String, width: Double) -> Title {
    let style = TextStyle.tableHeader.aligned(.left)
    var text = shaper.shape(title, style, width: .millimetres(35))
    if text.height > width { text = shaper.shape(title, style, width: .millimetres(80)) }
    return (text, text.width + 2 * (TableComposer.paddingX - TableComposer.paddingY), true)
  }
}
