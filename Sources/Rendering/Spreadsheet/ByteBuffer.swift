import Journal
import Reporting

/// XML as it is spelled cell by cell, where a `String` each would cost more than the cell; owns its memory and grows.
///
/// What goes in by `text` is escaped, what goes in by `append` is XML already.
final class ByteBuffer {
  private(set) var count = 0
  private var capacity: Int
  private var memory: UnsafeMutablePointer<UInt8>

  init(capacity: Int = 1 << 16) {
    self.capacity = capacity
    memory = .allocate(capacity: capacity)
  }

  deinit { memory.deallocate() }

  var bytes: UnsafeBufferPointer<UInt8> { UnsafeBufferPointer(start: memory, count: count) }

  func removeAll() { count = 0 }

  @inline(__always) private func reserve(_ more: Int) {
    if count + more > capacity { grow(more) }
  }

  @inline(never) private func grow(_ more: Int) {
    capacity = max(capacity * 2, count + more)
    let grown = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity)
    grown.update(from: memory, count: count)
    memory.deallocate()
    memory = grown
  }

  @inline(__always) func append(_ xml: StaticString) {
    let length = xml.utf8CodeUnitCount
    reserve(length)
    (memory + count).update(from: xml.utf8Start, count: length)
    count += length
  }

  @inline(__always) func append(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    reserve(bytes.count)
    (memory + count).update(from: start, count: bytes.count)
    count += bytes.count
  }

  func append(_ xml: String) {
    var xml = xml
    xml.withUTF8 { append($0) }
  }

  @inline(__always) func append(_ byte: UInt8) {
    reserve(1)
    memory[count] = byte
    count += 1
  }

  func append(_ number: Int) {
    if number >= 0, number < 10 { return append(48 + UInt8(number)) }
    if number < 0 { append(UInt8(ascii: "-")) }
    append(number.magnitude, digits: 1)
  }

  /// At least so many digits, zeros before them.
  func append(_ number: UInt, digits: Int) {
    reserve(32)
    var length = 1
    var rest = number
    while rest >= 10 {
      rest /= 10
      length += 1
    }
    length = max(length, digits)
    rest = number
    for place in stride(from: count + length - 1, through: count, by: -1) {
      memory[place] = 48 + UInt8(rest % 10)
      rest /= 10
    }
    count += length
  }

  /// `A`, `Z`, `AA` …, as `CellReference.column`.
  func append(column: Int) {
    if column >= 26 { append(column: column / 26 - 1) }
    append(65 + UInt8(column % 26))
  }
}

extension ByteBuffer {
  /// A text with `&`, `<` and `>` escaped, and what XML cannot carry as `String.xmlLegal` has it.
  func text(_ text: String, noting reader: Escape = .none) {
    var text = text
    text.withUTF8 { self.text($0, noting: reader) }
  }

  /// What a reader would take for something else.
  enum Escape {
    case none
    /// Excel reads `_x0041_` as the character of that number (ECMA-376 part 1, 22.4.2.4, ST_Xstring): a text that happens to
    /// say so has its underscore told the same way.
    case xstring
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>, noting reader: Escape = .none) {
    // A run of bytes that stand for themselves is copied at once.
    var start = 0
    var index = 0
    while index < bytes.count {
      let byte = bytes[index]
      // EF may begin U+FFFE or U+FFFF.
      if byte >= 0x20, byte != 0x26, byte != 0x3C, byte != 0x3E, byte != 0xEF, byte != 0x5F {
        index += 1
        continue
      }
      let length = ByteBuffer.length(at: index, of: bytes)
      let escape = ByteBuffer.escape(at: index, of: bytes, reader)
      if let escape {
        append(UnsafeBufferPointer(rebasing: bytes[start..<index]))
        append(escape)
        start = index + length
      }
      index += length
    }
    append(UnsafeBufferPointer(rebasing: bytes[start..<bytes.count]))
  }

  /// Nil where the byte stands for itself.
  private static func escape(at index: Int, of bytes: UnsafeBufferPointer<UInt8>, _ reader: Escape) -> StaticString? {
    switch bytes[index] {
    case 0x26: "&amp;"
    case 0x3C: "&lt;"
    case 0x3E: "&gt;"
    case 0x09, 0x0A: nil
    case 0x0D: "\n"
    case 0x5F: reader == .xstring && isEscape(UnsafeBufferPointer(rebasing: bytes[index...])) ? "_x005F_" : nil
    case 0xEF: length(at: index, of: bytes) == 3 ? "\u{FFFD}" : nil
    default: "\u{FFFD}"
    }
  }

  private static func length(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> Int {
    switch bytes[index] {
    case 0x0D: index + 1 < bytes.count && bytes[index + 1] == 0x0A ? 2 : 1
    case 0xEF: index + 2 < bytes.count && bytes[index + 1] == 0xBF && bytes[index + 2] >= 0xBE ? 3 : 1
    default: 1
    }
  }

  /// `_xHHHH_`
  private static func isEscape(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    bytes.count >= 7 && bytes[1] == UInt8(ascii: "x") && bytes[6] == UInt8(ascii: "_")
      && bytes[2..<6].allSatisfy { Character(UnicodeScalar($0)).isHexDigit }
  }
}

extension ByteBuffer {
  /// The number that stands for the value in a spreadsheet, as `Value.number`, with a point.
  func append(number value: Value) {
    switch value {
    case .integer(let number): append(number)
    case .decimal(let hundredths): append(scaled: hundredths, decimals: 2)
    case .points(let tenths): append(scaled: tenths, decimals: 1)
    case .date(let date): append(Int(date.days) + 25_569)
    default: append(value.number?.spelled ?? "")
    }
  }

  private func append(clock moment: LocalMoment) {
    let second = moment.secondOfDay
    append((second / 3600).magnitude, digits: 2)
    append(UInt8(ascii: ":"))
    append((second / 60 % 60).magnitude, digits: 2)
    append(UInt8(ascii: ":"))
    append((second % 60).magnitude, digits: 2)
  }

  /// `2026-04-01T08:00:07`
  func append(iso moment: LocalMoment) {
    append(iso: moment.date)
    append(UInt8(ascii: "T"))
    append(clock: moment)
  }

  /// With a point, without zeros at the end.
  private func append(scaled: Int, decimals: Int) {
    var (rest, decimals) = (scaled.magnitude, decimals)
    while decimals > 0, rest % 10 == 0 {
      rest /= 10
      decimals -= 1
    }
    if scaled < 0 { append(UInt8(ascii: "-")) }
    let unit: UInt = decimals == 0 ? 1 : decimals == 1 ? 10 : 100
    append(rest / unit, digits: 1)
    guard decimals > 0 else { return }
    append(UInt8(ascii: "."))
    append(rest % unit, digits: decimals)
  }

  /// `2026-04-01`
  func append(iso date: CivilDate) {
    let (year, month, day) = date.components
    append(year.magnitude, digits: 4)
    append(UInt8(ascii: "-"))
    append(month.magnitude, digits: 2)
    append(UInt8(ascii: "-"))
    append(day.magnitude, digits: 2)
  }
}
