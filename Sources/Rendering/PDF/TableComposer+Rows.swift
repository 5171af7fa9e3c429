extension TableComposer {
  private typealias CellText = (text: ShapedText, x: Double)

  /// The row as one strip.
  func row(_ row: TableRow, in columns: TableColumns) -> Strip {
    let texts = shape(row, in: columns)
    let height = max(leastRowHeight, texts.reduce(0) { max($0, $1.text.height) } + 2 * face.paddingY)
    var strip = Strip(height: height, boxes: frame(row, in: columns, height: height))
    strip.boxes.append(bottomRule(in: columns, y: height))
    for (text, x) in texts where !text.text.isEmpty {
      strip.boxes.append(.text(text, x: x, y: face.paddingY))
    }
    return strip
  }

  /// A row taller than a page, one strip a line of its cells; at least two lines stay together at both ends.
  func slices(
    of row: TableRow, in columns: TableColumns, header: Strip.RepeatedHeader?, keepsWithNext: Bool
  ) -> [Strip] {
    let texts = shape(row, in: columns)
    let count = texts.map(\.text.lines.count).max() ?? 0
    return (0..<count).map { index in
      let (isTop, isBottom) = (index == 0, index == count - 1)
      let lineHeight = texts.map { index < $0.text.lines.count ? $0.text.lines[index].height : 0 }.max() ?? 0
      let top = isTop ? face.paddingY : 0
      let height = top + lineHeight + (isBottom ? face.paddingY : 0)
      var strip = Strip(height: height, boxes: frame(row, in: columns, height: height), header: header)
      for (text, x) in texts where index < text.lines.count {
        strip.boxes.append(.text(text, lines: index..<(index + 1), x: x, y: top))
      }
      let rule = bottomRule(in: columns, y: height)
      if isBottom { strip.boxes.append(rule) } else { strip.boxesWhenCut = [rule] }
      strip.keepsWithNext = isBottom ? keepsWithNext : isTop || index == count - 2
      return strip
    }
  }

  private func shape(_ row: TableRow, in columns: TableColumns) -> [CellText] {
    row.cells.enumerated().map { index, cell in
      let width = columns.width(index, span: span(row, in: columns)) - 2 * face.paddingX
      var text = cells.text(cell, width: max(1, width)) { cell, width in
        shaper.words(cell.text, cell.style, width: width)
          ?? shaper.shape(breakable(cell.text, cell.style, width: width), cell.style, width: width)
      }
      text.element = row.elements?.cells[index]
      return (text, columns.x(index) + face.paddingX)
    }
  }

  /// With hyphens only where a word fits no line: elsewhere whole words read better in a narrow column.
  func breakable(_ text: String, _ style: TextStyle, width: Double) -> String {
    shaper.widestWord(of: text, style) > width ? RussianHyphenation.hyphenated(text) : text
  }

  private func span(_ row: TableRow, in columns: TableColumns) -> Int {
    row.cells.count == 1 ? columns.count : 1
  }

  /// Backgrounds with their upper border, and the borders between cells; the lower one comes with the row's end.
  func frame(_ row: TableRow, in columns: TableColumns, height: Double) -> [PageBox] {
    var boxes: [PageBox] = []
    let right = columns.x(columns.count)
    if let grey = row.grey { boxes.append(.fill(x: 0, y: 0, width: right, height: height, grey: grey)) }
    for (index, cell) in row.cells.enumerated() {
      guard let grey = cell.grey else { continue }
      boxes.append(.fill(x: columns.x(index), y: 0, width: columns.width(index), height: height, grey: grey))
    }
    // A fill hides half of the lower border of the row above.
    if !boxes.isEmpty { boxes.append(.rule(x1: 0, y1: 0, x2: right, y2: 0)) }
    if row.cells.count == 1 {
      for x in [0, right] { boxes.append(.rule(x1: x, y1: 0, x2: x, y2: height)) }
    } else {
      for x in columns.edges { boxes.append(.rule(x1: x, y1: 0, x2: x, y2: height)) }
    }
    return boxes
  }

  func bottomRule(in columns: TableColumns, y: Double) -> PageBox {
    .rule(x1: 0, y1: y, x2: columns.x(columns.count), y2: y)
  }
}
