import Reporting

/// Column widths of a table's sheet, in millimetres.
enum ColumnWidths {
  /// What the programs leave free at the sides of a cell, with some air.
  static let padding = 4.0
  /// The button of the filter in a header cell.
  private static let button = 5.0
  /// A word longer than this is broken.
  private static let widestWord = 45.0

  /// What a column keeps of the width it asks for when others need more than theirs.
  private static let kept = 0.8

  /// The widths the document asks for, over the width of the page, but no column narrower than its longest word, number
  /// or date: a number that does not fit is shown as `###`. If the narrowest widths do not fit the page, the sheet is
  /// wider, and printing scales it down.
  static func fitted(_ table: Table, to pageWidth: Double, size: Double) -> [Double] {
    var narrowest = table.columns.map { longestWord(in: $0.head, size: size, isBold: true) + padding + button }
    for row in table.rows where row.kind != .group {
      for (column, value) in zip(narrowest.indices, row.cells) {
        narrowest[column] = max(narrowest[column], width(of: value, size: size, isBold: row.kind.isSum) + padding)
      }
    }
    let asked = table.columns.map { Double(max($0.width, 1)) }
    let parts = asked.reduce(0, +)
    for column in asked.indices {
      narrowest[column] = max(narrowest[column], kept * pageWidth * asked[column] / parts)
    }
    // Columns that need more than their part get what they need; the others share what is left.
    var fixed = Set<Int>()
    while true {
      let free = narrowest.indices.filter { !fixed.contains($0) }
      let left = fixed.reduce(pageWidth) { $0 - narrowest[$1] }
      let parts = free.reduce(0) { $0 + asked[$1] }
      let short = free.filter { narrowest[$0] > left * asked[$0] / parts }
      if short.isEmpty {
        return narrowest.indices.map { fixed.contains($0) ? narrowest[$0] : left * asked[$0] / parts }
      }
      fixed.formUnion(short)
    }
  }

  private static func width(of value: Value, size: Double, isBold: Bool) -> Double {
    if case .text(let text) = value { return longestWord(in: text, size: size, isBold: isBold) }
    return FontMetrics.width(of: value.plainText, size: size, isBold: isBold)
  }

  private static func longestWord(in text: String, size: Double, isBold: Bool) -> Double {
    let words = text.split { $0 == " " || $0 == "-" || $0.isNewline }
    return min(words.map { FontMetrics.width(of: $0, size: size, isBold: isBold) }.max() ?? 0, widestWord)
  }
}
