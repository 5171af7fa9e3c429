import Reporting

/// Sizes of an A4 page in points (1/72 inch), origin in the upper left corner.
///
/// Margins after ГОСТ Р 7.0.97: left 30 mm (documents kept over ten years), right at least 10, top and bottom 20.
struct PageGeometry: Hashable, Sendable {
  let width: Double
  let height: Double
  let left = Double.millimetres(30)
  let right = Double.millimetres(15)
  let top = Double.millimetres(20)
  let bottom = Double.millimetres(20)

  init(_ orientation: PageOrientation) {
    let (short, long) = (Double.millimetres(210), Double.millimetres(297))
    (width, height) = orientation == .portrait ? (short, long) : (long, short)
  }

  var textWidth: Double { width - left - right }
  var textHeight: Double { height - top - bottom }
}

extension Double {
  static func millimetres(_ count: Double) -> Double { count * 72 / 25.4 }
}
