/// The texts that cells of a workbook point at: bytes in one piece, for a million `String`s would take several times the room.
struct SharedStrings: Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int] = []

  var count: Int { ends.count }

  mutating func append(_ text: CellText) {
    text.withBytes { bytes.append(contentsOf: $0) }
    ends.append(bytes.count)
  }

  /// Nil for an index that is not there.
  func text(_ index: Int, _ pool: inout TextPool) -> String? {
    guard ends.indices.contains(index) else { return nil }
    let start = index == 0 ? 0 : ends[index - 1]
    return bytes.withUnsafeBufferPointer { pool.string(UnsafeBufferPointer(rebasing: $0[start..<ends[index]])) }
  }
}
