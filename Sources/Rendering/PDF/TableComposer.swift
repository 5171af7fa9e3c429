import Reporting

/// Turns a table into strips: caption, header, rows.
struct TableComposer {
  let shaper: TextShaper
  let geometry: PageGeometry
  let structure: StructureTree
  /// Texts of cells that have been set: a table says few things many times.
  private(set) var cells = CellTexts()
  /// The least height of a row: room to write in, points.
  var leastRowHeight = 0.0

  private(set) var face = TableFace.regular

  func strips(for table: Table) -> [Strip] {
    guard !table.columns.isEmpty else {
      let texts = [(table.caption, TextStyle.caption), (table.emptyText, .note)].filter { !$0.0.isEmpty }
      var strips = texts.flatMap { text, style in
        shaper.shape(text, style, width: geometry.textWidth).tagged(structure.add(.paragraph)).lineStrips(x: 0)
      }
      for index in strips.indices.dropLast() { strips[index].keepsWithNext = true }
      return strips
    }
    let widths = widths(of: table)
    guard widths.fit(geometry.textWidth) || face != .regular else {
      var composer = self
      // What fits in no size is better read large.
      for face in [TableFace.dense, .tiny, .dense] {
        composer.face = face
        if composer.widths(of: table).fit(geometry.textWidth) { break }
      }
      return composer.strips(for: table)
    }
    let columns = TableColumns(
      relative: table.columns.map(\.width), wordWidths: widths.words, valueWidths: widths.values,
      width: geometry.textWidth)
    let element = structure.add(.table)
    var strips = caption(table, under: element)
    let headElement = structure.add(.tableHead, under: element)
    let head =
      [header(of: table, in: columns, under: headElement)]
      + (table.numbersColumns ? [numbers(of: table, in: columns, under: headElement)] : [])
    strips += head

    let body = structure.add(.tableBody, under: element)
    let rows = tableRows(table)
    let lastBody = rows.lastIndex { !$0.isTotal } ?? 0
    var header = repeated(head, of: table)
    for (index, plain) in rows.enumerated() {
      let row = tagged(plain, of: table, under: body)
      // The head of a page names the teacher whose rows go on there.
      if row.isGroup || row.isTotal { header = repeated(head, of: table) }
      // A teacher's name stays with the first of the rows under it, a total with the last of those above it, and no
      // row stands alone at either end of the table.
      let isBeforeTotal = index + 1 < rows.count && rows[index + 1].isTotal
      let keeps = row.isGroup || isBeforeTotal || index == 0 || index + 1 == lastBody
      strips += self.strips(for: row, in: columns, header: header, keepsWithNext: keeps && index + 1 < rows.count)
      if row.isGroup {
        var name = plain
        name.cells[0].text += " (продолжение)"
        header = repeated(head + [self.row(name, in: columns)], of: table)
      }
    }
    return strips
  }

  /// What a page that goes on begins with. Of a header that fills half a page only the column numbers, if there are any: the
  /// whole would leave no room for what it heads.
  private func repeated(_ strips: [Strip], of table: Table) -> Strip.RepeatedHeader? {
    repeated(strips) ?? (table.numbersColumns ? repeated(Array(strips.dropFirst())) : nil)
  }

  private func repeated(_ strips: [Strip]) -> Strip.RepeatedHeader? {
    var header = Strip.RepeatedHeader(height: 0, boxes: [])
    for strip in strips {
      header.boxes += strip.boxes.map { $0.moved(x: 0, y: header.height).asArtifact }
      header.height += strip.height
    }
    return header.height < geometry.textHeight / 2 ? header : nil
  }

  private func strips(
    for row: TableRow, in columns: TableColumns, header: Strip.RepeatedHeader?, keepsWithNext: Bool
  ) -> [Strip] {
    var strip = self.row(row, in: columns)
    guard strip.height <= geometry.textHeight - (header?.height ?? 0) else {
      return slices(of: row, in: columns, header: header, keepsWithNext: keepsWithNext)
    }
    strip.header = header
    strip.keepsWithNext = keepsWithNext
    return [strip]
  }

  private func caption(_ table: Table, under element: Int) -> [Strip] {
    guard !table.caption.isEmpty else { return [] }
    let text = shaper.shape(table.caption, .caption, width: geometry.textWidth)
    var strips = text.tagged(structure.add(.caption, under: element)).lineStrips(x: 0)
    strips[strips.count - 1].height += 3
    for index in strips.indices { strips[index].keepsWithNext = true }
    return strips
  }

  private func tableRows(_ table: Table) -> [TableRow] {
    guard !table.rows.isEmpty else {
      return [TableRow(cells: [.init(text: table.emptyText, style: face.cell(.center))])]
    }
    return table.rows.map { row in
      if row.kind == .group {
        let text = row.cells.first?.plainText ?? ""
        return TableRow(cells: [.init(text: text, style: face.cell(.left, isBold: true))], grey: 0.95, isGroup: true)
      }
      let cells = table.columns.indices.map { index -> TableRow.Cell in
        let (column, value) = (table.columns[index], index < row.cells.count ? row.cells[index] : .empty)
        let level = column.shade?.level(of: value) ?? 0
        return .init(
          text: value.plainText, style: style(column, isBold: row.kind.isSum),
          grey: level > 0 ? PageShape.greys[level] : nil)
      }
      return TableRow(cells: cells, isTotal: row.kind.isSum)
    }
  }

  /// The row with elements of its own: cells that head the row, or all rows up to the next group, are header cells.
  private func tagged(_ row: TableRow, of table: Table, under body: Int) -> TableRow {
    var row = row
    let element = structure.add(.tableRow, under: body)
    let span = row.cells.count == 1 ? table.columns.count : 1
    let cells = row.cells.indices.map { index in
      row.isGroup || span == 1 && index < table.rowHeaders
        ? structure.add(.tableHeader, under: element, scope: .row, columnSpan: span)
        : structure.add(.tableCell, under: element, columnSpan: span)
    }
    row.elements = TableRow.Elements(row: element, cells: cells)
    return row
  }

  private func style(_ column: Table.Column, isBold: Bool) -> TextStyle {
    switch column.alignment {
    case .left: face.cell(.left, isBold: isBold)
    case .center: face.cell(.center, isBold: isBold)
    case .right: face.cell(.right, isBold: isBold)
    }
  }

  /// The least widths of the columns that tear no word, and that tear no number and no date.
  private struct Widths {
    var words: [Double]
    var values: [Double]

    func fit(_ width: Double) -> Bool { zip(words, values).reduce(0) { $0 + max($1.0, $1.1) } <= width }
  }

  private func widths(of table: Table) -> Widths {
    // Words of more than a quarter of the page are broken all the same.
    let most = geometry.textWidth / 4
    let padding = 2 * face.paddingX + 0.5
    let line = face.lineHeight
    var words = table.columns.map {
      ($0.isVertical ? line : min(most, shaper.widestWord(of: $0.title, face.header))) + padding
    }
    var values = table.columns.map { _ in line + padding }
    for row in table.rows where row.kind != .group {
      for (index, (column, value)) in zip(table.columns, row.cells).enumerated() {
        let width = shaper.widestWord(of: value.plainText, style(column, isBold: row.kind.isSum))
        if width <= most { words[index] = max(words[index], width + padding) }
        if case .text = value { continue }
        values[index] = max(values[index], width + padding)
      }
    }
    return Widths(words: words, values: values)
  }
}
