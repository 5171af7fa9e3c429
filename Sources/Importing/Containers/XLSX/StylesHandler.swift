/// `styles.xml`: which styles of cells show a number as a date.
struct StylesHandler: XMLHandler {
  private var formats: [Int: Bool] = [:]
  private var styles: [Int] = []
  private var isInCellStyles = false

  /// By the number that cells give in `s`.
  var showsDate: [Bool] { styles.map { formats[$0] ?? NumberFormat.showsDate(builtIn: $0) } }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    switch name {
    case "numFmt":
      guard let number = attributes.number("numFmtId"), let code = attributes.string("formatCode") else { return }
      formats[number] = NumberFormat.showsDate(code)
    case "cellXfs": isInCellStyles = true
    case "xf": if isInCellStyles { styles.append(attributes.number("numFmtId") ?? 0) }
    default: break
    }
  }

  mutating func end(_ name: XMLName) throws {
    if name == "cellXfs" { isInCellStyles = false }
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
