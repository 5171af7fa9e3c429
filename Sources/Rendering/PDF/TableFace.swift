/// How large a table is set, points.
struct TableFace: Hashable, Sendable {
  var size: Double
  /// Around the texts of cells.
  var paddingX: Double
  var paddingY: Double

  static let regular = TableFace(size: 9.5, paddingX: 3.5, paddingY: 2.5)
  /// For a register whose columns do not fit side by side without tearing words.
  static let dense = TableFace(size: 8, paddingX: 2, paddingY: 2)

  /// For the widest registers, such as a summary of twenty subjects with percentages under them.
  static let tiny = TableFace(size: 6.5, paddingX: 1.5, paddingY: 1.5)

  var header: TextStyle { TextStyle(family: .sans, size: size, isBold: true, alignment: .center) }

  func cell(_ alignment: TextStyle.Alignment, isBold: Bool = false) -> TextStyle {
    TextStyle(family: .sans, size: size, isBold: isBold, alignment: alignment)
  }

  /// The least width of a column, without padding: a line of a turned title.
  var lineHeight: Double { (size * 1.3).rounded(.up) }
}
