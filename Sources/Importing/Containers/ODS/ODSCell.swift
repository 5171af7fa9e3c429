/// A cell of `content.xml` while it is read: its attributes, then its text. One is used again for every cell.
struct ODSCell {
  private(set) var type: ODSValueType?
  /// What the attribute of the cell's type says; nil when it has none.
  private(set) var value: String?
  private(set) var columns = 1
  /// The merged range that begins here.
  private(set) var spanRows = 1
  private(set) var spanColumns = 1
  private(set) var paragraphs = 0
  private var text = CellText()

  /// An attribute that cannot be, as it stands there.
  struct Fault: Error {
    var problem: String
    var raw: String
  }

  /// Throws `Fault`.
  mutating func begin(_ attributes: XMLAttributes, _ pool: inout TextPool) throws {
    (type, value, columns, spanRows, spanColumns, paragraphs) = (nil, nil, 1, 1, 1, 0)
    text.clear()
    for attribute in attributes {
      switch attribute.name {
      case "value-type":
        let written = attribute.value
        guard let found = ODSValueType(written) else {
          throw Fault(problem: "тип ячейки неизвестен", raw: excerpt(written))
        }
        // LibreOffice writes a second type, which is the same but for errors.
        if type != .error { type = found }
      case "value", "date-value", "time-value", "boolean-value":
        value = String(decoding: attribute.value, as: UTF8.self)
      case "string-value":
        let written = attribute.value
        value = written.holds(UInt8(ascii: "&")) ? XMLAttributes.string(written) : pool.string(written)
      case "number-columns-repeated": columns = try ODSCell.count(attribute.value)
      case "number-columns-spanned": spanColumns = try ODSCell.count(attribute.value)
      case "number-rows-spanned": spanRows = try ODSCell.count(attribute.value)
      default: break
      }
    }
  }

  private static func count(_ written: UnsafeBufferPointer<UInt8>) throws -> Int {
    if let number = wholeNumber(written), number > 0 { return number }
    throw Fault(problem: "число повторов или объединённых ячеек записано неверно", raw: excerpt(written))
  }

  mutating func beginParagraph() {
    guard needsText else { return }
    if paragraphs > 0 { text.append(UInt8(ascii: "\n")) }
    paragraphs += 1
  }

  mutating func append(_ piece: UnsafeBufferPointer<UInt8>) {
    if needsText { text.append(piece) }
  }

  /// A character that the file writes as an element.
  mutating func append(_ character: UInt8) {
    if needsText { text.append(character) }
  }

  var isMerged: Bool { spanRows > 1 || spanColumns > 1 }

  /// The text of a cell is read only where no attribute has the value.
  var needsText: Bool { value == nil || type == .error }

  /// What the cell holds, once; nil for a cell that holds nothing. A text without letters is something, if the cell says that it is one.
  mutating func content(_ pool: inout TextPool) -> (kind: RawCell.Kind, text: String)? {
    guard let type else { return text.isEmpty ? nil : (.text, text.string(&pool)) }
    guard type != .error, let value = value.take() else {
      // A number or a date without its attribute is the text that it shows.
      guard paragraphs > 0 else { return nil }
      return (type == .error ? .error : .text, text.string(&pool))
    }
    return switch type {
    case .number: (.number, value)
    case .date: (.date, RawCell.date(written: value))
    case .time: (.date, ODSValueType.clock(value))
    case .boolean: (.boolean, value == "true" ? "1" : "0")
    case .string, .error: (.text, value)
    }
  }
}
