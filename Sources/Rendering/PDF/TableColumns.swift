/// The columns' left edges and widths on the page, in points.
struct TableColumns: Hashable, Sendable {
  /// One more than there are columns: the last one is the table's right edge.
  let edges: [Double]

  /// Divides `width` by the columns' relative widths. A column that is too narrow for its longest word gets the room
  /// from the columns that have room to spare, as far as there is any. For the sake of words a column gives at most
  /// half of what it asked for; numbers and dates come before words.
  ///
  /// - Parameters:
  ///   - wordWidths: the least width of each column that tears no word.
  ///   - valueWidths: the least width of each column that tears no number and no date.
  init(relative: [Int], wordWidths: [Double], valueWidths: [Double], width: Double) {
    let sum = Double(max(1, relative.reduce(0) { $0 + max(1, $1) }))
    var widths = relative.map { width * Double(max(1, $0)) / sum }
    TableColumns.share(&widths, least: wordWidths, keeping: widths.map { $0 / 2 })
    TableColumns.share(&widths, least: valueWidths, keeping: valueWidths)
    var edges = [0.0]
    for width in widths { edges.append((edges.last ?? 0) + width) }
    self.edges = edges
  }

  /// Moves room from the columns that have more than their least to those that have less; the sum stays, and a column
  /// that gives keeps what it is told to.
  private static func share(_ widths: inout [Double], least: [Double], keeping: [Double]) {
    let spares = widths.indices.map { max(0, widths[$0] - max(least[$0], keeping[$0])) }
    let lacking = zip(widths, least).reduce(0) { $0 + max(0, $1.1 - $1.0) }
    let spare = spares.reduce(0, +)
    guard lacking > 0, spare > 0 else { return }
    let given = min(1, spare / lacking)
    let taken = min(1, lacking / spare)
    for index in widths.indices {
      widths[index] += max(0, least[index] - widths[index]) * given - spares[index] * taken
    }
  }

  var count: Int { edges.count - 1 }

  func x(_ column: Int) -> Double { edges[column] }

  /// Of `span` columns from `column` on.
  func width(_ column: Int, span: Int = 1) -> Double { edges[column + span] - edges[column] }
}
