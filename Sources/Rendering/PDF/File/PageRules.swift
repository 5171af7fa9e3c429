/// The rules of a page: the borders of a column's cells are one line.
struct PageRules {
  struct Segment {
    var x1: Double
    var y1: Double
    var x2: Double
    var y2: Double
  }

  private(set) var segments: [Segment] = []
  /// The last vertical rule at each place, hundredths of a point.
  private var verticals: [Int: Int] = [:]

  /// Points, y upwards.
  mutating func add(x1: Double, y1: Double, x2: Double, y2: Double) {
    guard x1 == x2, y1 > y2 else { return segments.append(Segment(x1: x1, y1: y1, x2: x2, y2: y2)) }
    let place = Int((x1 * 100).rounded())
    if let index = verticals[place], abs(segments[index].y2 - y1) < 0.01 {
      segments[index].y2 = y2
      return
    }
    verticals[place] = segments.count
    segments.append(Segment(x1: x1, y1: y1, x2: x2, y2: y2))
  }
}
