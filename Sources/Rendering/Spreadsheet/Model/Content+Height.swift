extension Content {
  /// Excel's limit for the height of a row, in points.
  static let tallestRow = 409.0

  /// In lines.
  private static let longestPart = 12

  private static let rowPadding = 4.0
  /// What is free at the sides of a cell, in millimetres.
  private static let sides = 3.0

  /// Programs round the widths of letters to the screen's dots: a line that fits barely here does not fit there, and a
  /// row that is a line too low hides a name.
  private static let narrowing = 0.98

  /// Points that the text needs in a cell `width` millimetres wide; a value takes one line.
  func height(width: Double, size: Double, isBold: Bool) -> Double {
    Content.height(ofLines: lines(width: width, size: size, isBold: isBold).count, size: size)
  }

  /// The text in parts of a few lines, a row each: so no row is taller than Excel allows, and a long paragraph can break
  /// over pages, which a row cannot.
  func parts(width: Double, size: Double, isBold: Bool) -> [Content] {
    let lines = lines(width: width, size: size, isBold: isBold)
    guard lines.count > Content.longestPart else { return [self] }
    return stride(from: 0, to: lines.count, by: Content.longestPart).map { start in
      .text([Run](joining: lines[start..<min(start + Content.longestPart, lines.count)]))
    }
  }

  private func lines(width: Double, size: Double, isBold: Bool) -> [[Run]] {
    guard case .text(let runs) = self else { return [[]] }
    return runs.lines(width: (width - Content.sides) * Content.narrowing, size: size, isBold: isBold)
  }

  private static func height(ofLines count: Int, size: Double) -> Double {
    Double(count) * size * FontMetrics.lineHeight + rowPadding
  }
}
