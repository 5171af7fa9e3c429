/// The texts that cells of a workbook point at: bytes in a few pieces, for a million `String`s would take several times the room, and one
/// piece would be copied again and again while it grows.
struct SharedStrings: Sendable {
  private static let blockSize = 1 << 20
  private var blocks: [[UInt8]] = []
  private var places: [Place] = []

  /// A part of an archive has less than 4 GiB (`ZipBudget`).
  private struct Place {
    var block: UInt32
    var start: UInt32
    var end: UInt32
  }

  var count: Int { places.count }

  mutating func append(_ text: CellText) {
    text.withBytes { bytes in
      if blocks.isEmpty || blocks[blocks.count - 1].count + bytes.count > SharedStrings.blockSize {
        blocks.append([])
        blocks[blocks.count - 1].reserveCapacity(max(SharedStrings.blockSize, bytes.count))
      }
      let last = blocks.count - 1
      let start = blocks[last].count
      blocks[last].append(contentsOf: bytes)
      places.append(Place(block: UInt32(last), start: UInt32(start), end: UInt32(start + bytes.count)))
    }
  }

  /// Nil for an index that is not there.
  func text(_ index: Int, _ pool: inout TextPool) -> String? {
    guard places.indices.contains(index) else { return nil }
    let place = places[index]
    return blocks[Int(place.block)].withUnsafeBufferPointer {
      pool.string(UnsafeBufferPointer(rebasing: $0[Int(place.start)..<Int(place.end)]))
    }
  }
}
