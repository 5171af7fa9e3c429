import Reporting

/// How a cell looks and how its number is shown.
struct CellStyle: Hashable, Sendable {
  /// In points.
  var size = 10.0
  var isBold = false
  var colour = Colour.black
  var horizontal = Horizontal.left
  var vertical = Vertical.top
  var wraps = true
  /// Read from the bottom up.
  var isVertical = false
  var fill: Colour?
  var edges: Edges = []
  var format = Format.general

  /// RGB, six hexadecimal digits: what both formats spell.
  enum Colour: String, Hashable, Sendable {
    case black = "000000"
    case draft = "C00000"
    case link = "0B5394"
    case rule = "808080"
    case header = "DCE6F1"
    case group = "F2F2F2"
    case shade1 = "E4E4E4"
    case shade2 = "CFCFCF"
    case shade3 = "B8B8B8"
    case shade4 = "9E9E9E"

    /// Of a shaded cell, black letters legible on each; nil for the paper.
    init?(shade level: Int) {
      switch level {
      case 1: self = .shade1
      case 2: self = .shade2
      case 3: self = .shade3
      case 4: self = .shade4
      default: return nil
      }
    }
  }

  enum Horizontal: String, Hashable, Sendable {
    case left, center, right, justify
  }

  enum Vertical: String, Hashable, Sendable {
    case top, center, bottom
  }

  /// Thin rules along the cell.
  struct Edges: OptionSet, Hashable, Sendable {
    let rawValue: UInt8
    static let left = Edges(rawValue: 1)
    static let right = Edges(rawValue: 2)
    static let top = Edges(rawValue: 4)
    static let bottom = Edges(rawValue: 8)
    static let all: Edges = [.left, .right, .top, .bottom]
  }

  /// How a number is shown: the look of `Value.plainText`.
  enum Format: String, CaseIterable, Hashable, Sendable {
    /// A text.
    case general
    /// `1234`
    case integer
    /// `12 345`
    case grouped
    /// `4,12`
    case decimal
    /// `4,1`
    case points
    /// `95,8%`
    case share
    /// `05.06.2026`
    case date
    /// `05.06.2026 13:45:00`
    case moment
  }
}
