import Reporting

/// The columns' left edges and widths on the page, in points.
struct TableColumns: Hashable, Sendable {
  /// One more than there are columns: the last one is the table's right edge.
  let edges: [Double]

  /// Divides `width` by the columns' relative widths; a column whose longest word would be torn gets the room for it
  /// from the columns that have room to spare, as far as there is any.
  ///
  /// - Parameter needed: the least width of each column that tears no word.
  init(relative: [Int], needed: [Double], width: Double) {
    let sum = Double(max(1, relative.reduce(0) { $0 + max(1, $1) }))
    var widths = relative.map { width * Double(max(1, $0)) / sum }
    let lacking = zip(widths, needed).reduce(0) { $0 + max(0, $1.1 - $1.0) }
    let spare = zip(widths, needed).reduce(0) { $0 + max(0, $1.0 - $1.1) }
    if lacking > 0, spare > 0 {
      let given = min(1, spare / lacking)
      let taken = min(1, lacking / spare)
      for index in widths.indices {
        let lack = needed[index] - widths[index]
        widths[index] += lack > 0 ? lack * given : lack * taken
      }
    }
    var edges = [0.0]
    for width in widths { edges.append((edges.last ?? 0) + width) }
    self.edges = edges
  }

  var count: Int { edges.count - 1 }

  func x(_ column: Int) -> Double { edges[column] }

  /// Of `span` columns from `column` on.
  func width(_ column: Int, span: Int = 1) -> Double { edges[column + span] - edges[column] }
}
