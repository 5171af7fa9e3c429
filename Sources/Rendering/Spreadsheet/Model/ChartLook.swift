/// How a series is told from the others, without colour too: pattern, dash, marker. The seventh looks like the first.
struct ChartLook: Hashable, Sendable {
  enum Pattern: String, CaseIterable, Hashable, Sendable {
    case solid, rising, tint, crossed, level, falling
  }

  enum Dash: String, CaseIterable, Hashable, Sendable {
    case solid, dashed, dotted, mixed, short, long
  }

  enum Marker: Hashable, Sendable {
    case circle, diamond, square, triangle, cross, star
  }

  /// RGB, six hexadecimal digits: dark enough to be told from paper by a printer without colours.
  var colour: String
  var pattern: Pattern
  var dash: Dash
  /// Nil for a line without points.
  var marker: Marker?

  static let tint = "C7DEBF"
  static let paper = "FFFFFF"
  static let grid = "D1D1D1"
  /// A line across at what is demanded.
  static let norm = ChartLook(colour: "000000", pattern: .solid, dash: .dashed, marker: nil)
  static let trend = ChartLook(colour: "595959", pattern: .solid, dash: .dotted, marker: nil)

  init(series: Int) {
    self = ChartLook.looks[series % ChartLook.looks.count]
  }

  private init(colour: String, pattern: Pattern, dash: Dash, marker: Marker?) {
    self.colour = colour
    self.pattern = pattern
    self.dash = dash
    self.marker = marker
  }

  private static let looks = [
    ChartLook(colour: "1F4E79", pattern: .solid, dash: .solid, marker: .circle),
    ChartLook(colour: "A34A00", pattern: .rising, dash: .dashed, marker: .diamond),
    ChartLook(colour: "3A6B35", pattern: .tint, dash: .dotted, marker: .square),
    ChartLook(colour: "6A3D7C", pattern: .crossed, dash: .mixed, marker: .triangle),
    ChartLook(colour: "00666B", pattern: .level, dash: .short, marker: .cross),
    ChartLook(colour: "8C1C3A", pattern: .falling, dash: .long, marker: .star),
  ]
}
