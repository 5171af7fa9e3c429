import Reporting

/// Sizes of an A4 page in points (1/72 inch), origin in the upper left corner.
///
/// Margins after ГОСТ Р 7.0.97 (at least 20 mm at the left, top and bottom, 10 at the right): 30 mm at the left for
/// documents kept over ten years.
struct PageGeometry: Hashable, Sendable {
  let width: Double
  let height: Double
  let left: Double
  let right = Double.millimetres(15)
  let top = Double.millimetres(20)
  let bottom = Double.millimetres(20)

  init(_ orientation: PageOrientation, storage: DocumentProperties.Storage) {
    let (short, long) = (Double.millimetres(210), Double.millimetres(297))
    (width, height) = orientation == .portrait ? (short, long) : (long, short)
    left = .millimetres(storage == .longTerm ? 30 : 20)
  }

  var textWidth: Double { width - left - right }
  var textHeight: Double { height - top - bottom }
}

extension Double {
  static func millimetres(_ count: Double) -> Double { count * 72 / 25.4 }
}
