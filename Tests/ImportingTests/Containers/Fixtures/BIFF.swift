/// Records of a BIFF8 stream, as Excel writes them.
enum BIFF {
  static func record(_ type: UInt16, _ body: [UInt8]) -> [UInt8] { type.bytes + UInt16(body.count).bytes + body }

  /// 0x05 for what holds for the book, 0x10 for a worksheet, 0x20 for a chart.
  static func begin(_ kind: UInt16, version: UInt16 = 0x0600) -> [UInt8] {
    record(0x0809, version.bytes + kind.bytes + [UInt8](repeating: 0, count: 12))
  }

  static let end = record(0x000A, [])

  /// Characters with their mark, without the count.
  static func unicode(_ text: String) -> [UInt8] {
    let units = Array(text.utf16)
    return units.allSatisfy { $0 < 256 } ? [0] + units.map { UInt8($0) } : [1] + units.flatMap(\.bytes)
  }

  static func cell(_ type: UInt16, _ row: Int, _ column: Int, format: Int = 0, _ body: [UInt8]) -> [UInt8] {
    record(type, UInt16(row - 1).bytes + UInt16(column - 1).bytes + UInt16(format).bytes + body)
  }

  static func sharedText(_ row: Int, _ column: Int, _ index: Int) -> [UInt8] {
    cell(0x00FD, row, column, UInt32(index).bytes)
  }

  static func text(_ row: Int, _ column: Int, _ text: String) -> [UInt8] {
    cell(0x0204, row, column, UInt16(text.utf16.count).bytes + unicode(text))
  }

  static func number(_ row: Int, _ column: Int, _ value: Double, format: Int = 0) -> [UInt8] {
    cell(0x0203, row, column, format: format, value.bitPattern.bytes)
  }

  /// `result` is what the formula gave, as eight bytes.
  static func formula(_ row: Int, _ column: Int, result: [UInt8], format: Int = 0) -> [UInt8] {
    cell(0x0006, row, column, format: format, result + [UInt8](repeating: 0, count: 8))
  }

  static func merge(_ ranges: (rows: ClosedRange<Int>, columns: ClosedRange<Int>)...) -> [UInt8] {
    record(
      0x00E5,
      UInt16(ranges.count).bytes
        + ranges.flatMap {
          [$0.rows.lowerBound, $0.rows.upperBound, $0.columns.lowerBound, $0.columns.upperBound]
            .flatMap { UInt16($0 - 1).bytes }
        })
  }
}

/// A record and the CONTINUE records behind it, split as Excel splits strings.
struct ContinuedRecord {
  private let type: UInt16
  /// Bytes that a record's body may have; Excel's limit is 8224.
  private let limit: Int
  private var pieces: [[UInt8]] = [[]]

  init(_ type: UInt16, limit: Int = 8224) {
    self.type = type
    self.limit = limit
  }

  /// A record of one string and its length.
  init(_ type: UInt16, text: String, limit: Int) {
    self.init(type, limit: limit)
    append(characters: Array(text.utf16)) { UInt16(text.utf16.count).bytes + [$0 ? 1 : 0] }
  }

  private var room: Int { limit - pieces[pieces.count - 1].count }

  /// Bytes that stay together.
  mutating func append(whole bytes: [UInt8]) {
    if room < bytes.count { pieces.append([]) }
    pieces[pieces.count - 1] += bytes
  }

  /// Characters take one byte or two, whatever suits those up to the next split, and a mark behind every split. The mark of the
  /// first ones comes in `header`, which gets it.
  mutating func append(characters units: [UInt16], header: (_ isWide: Bool) -> [UInt8]) {
    if room < header(true).count { pieces.append([]) }
    var rest = units[...]
    func isWide(room: Int) -> Bool { rest.prefix(room).contains { $0 > 255 } }
    var wide = isWide(room: room - header(true).count)
    pieces[pieces.count - 1] += header(wide)
    while let unit = rest.first {
      if room < (wide ? 2 : 1) {
        wide = isWide(room: limit - 1)
        pieces.append([wide ? 1 : 0])
      }
      pieces[pieces.count - 1] += wide ? unit.bytes : [UInt8(unit)]
      rest = rest.dropFirst()
    }
  }

  var bytes: [UInt8] {
    pieces.enumerated().flatMap { BIFF.record($0.offset == 0 ? type : 0x003C, $0.element) }
  }
}
