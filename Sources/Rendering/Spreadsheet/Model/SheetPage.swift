import Reporting

/// A4 with the margins of ГОСТ Р 7.0.97 (3.3): 20 mm at the left, 30 to bind what is kept long, 15 mm right, 20 mm above and
/// below. Millimetres.
struct SheetPage: Hashable, Sendable {
  var orientation: PageOrientation
  var storage: DocumentProperties.Storage

  var left: Double { storage == .longTerm ? 30 : 20 }
  static let right = 15.0
  static let top = 20.0
  static let bottom = 20.0
  /// From the edge of the paper to the page header and footer.
  static let edge = 10.0

  var width: Double { orientation == .portrait ? 210 : 297 }
  var height: Double { orientation == .portrait ? 297 : 210 }
  var textWidth: Double { width - left - SheetPage.right }
  var textHeight: Double { height - SheetPage.top - SheetPage.bottom }
}
