/// Measures and breaks the texts of a chart. Widths are those of PT Serif, in tenths of a point: the sans serif letters that
/// pages draw are no wider.
enum ChartText {
  static let size = 80
  static let lineHeight = 96

  static func width(_ text: some StringProtocol, size: Int = size) -> Int {
    Int((FontMetrics.width(of: text, size: Double(size), isBold: false) / FontMetrics.millimetresPerPoint).rounded(.up))
  }

  /// At most so many lines no wider than `width`; `isWhole` is false where something was left out («…»).
  static func lines(_ text: String, width: Int, size: Int = size, atMost count: Int) -> (lines: [String], isWhole: Bool)
  {
    var lines: [String] = []
    for word in text.split(whereSeparator: \.isWhitespace) {
      if let last = lines.last, self.width("\(last) \(word)", size: size) <= width {
        lines[lines.count - 1] = "\(last) \(word)"
      } else {
        lines.append(String(word))
      }
    }
    var isWhole = true
    if lines.count > count {
      lines[count - 1] += "…"
      lines.removeSubrange(count...)
      isWhole = false
    }
    for index in lines.indices where self.width(lines[index], size: size) > width {
      lines[index] = cut(lines[index], width: width, size: size)
      isWhole = false
    }
    return (lines, isWhole)
  }

  private static func cut(_ line: String, width: Int, size: Int) -> String {
    var line = line
    while !line.isEmpty, self.width(line + "…", size: size) > width { line.removeLast() }
    return line + "…"
  }
}
