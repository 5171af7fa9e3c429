extension Table {
  public struct Row: Hashable, Sendable {
    public enum Kind: String, Hashable, Sendable {
      case body
      /// One value in the first cell, over the whole width: the teacher whose rows follow.
      case group
      /// Sums up the rows above it back to the group row or the subtotal before it.
      case subtotal
      case total

      /// Stands under what it sums up, in bold.
      public var isSum: Bool { self == .subtotal || self == .total }
    }

    public var kind: Kind
    /// As many as there are columns; a group row has one.
    public var cells: [Value]
    /// Of a subtotal or total: the rows of the table, from 0, whose body rows its cells in summed columns are the sums of.
    /// Nil where the cells are no sums: a row of means.
    public var sums: Range<Int>?

    public init(_ cells: [Value], kind: Kind = .body, sums: Range<Int>? = nil) {
      self.kind = kind
      self.cells = cells
      self.sums = sums
    }
  }
}
