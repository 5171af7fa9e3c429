/// The attribute `office:value-type` of a cell (ODF 1.3, 19.389); LibreOffice adds `error` in a namespace of its own.
enum ODSValueType {
  case number, date, time, boolean, string, error

  /// Nil for a type that the standard does not have.
  init?(_ attribute: UnsafeBufferPointer<UInt8>) {
    switch attribute.first {
    case UInt8(ascii: "s") where attribute.equals("string"): self = .string
    case UInt8(ascii: "f") where attribute.equals("float"), UInt8(ascii: "p") where attribute.equals("percentage"),
      UInt8(ascii: "c") where attribute.equals("currency"):
      self = .number
    case UInt8(ascii: "d") where attribute.equals("date"): self = .date
    case UInt8(ascii: "t") where attribute.equals("time"): self = .time
    case UInt8(ascii: "b") where attribute.equals("boolean"): self = .boolean
    case UInt8(ascii: "e") where attribute.equals("error"): self = .error
    default: return nil
    }
  }

  /// `PT08H30M00S` as `08:30:00`, hours beyond a day too; anything else as it stands.
  static func clock(_ duration: String) -> String {
    var rest = duration[...]
    guard rest.hasPrefix("PT") else { return duration }
    rest = rest.dropFirst(2)
    var parts: [String] = []
    for unit in "HMS" {
      guard let end = rest.firstIndex(of: unit) else {
        parts.append("00")
        continue
      }
      // Fractions of a second are what LibreOffice makes of a rounding error.
      let digits = rest[..<end].prefix { $0.isASCII && $0.isNumber }
      guard !digits.isEmpty, digits.count < 7 else { return duration }
      parts.append(digits.count == 1 ? "0" + digits : String(digits))
      rest = rest[rest.index(after: end)...]
    }
    return parts.joined(separator: ":")
  }
}
