import Reporting

/// Column widths of a table's sheet, in millimetres.
struct ColumnWidths {
  /// What the programs leave free at the sides of a cell, with some air.
  static let padding = 4.0
  /// The button of the filter in a header cell.
  private static let button = 5.0
  /// A word longer than this is broken.
  private static let widestWord = 45.0
  /// What a column keeps of the width it asks for when others need more than theirs.
  private static let kept = 0.8

  private let asked: [Double]
  private let size: Double
  /// No column is narrower than its longest word, number or date: a number that does not fit is shown as `###`.
  private var narrowest: [Double]

  init(_ columns: [Table.Column], head: TableHead, size: Double) {
    self.size = size
    asked = columns.map { Double(max($0.width, 1)) }
    narrowest = columns.map { column in
      column.isVertical
        ? max(head.width(ofUpright: column.title), ColumnWidths.button + ColumnWidths.padding / 2)
        : FontMetrics.longestWord(in: column.title, size: size, isBold: true) + ColumnWidths.padding
          + ColumnWidths.button
    }
  }

  mutating func note(_ value: Value, column: Int, isBold: Bool) {
    let known = narrowest[column] - ColumnWidths.padding
    let width: Double
    if case .text(let text) = value {
      guard known < ColumnWidths.widestWord else { return }
      let word = FontMetrics.longestWord(in: text, size: size, isBold: isBold, beyond: known)
      width = min(word, ColumnWidths.widestWord)
    } else {
      width = FontMetrics.width(ofDigits: value.printedLength, size: size, isBold: isBold)
    }
    if width > known { narrowest[column] = width + ColumnWidths.padding }
  }

  /// What another reading of the same columns noted.
  mutating func merge(_ other: ColumnWidths) {
    for column in narrowest.indices { narrowest[column] = max(narrowest[column], other.narrowest[column]) }
  }

  /// The widths the document asks for, over the width of the page. If the narrowest do not fit the page, the sheet is
  /// wider, and printing scales it down.
  func fitted(to pageWidth: Double) -> [Double] {
    var narrowest = narrowest
    let parts = asked.reduce(0, +)
    for column in asked.indices {
      narrowest[column] = max(narrowest[column], ColumnWidths.kept * pageWidth * asked[column] / parts)
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
}

extension Value {
  /// Characters of `plainText` of what is no text, at most.
  fileprivate var printedLength: Int {
    switch self {
    case .empty, .text: 0
    case .integer(let number): Value.digits(number) * 4 / 3
    case .decimal(let hundredths): max(Value.digits(hundredths) + 1, 4)
    case .points(let tenths): max(Value.digits(tenths) + 1, 3)
    case .share(let part, let whole): whole == 0 ? 1 : Value.digits(part / whole * 100) + 4
    case .date: 10
    case .moment: 19
    }
  }

  /// With the sign.
  private static func digits(_ number: Int) -> Int {
    var (count, rest) = (number < 0 ? 2 : 1, number.magnitude)
    while rest >= 10 {
      rest /= 10
      count += 1
    }
    return count
  }
}
