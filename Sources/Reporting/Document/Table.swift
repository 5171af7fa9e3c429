/// Rows of typed values under titled columns.
public struct Table: Hashable, Sendable {
  /// Unique in the document and short: the sheet's name in a workbook (at most 31 characters, none of `[]:*?/\`).
  public var name: String
  /// Printed above the table: «Таблица 1. Показатели контроля» (the number is part of the text).
  public var caption: String
  public var columns: [Column]
  public var rows: [Row]
  /// Printed in place of rows when there are none: «Замечаний нет».
  public var emptyText: String
  /// How many of the first columns head their rows: they stay in view, and a screen reader says them.
  public var rowHeaders: Int
  /// A row of column numbers stands under the titles and is repeated with them.
  public var numbersColumns: Bool

  public init(
    name: String, caption: String, columns: [Column], rows: [Row], emptyText: String = "Нет данных",
    rowHeaders: Int = 0, numbersColumns: Bool = false
  ) {
    self.name = name
    self.caption = caption
    self.columns = columns
    self.rows = rows
    self.emptyText = emptyText
    self.rowHeaders = rowHeaders
    self.numbersColumns = numbersColumns
  }

  /// Neighbouring columns under their common head, in order; a nil title for columns that have none.
  public var columnGroups: [(title: String?, columns: Range<Int>)] {
    var groups: [(title: String?, columns: Range<Int>)] = []
    for (index, column) in columns.enumerated() {
      if let last = groups.last, let title = column.group, last.title == title {
        groups[groups.count - 1].columns = last.columns.lowerBound..<index + 1
      } else {
        groups.append((column.group, index..<index + 1))
      }
    }
    return groups
  }
}
