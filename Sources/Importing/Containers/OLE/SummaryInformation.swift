import Journal

/// What a document says of itself in its stream `\u{5}SummaryInformation` (MS-OLEPS). What is missing there or cannot be read is nil:
/// Excel does not look at it either.
struct SummaryInformation {
  static let stream = "\u{5}SummaryInformation"

  private(set) var author: String?
  private(set) var application: String?
  /// When the document was made. The format counts UTC; it is taken as it is written, as `docProps/core.xml` of XLSX is, so
  /// that the same export has the same moment in both.
  private(set) var created: LocalMoment?
  private(set) var modified: LocalMoment?

  init(_ bytes: FileBytes) {
    guard let start = bytes.littleEndian(UInt32.self, at: 44).map(Int.init),
      let count = bytes.littleEndian(UInt32.self, at: start + 4)
    else { return }
    var offsets: [UInt32: Int] = [:]
    // Documents have about twenty properties.
    for index in 0..<Int(min(count, 100)) {
      guard let id = bytes.littleEndian(UInt32.self, at: start + 8 + 8 * index),
        let offset = bytes.littleEndian(UInt32.self, at: start + 12 + 8 * index)
      else { break }
      offsets[id] = start + Int(offset)
    }
    let codePage = offsets[1].flatMap { bytes.littleEndian(UInt16.self, at: $0 + 4) }
    author = offsets[4].flatMap { SummaryInformation.text(bytes, at: $0, codePage: codePage) }
    application = offsets[18].flatMap { SummaryInformation.text(bytes, at: $0, codePage: codePage) }
    created = offsets[12].flatMap { SummaryInformation.moment(bytes, at: $0) }
    modified = offsets[13].flatMap { SummaryInformation.moment(bytes, at: $0) }
  }

  private static func text(_ bytes: FileBytes, at offset: Int, codePage: UInt16?) -> String? {
    guard let count = bytes.littleEndian(UInt32.self, at: offset + 4).map(Int.init), count <= bytes.count else {
      return nil
    }
    switch bytes.littleEndian(UInt16.self, at: offset) {
    case 0x1E where codePage != 1200:
      let text = (0..<count).prefixMap { bytes.littleEndian(UInt8.self, at: offset + 8 + $0) }
      if codePage == 65_001 { return String(decoding: text, as: UTF8.self) }
      return codePage.flatMap { CodePage(number: Int($0)) }?.string(text)
    case 0x1E:
      return string((0..<count / 2).prefixMap { bytes.littleEndian(UInt16.self, at: offset + 8 + 2 * $0) })
    case 0x1F:
      return string((0..<count).prefixMap { bytes.littleEndian(UInt16.self, at: offset + 8 + 2 * $0) })
    default: return nil
    }
  }

  private static func string(_ units: [UInt16]) -> String { String(decoding: units, as: UTF16.self) }

  /// FILETIME: hundreds of nanoseconds since 1601; 0 for never.
  private static func moment(_ bytes: FileBytes, at offset: Int) -> LocalMoment? {
    guard bytes.littleEndian(UInt16.self, at: offset) == 0x40,
      let ticks = bytes.littleEndian(UInt64.self, at: offset + 4), ticks > 0
    else { return nil }
    let moment = LocalMoment(seconds: Int64(ticks / 10_000_000) - 11_644_473_600)
    return moment.date.year <= 9999 ? moment : nil
  }
}

extension Range<Int> {
  /// The values up to the first nil or zero: texts end with a zero, and some have more of them than one.
  fileprivate func prefixMap<Unit: FixedWidthInteger>(_ value: (Int) -> Unit?) -> [Unit] {
    var units: [Unit] = []
    for index in self {
      guard let unit = value(index), unit != 0 else { break }
      units.append(unit)
    }
    return units
  }
}
