import Journal

/// What a document says of itself in its stream `\u{5}SummaryInformation` (MS-OLEPS). What is missing there or cannot be read is nil:
/// Excel does not look at it either.
struct SummaryInformation {
  static let stream = "\u{5}SummaryInformation"

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
    created = offsets[12].flatMap { SummaryInformation.moment(bytes, at: $0) }
    modified = offsets[13].flatMap { SummaryInformation.moment(bytes, at: $0) }
  }

  /// FILETIME: hundreds of nanoseconds since 1601; 0 for never.
  private static func moment(_ bytes: FileBytes, at offset: Int) -> LocalMoment? {
    guard bytes.littleEndian(UInt16.self, at: offset) == 0x40,
      let ticks = bytes.littleEndian(UInt64.self, at: offset + 4), ticks > 0
    else { return nil }
    let moment = LocalMoment(seconds: Int64(ticks / 10_000_000) - 11_644_473_600)
    return moment.date.year <= 9999 ? moment : nil
  }
}
