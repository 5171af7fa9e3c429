extension Content {
  /// Excel's limit for the height of a row, in points.
  static let tallestRow = 409.0

  private static let rowPadding = 4.0
  /// What is free at the sides of a cell, in millimetres.
  private static let sides = 3.0

  /// Points that the text needs in a cell `width` millimetres wide; a value takes one line.
  func height(width: Double, size: Double, isBold: Bool) -> Double {
    Content.height(ofLines: lines(width: width, size: size, isBold: isBold).count, size: size)
  }

  /// The text in parts that each fit a row.
  func parts(width: Double, size: Double, isBold: Bool) -> [Content] {
    let lines = lines(width: width, size: size, isBold: isBold)
    let most = Int((Content.tallestRow - Content.rowPadding) / (size * FontMetrics.lineHeight)) - 1
    guard lines.count > most else { return [self] }
    return stride(from: 0, to: lines.count, by: most).map { start in
      .text([Run](joining: lines[start..<min(start + most, lines.count)]))
    }
  }

  private func lines(width: Double, size: Double, isBold: Bool) -> [[Run]] {
    guard case .text(let runs) = self else { return [[]] }
    return runs.lines(width: width - Content.sides, size: size, isBold: isBold)
  }

  private static func height(ofLines count: Int, size: Double) -> Double {
    Double(count) * size * FontMetrics.lineHeight + rowPadding
  }
}
