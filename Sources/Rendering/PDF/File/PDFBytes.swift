/// Bytes of PDF syntax (ISO 32000-1), written without a detour over strings: pages hold hundreds of thousands of numbers.
struct PDFBytes {
  private(set) var bytes: [UInt8] = []

  init() {}

  /// Syntax as it stands.
  init(_ syntax: StaticString) { append(syntax) }

  var count: Int { bytes.count }
  var isEmpty: Bool { bytes.isEmpty }

  mutating func removeAll() { bytes.removeAll(keepingCapacity: true) }

  mutating func append(_ syntax: StaticString) {
    bytes.append(contentsOf: UnsafeBufferPointer(start: syntax.utf8Start, count: syntax.utf8CodeUnitCount))
  }

  mutating func append(name: String) {
    bytes.append(UInt8(ascii: "/"))
    bytes.append(contentsOf: name.utf8)
  }

  mutating func append(_ other: [UInt8]) { bytes.append(contentsOf: other) }

  mutating func append(_ other: PDFBytes) { bytes.append(contentsOf: other.bytes) }

  mutating func append(_ number: Int) {
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    var rest = number.magnitude
    if rest < 10 { return bytes.append(UInt8(ascii: "0") + UInt8(rest)) }
    var power: UInt = 10
    while rest / power >= 10 { power *= 10 }
    while power > 0 {
      bytes.append(UInt8(ascii: "0") + UInt8(rest / power))
      rest %= power
      power /= 10
    }
  }

  /// A number with at most two decimals: a hundredth of a point is finer than any printer.
  mutating func append(_ number: Double) {
    let scaled = Int((number * 100).rounded())
    if scaled < 0 { bytes.append(UInt8(ascii: "-")) }
    let (whole, part) = scaled.magnitude.quotientAndRemainder(dividingBy: 100)
    append(Int(whole))
    guard part > 0 else { return }
    bytes.append(UInt8(ascii: "."))
    bytes.append(UInt8(ascii: "0") + UInt8(part / 10))
    guard part % 10 > 0 else { return }
    bytes.append(UInt8(ascii: "0") + UInt8(part % 10))
  }

  /// Numbers with a space after each.
  mutating func append(numbers: Double...) {
    for number in numbers {
      append(number)
      bytes.append(UInt8(ascii: " "))
    }
  }

  /// `12 0 R `.
  mutating func append(_ reference: PDFReference) {
    append(reference.number)
    append(" 0 R ")
  }

  mutating func append(hex value: UInt16) {
    append(hexByte: UInt8(value >> 8))
    append(hexByte: UInt8(value & 255))
  }

  mutating func append(hexByte byte: UInt8) {
    for digit in [byte >> 4, byte & 15] {
      bytes.append(digit < 10 ? UInt8(ascii: "0") + digit : UInt8(ascii: "A") + digit - 10)
    }
  }

  /// A text string in UTF-16BE, as hexadecimal digits.
  mutating func append(text: String) {
    append("<FEFF")
    for unit in text.utf16 { append(hex: unit) }
    append(">")
  }
}

/// An object of the file by its number; generations are always 0.
struct PDFReference: Hashable, Sendable {
  let number: Int
}
