/// A row's texts with their styles; one cell stands for the whole width.
struct TableRow {
  var cells: [(text: String, style: TextStyle)]
  /// Of the background; nil is the paper's.
  var grey: Double?
  /// The rows after it belong under it.
  var isGroup = false
  var isTotal = false
}
