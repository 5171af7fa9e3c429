/// Bytes of one CSV file, field by field.
struct RowWriter {
  private(set) var bytes: [UInt8]
  private(set) var problem: SampleSchoolError?
  private let style: TableStyle
  private var isRowStart = true

  init(style: TableStyle) {
    self.style = style
    bytes = style.encoding == .utf8WithBOM ? [0xEF, 0xBB, 0xBF] : []
  }

  mutating func endRow() {
    bytes += style.lineEnd.rawValue.utf8
    isRowStart = true
  }

  mutating func text(_ text: String) {
    separate()
    let needsQuotes = text.utf8.contains {
      $0 == style.delimiter.rawValue || $0 == 0x22 || $0 == 0x0A || $0 == 0x0D
    }
    guard needsQuotes else { return encode(text) }
    bytes.append(0x22)
    encode(text.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\""))
    bytes.append(0x22)
  }

  /// An id: a prefix of its table and the number; empty for none.
  mutating func id(_ prefix: UInt8, _ number: Int?) {
    separate()
    guard let number else { return }
    bytes.append(prefix)
    digits(number)
  }

  mutating func number(_ number: Int) {
    separate()
    digits(number)
  }

  mutating func flag(_ flag: Bool) { number(flag ? 1 : 0) }

  mutating func date(_ day: Day?) {
    separate()
    if let day { dateDigits(day) }
  }

  mutating func moment(_ moment: Moment?) {
    separate()
    guard let moment else { return }
    dateDigits(moment.day)
    bytes.append(0x54)
    two(moment.hour)
    bytes.append(0x3A)
    two(moment.minute)
    bytes.append(0x3A)
    two(moment.second)
  }

  private mutating func separate() {
    if !isRowStart { bytes.append(style.delimiter.rawValue) }
    isRowStart = false
  }

  private mutating func encode(_ text: String) {
    guard style.encoding == .windows1251 else {
      bytes += text.utf8
      return
    }
    do throws(any Error) {
      bytes += try CodePage.windows1251.encode(text)
    } catch {
      problem = problem ?? error as? SampleSchoolError
    }
  }

  private mutating func dateDigits(_ day: Day) {
    let (year, month, day) = day.parts
    digits(year)
    bytes.append(0x2D)
    two(month)
    bytes.append(0x2D)
    two(day)
  }

  private mutating func two(_ number: Int) {
    bytes.append(UInt8(0x30 + number / 10))
    bytes.append(UInt8(0x30 + number % 10))
  }

  private mutating func digits(_ number: Int) {
    if number >= 10 { digits(number / 10) }
    bytes.append(UInt8(0x30 + number % 10))
  }
}
