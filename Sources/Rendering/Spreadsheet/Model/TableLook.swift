import Reporting

/// The looks of a table's cells, by column, kind of row, format and shade, as places in the workbook's style sheet: looked
/// up in a cell, never made there.
struct TableLook: Sendable {
  private static let formats = CellStyle.Format.allCases.count
  private static let levels = Shade.darkest + 1

  private let size: Double
  private let shades: [Shade?]
  /// By column, kind, format and level; 0 where a table has none such, for no value asks for it.
  private var styles: [Int]
  /// By the count of lines, from 1.
  private var heights: [Int] = []

  /// What of it a table uses; filled by one reading of its rows.
  struct Use: Sendable {
    fileprivate var isUsed: [Bool]
    fileprivate let shades: [Shade?]

    init(_ columns: [Table.Column]) {
      shades = columns.map(\.shade)
      isUsed = Array(repeating: false, count: columns.count * 2 * TableLook.formats * TableLook.levels)
    }

    /// What another reading of the same columns noted.
    mutating func merge(_ other: Use) {
      for place in isUsed.indices where other.isUsed[place] { isUsed[place] = true }
    }

    mutating func note(_ value: Value, column: Int, isSum: Bool) {
      isUsed[TableLook.place(value, column: column, isSum: isSum, shade: shades[column])] = true
    }
  }

  init(_ columns: [Table.Column], size: Double, use: Use, styles sheet: inout StyleSheet) {
    self.size = size
    shades = use.shades
    styles = Array(repeating: 0, count: use.isUsed.count)
    for column in columns.indices {
      for isSum in [false, true] {
        for (index, format) in CellStyle.Format.allCases.enumerated() {
          for level in 0..<TableLook.levels {
            let place = TableLook.place(column: column, isSum: isSum, format: index, level: level)
            guard use.isUsed[place] else { continue }
            let horizontal = CellStyle.Horizontal(columns[column].alignment)
            var style = CellStyle(size: size, isBold: isSum, horizontal: horizontal, edges: .all, format: format)
            style.fill = CellStyle.Colour(shade: level)
            styles[place] = sheet.index(of: style)
          }
        }
      }
    }
    let tallest = Int((Content.tallestRow - Content.height(ofLines: 0, size: size)) / size / FontMetrics.lineHeight) + 1
    heights = (1...tallest).map { lines in
      sheet.index(of: StyleSheet.RowStyle(height: Content.height(ofLines: lines, size: size)))
    }
  }

  func style(_ value: Value, column: Int, isSum: Bool) -> Int {
    styles[TableLook.place(value, column: column, isSum: isSum, shade: shades[column])]
  }

  /// Of a row with so many lines in its tallest cell.
  func height(ofLines count: Int) -> Int { heights[min(max(count, 1), heights.count) - 1] }

  private static func place(_ value: Value, column: Int, isSum: Bool, shade: Shade?) -> Int {
    place(
      column: column, isSum: isSum, format: CellStyle.Format(of: value).index, level: shade?.level(of: value) ?? 0)
  }

  private static func place(column: Int, isSum: Bool, format: Int, level: Int) -> Int {
    ((column * 2 + (isSum ? 1 : 0)) * formats + format) * levels + level
  }
}

extension CellStyle.Format {
  /// As a cell holds it: `general` where it is a text. Thousands stand apart from five digits on, so a year stays whole.
  init(of value: Value) {
    guard Content.counts(value) else {
      self = .general
      return
    }
    self =
      switch value {
      case .empty, .text: .general
      case .integer(let number): number.magnitude < 10_000 ? .integer : .grouped
      case .share: .share
      case .decimal: .decimal
      case .points: .points
      case .date: .date
      case .moment: .moment
      }
  }

  /// Its place in `allCases`.
  fileprivate var index: Int {
    switch self {
    case .general: 0
    case .integer: 1
    case .grouped: 2
    case .decimal: 3
    case .points: 4
    case .share: 5
    case .date: 6
    case .moment: 7
    }
  }
}
