extension Table {
  public struct Column: Hashable, Sendable {
    public enum Alignment: String, Hashable, Sendable {
      case left, center, right
    }

    /// How a workbook can compute the column's cells in a row, from other cells of that row. What is stored is right
    /// without it.
    public enum Formula: Hashable, Sendable {
      /// The share of one column in another, both counted from 0.
      case share(part: Int, whole: Int)
    }

    public var title: String
    /// Relative width: the columns' widths add up to the page's.
    public var width: Int
    public var alignment: Alignment
    /// Neighbours of the same group stand under one merged head with this title.
    public var group: String?
    /// The title is read from the bottom up.
    public var isVertical: Bool
    /// Cells are shaded by their values.
    public var shade: Shade?
    /// In rows with `Row.sums` the cell is the sum of these rows' cells in the column.
    public var isSummed: Bool
    public var formula: Formula?

    public init(
      _ title: String, width: Int, alignment: Alignment = .left, group: String? = nil, isVertical: Bool = false,
      shade: Shade? = nil, isSummed: Bool = false, formula: Formula? = nil
    ) {
      self.title = title
      self.width = width
      self.alignment = alignment
      self.group = group
      self.isVertical = isVertical
      self.shade = shade
      self.isSummed = isSummed
      self.formula = formula
    }
  }
}
