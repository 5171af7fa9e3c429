import Reporting

extension HTMLWriter {
  /// `style`: a further class of the table's box.
  mutating func write(_ table: Table, _ orientation: PageOrientation, style: String = "") {
    // On a narrow screen the table scrolls in its own box, which the keyboard can reach.
    let isBroad = table.columns.count > (orientation == .portrait ? 10 : 16)
    let classes = ["wide", isBroad ? "broad" : "", table.rowHeaders > 0 ? "headed" : "", style]
    start(
      "div",
      [
        "class": classes.filter { !$0.isEmpty }.joined(separator: " "), "role": "region",
        "aria-label": table.caption.isEmpty ? table.name : table.caption, "tabindex": "0",
      ])
    start("table")
    if !table.caption.isEmpty { element("caption", text: table.caption) }
    writeColumns(of: table, orientation)
    if table.rows.isEmpty {
      start("tbody")
      start("tr", ["class": "empty"])
      element("td", ["colspan": String(max(1, table.columns.count))], text: table.emptyText)
      end()
      end()
    } else {
      writeRows(table)
    }
    end()
    end()
  }

  private mutating func writeColumns(of table: Table, _ orientation: PageOrientation) {
    guard !table.columns.isEmpty else { return }
    let sum = table.columns.reduce(0) { $0 + max(1, $1.width) }
    let groups = table.columnGroups
    let isMerged = groups.contains { $0.title != nil }
    // A merged head heads a group of columns.
    for columns in isMerged ? groups.map(\.columns) : [table.columns.indices] {
      start("colgroup")
      for column in table.columns[columns] {
        let tenths = max(1, column.width) * 1000 / sum
        void("col", ["style": "width: \(tenths / 10).\(tenths % 10)%"])
      }
      end()
    }
    newline()
    start("thead")
    start("tr")
    for group in groups {
      if let title = group.title {
        element("th", ["scope": "colgroup", "colspan": String(group.columns.count)], text: title)
      } else {
        for column in table.columns[group.columns] { head(column, sum, orientation, rows: isMerged ? 2 : 1) }
      }
    }
    end()
    if isMerged {
      newline()
      start("tr", ["class": "lower"])
      for group in groups where group.title != nil {
        for column in table.columns[group.columns] { head(column, sum, orientation, rows: 1) }
      }
      end()
    }
    if table.numbersColumns {
      newline()
      start("tr", ["class": "numbers"])
      for index in table.columns.indices { element("td", text: String(index + 1)) }
      end()
    }
    end()
    newline()
  }

  private mutating func head(_ column: Table.Column, _ sum: Int, _ orientation: PageOrientation, rows: Int) {
    if rows > 1 {
      start("th", ["scope": "col", "rowspan": String(rows)])
    } else {
      start("th", ["scope": "col"])
    }
    if column.isVertical || isTurned(column, share: Double(max(1, column.width)) / Double(sum), orientation) {
      element("span", ["class": "turned"], text: column.title)
    } else {
      text(column.title)
    }
    end()
  }

  /// A title stands upright in a narrow column that its longest word would widen by half. Only a browser knows the widths:
  /// here a bold letter counts 2 mm, the text on the sheet is 165 or 252 mm wide.
  private func isTurned(_ column: Table.Column, share: Double, _ orientation: PageOrientation) -> Bool {
    let width = share * (orientation == .portrait ? 165 : 252)
    return width < 13 && Double(longestWord(column.title)) * 2 + 2.5 > 1.5 * width
  }

  /// In characters.
  private func longestWord(_ text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).map(\.count).max() ?? 0
  }

  /// A group row begins a row group of its own.
  private mutating func writeRows(_ table: Table) {
    start("tbody")
    for (index, row) in table.rows.enumerated() {
      if row.kind == .group, index > 0 {
        end()
        start("tbody")
      }
      newline()
      write(row, of: table)
    }
    end()
  }

  private mutating func write(_ row: Table.Row, of table: Table) {
    let columns = table.columns
    switch row.kind {
    case .group:
      start("tr", ["class": "group"])
      start("th", ["scope": "rowgroup", "colspan": String(max(1, columns.count))])
      write(row.cells.first ?? .empty)
      end()
    case .body, .subtotal, .total:
      if row.kind.isSum { start("tr", ["class": "total"]) } else { start("tr") }
      for (index, column) in columns.enumerated() {
        let name = index < (row.kind.isSum ? max(1, table.rowHeaders) : table.rowHeaders) ? "th" : "td"
        let value = index < row.cells.count ? row.cells[index] : .empty
        // A browser widens a column for its longest word, over the sheet's edge if need be.
        let isLong = longestWord(value.plainText) > 24
        let level = column.shade?.level(of: value) ?? 0
        let alignment = column.alignment.rawValue + (isLong ? " long" : "") + (level > 0 ? " h\(level)" : "")
        if name == "th" {
          start(name, ["scope": "row", "class": alignment])
        } else {
          start(name, ["class": alignment])
        }
        write(value)
        end()
      }
    }
    end()
  }
}
