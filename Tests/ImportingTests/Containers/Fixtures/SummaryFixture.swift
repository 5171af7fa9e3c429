/// The stream in which a document tells of itself.
struct SummaryFixture {
  var author: Value?
  var created: Value?
  var modified: Value?

  enum Value {
    case text([UInt8])
    case time(UInt64)

    var written: [UInt8] {
      switch self {
      case .text(let bytes): UInt32(0x1E).bytes + (UInt32(bytes.count + 1).bytes + bytes + [0]).padded(to: 4)
      case .time(let ticks): UInt32(0x40).bytes + ticks.bytes
      }
    }
  }

  var stream: (name: String, bytes: [UInt8]) {
    var properties: [(id: UInt32, bytes: [UInt8])] = [(1, UInt32(2).bytes + UInt32(1251).bytes)]
    for (id, value) in [(4, author), (12, created), (13, modified)] {
      if let value { properties.append((UInt32(id), value.written)) }
    }
    var index: [UInt8] = []
    var values: [UInt8] = []
    for property in properties {
      index += property.id.bytes + UInt32(8 + 8 * properties.count + values.count).bytes
      values += property.bytes
    }
    let size = UInt32(8 + index.count + values.count)
    let head: [UInt8] = [0xFE, 0xFF, 0, 0, 4, 10, 2, 0] + [UInt8](repeating: 0, count: 16) + UInt32(1).bytes
    let format = [UInt8](repeating: 0xE0, count: 16) + UInt32(48).bytes
    return ("\u{5}SummaryInformation", head + format + size.bytes + UInt32(properties.count).bytes + index + values)
  }
}
