import Reporting

extension TableComposer {
  /// Points, without padding: a narrower column leaves two or three letters on a line of a broken word.
  private static let narrow = 28.0
  private static let headGrey = 0.88

  /// The row of column titles, of two stories where columns stand under a common head. When a narrow column would break the
  /// words of its title, all titles that would be broken are turned, as in the registers of progress that schools print:
  /// they are read from the bottom up.
  func header(of table: Table, in columns: TableColumns, under head: Int) -> Strip {
    let groups = table.columnGroups
    let hasGroups = groups.contains { $0.title != nil }
    let elements = headElements(of: table, under: head)
    let titles = titles(of: table, in: columns)
    let groupTitles = groups.map { group -> Title? in
      let width = columns.width(group.columns.lowerBound, span: group.columns.count) - 2 * face.paddingX
      // Over one narrow column it would be torn into letters.
      return group.title.map { title in
        width < TableComposer.narrow && shaper.widestWord(of: title, face.header) > width
          ? turned(title, width: width) : upright(title, width: width)
      }
    }
    func tallest(_ titles: [Title]) -> Double { (titles.map(\.extent).max() ?? 0) + 2 * face.paddingY }
    let upper = hasGroups ? tallest(groupTitles.compactMap { $0 }) : 0
    let lower = tallest(titles.indices.filter { table.columns[$0].group != nil || !hasGroups }.map { titles[$0] })
    let whole = tallest(titles.indices.filter { table.columns[$0].group == nil }.map { titles[$0] })
    let height = max(upper + lower, whole)

    let right = columns.x(columns.count)
    var strip = Strip(height: height, keepsWithNext: true)
    strip.boxes.append(.fill(x: 0, y: 0, width: right, height: height, grey: TableComposer.headGrey))
    for y in [0, height] { strip.boxes.append(.rule(x1: 0, y1: y, x2: right, y2: y)) }
    for (group, title) in zip(groups, groupTitles) {
      let (left, end) = (columns.x(group.columns.lowerBound), columns.x(group.columns.upperBound))
      strip.boxes.append(.rule(x1: left, y1: 0, x2: left, y2: height))
      guard title != nil else { continue }
      strip.boxes.append(.rule(x1: left, y1: upper, x2: end, y2: upper))
      for column in group.columns.dropFirst() {
        strip.boxes.append(.rule(x1: columns.x(column), y1: upper, x2: columns.x(column), y2: height))
      }
    }
    strip.boxes.append(.rule(x1: right, y1: 0, x2: right, y2: height))

    for (index, (group, title)) in zip(groups, groupTitles).enumerated() {
      let first = group.columns.lowerBound
      if var title {
        title.text.element = elements.groups[index]
        strip.boxes.append(place(title, in: columns, first, top: 0, bottom: upper))
      } else {
        for column in group.columns {
          var title = titles[column]
          title.text.element = elements.columns[column]
          strip.boxes.append(place(title, in: columns, column, top: 0, bottom: height))
        }
      }
    }
    for (group, _) in zip(groups, groupTitles) where group.title != nil {
      for column in group.columns {
        var title = titles[column]
        title.text.element = elements.columns[column]
        strip.boxes.append(place(title, in: columns, column, top: upper, bottom: height))
      }
    }
    return strip
  }

  /// The row of column numbers.
  func numbers(of table: Table, in columns: TableColumns, under head: Int) -> Strip {
    let cells = table.columns.indices.map { TableRow.Cell(text: String($0 + 1), style: .columnNumber) }
    let element = structure.add(.tableRow, under: head)
    let elements = cells.map { _ in structure.add(.tableHeader, under: element, scope: .column) }
    var composer = self
    composer.leastRowHeight = 0
    var strip = composer.row(
      TableRow(cells: cells, grey: 0.95, elements: .init(row: element, cells: elements)), in: columns)
    strip.keepsWithNext = true
    return strip
  }

  /// Two rows of header cells where there are common heads: these span their columns, other titles both rows.
  private func headElements(of table: Table, under head: Int) -> (groups: [Int?], columns: [Int]) {
    let groups = table.columnGroups
    let hasGroups = groups.contains { $0.title != nil }
    let upper = structure.add(.tableRow, under: head)
    var groupElements: [Int?] = []
    var columns = [Int](repeating: 0, count: table.columns.count)
    for group in groups {
      if group.title != nil {
        groupElements.append(
          structure.add(.tableHeader, under: upper, scope: .column, columnSpan: group.columns.count))
      } else {
        groupElements.append(nil)
        for column in group.columns {
          columns[column] = structure.add(.tableHeader, under: upper, scope: .column, rowSpan: hasGroups ? 2 : 1)
        }
      }
    }
    guard hasGroups else { return (groupElements, columns) }
    let lower = structure.add(.tableRow, under: head)
    for group in groups where group.title != nil {
      for column in group.columns { columns[column] = structure.add(.tableHeader, under: lower, scope: .column) }
    }
    return (groupElements, columns)
  }

  /// A title, its height in the head, and the width of the columns it stands over.
  private struct Title {
    var text: ShapedText
    var extent: Double
    var isTurned: Bool
  }

  private func titles(of table: Table, in columns: TableColumns) -> [Title] {
    let widths = table.columns.indices.map { columns.width($0) - 2 * face.paddingX }
    let areBroken = zip(table.columns, widths).map { shaper.widestWord(of: $0.title, face.header) > $1 }
    let areTurned = zip(areBroken, widths).contains { $0 && $1 < TableComposer.narrow }
    return table.columns.indices.map { index in
      let title = table.columns[index].title
      return table.columns[index].isVertical || areTurned && areBroken[index]
        ? turned(title, width: widths[index]) : upright(title, width: widths[index])
    }
  }

  private func place(
    _ title: Title, in columns: TableColumns, _ column: Int, top: Double, bottom: Double
  ) -> PageBox {
    guard title.isTurned else {
      let y = top + (bottom - top - title.text.height) / 2
      return .text(title.text, x: columns.x(column) + face.paddingX, y: y)
    }
    let left = columns.x(column) + (columns.width(column) - title.text.height) / 2
    return .turnedText(title.text, x: left, y: bottom - face.paddingX)
  }

  private func upright(_ title: String, width: Double) -> Title {
    let text = shaper.shape(breakable(title, face.header, width: width), face.header, width: max(1, width))
    return Title(text: text, extent: text.height, isTurned: false)
  }

  /// As short as the column's width allows: lines may stand close to its borders, for they bring their own white.
  private func turned(_ title: String, width: Double) -> Title {
    let style = face.header.aligned(.left)
    var text = shaper.shape(title, style, width: .millimetres(35))
    for length in [50.0, 65, 90] where text.height > width + 2 * face.paddingX - 1 {
      text = shaper.shape(title, style, width: .millimetres(length))
    }
    return Title(
      text: text, extent: text.width + 2 * (face.paddingX - face.paddingY), isTurned: true)
  }
}
