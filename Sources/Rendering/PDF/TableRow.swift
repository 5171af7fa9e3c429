/// A row's texts with their styles; one cell stands for the whole width.
struct TableRow {
  struct Cell {
    var text: String
    var style: TextStyle
    /// Of the background; nil is the row's.
    var grey: Double?
  }

  var cells: [Cell]
  /// Of the background; nil is the paper's.
  var grey: Double?
  /// The rows after it belong under it.
  var isGroup = false
  var isTotal = false
  /// The row's elements of the structure; nil for a row that is printed once more.
  var elements: Elements?

  struct Elements {
    var row: Int
    /// As many as there are cells.
    var cells: [Int]
  }
}
