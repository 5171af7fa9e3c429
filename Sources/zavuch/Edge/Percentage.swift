/// A share as the terminal shows it, in integers: a tenth of a per cent, half up; «—» where nothing is to divide by.
enum Percentage {
  static func text(_ part: Int, of whole: Int) -> String {
    guard whole > 0 else { return "—" }
    let tenths = (part * 2000 + whole) / (2 * whole)
    return "\(tenths / 10),\(tenths % 10) %"
  }
}
