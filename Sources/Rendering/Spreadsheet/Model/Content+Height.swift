extension Content {
  /// Excel's limit for the height of a row, in points.
  static let tallestRow = 409.0

  /// In lines.
  private static let longestPart = 12

  private static let rowPadding = 4.0
  /// What is free at the sides of a cell, in millimetres.
  static let sides = 3.0

  /// Programs round the widths of letters to the screen's dots: a line that fits barely here does not fit there, and a
  /// row that is a line too low hides a name.
  private static let narrowing = 0.98

  /// Lines that the text needs in a cell `width` millimetres wide; a value takes one line.
  func lineCount(width: Double, size: Double, isBold: Bool) -> Int {
    switch self {
    case .empty, .value: 1
    case .text(let text):
      FontMetrics.lineCount(of: text, width: Content.inner(width), size: size, isBold: isBold)
    case .runs: lines(width: width, size: size, isBold: isBold).count
    }
  }

  /// The text in parts of a few lines, a row each: so no row is taller than Excel allows, and a long paragraph can break
  /// over pages, which a row cannot.
  func parts(width: Double, size: Double, isBold: Bool) -> [Content] {
    let lines = lines(width: width, size: size, isBold: isBold)
    guard lines.count > Content.longestPart else { return [self] }
    return stride(from: 0, to: lines.count, by: Content.longestPart).map { start in
      Content([Run](joining: lines[start..<min(start + Content.longestPart, lines.count)]))
    }
  }

  /// Plain where every run is.
  init(_ runs: [Run]) {
    self = runs.contains { $0.isBold } ? .runs(runs) : .text(runs.plainText)
  }

  /// In points.
  static func height(ofLines count: Int, size: Double) -> Double {
    min(Double(count) * size * FontMetrics.lineHeight + rowPadding, tallestRow)
  }

  private static func inner(_ width: Double) -> Double { (width - sides) * narrowing }

  private func lines(width: Double, size: Double, isBold: Bool) -> [[Run]] {
    let runs: [Run]
    switch self {
    case .empty, .value: return [[]]
    case .text(let text): runs = [Run(text: text)]
    case .runs(let all): runs = all
    }
    return runs.lines(width: Content.inner(width), size: size, isBold: isBold)
  }
}
