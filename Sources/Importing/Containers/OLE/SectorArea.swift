/// Sectors of one size and the table that says which comes after which (MS-CFB 2.3): of a whole compound file, or of the mini stream
/// in it.
struct SectorArea {
  static let endOfChain: UInt32 = 0xFFFF_FFFE
  static let free: UInt32 = 0xFFFF_FFFF

  private let bytes: FileBytes
  private let headerSize: Int
  private let sectorSize: Int
  private let sectorCount: Int
  private let next: [UInt32]

  /// `next` holds for every sector the one after it; the first sector comes behind `headerSize` bytes.
  init(_ bytes: FileBytes, headerSize: Int, sectorSize: Int, next: [UInt32]) {
    self.bytes = bytes
    self.headerSize = headerSize
    self.sectorSize = sectorSize
    self.next = next
    // The last sector may be cut short where the data in it end.
    let inFile = max(0, bytes.count - headerSize + sectorSize - 1) / sectorSize
    sectorCount = min(inFile, next.count)
  }

  /// What lies in a chain of sectors. Throws `ImportProblem` naming `what` for a chain that leaves the file or comes back to itself, and
  /// when there are less than `count` bytes.
  func read(from start: UInt32, count: Int, what: String) throws -> FileBytes {
    // More cannot be there, whatever is declared.
    guard count <= bytes.count else { throw CompoundFile.damaged("\(what) обрывается") }
    let chain = try chain(from: start, limit: (count + sectorSize - 1) / sectorSize, what)
    let read = joined(chain, count: count)
    guard read.count == count else { throw CompoundFile.damaged("\(what) обрывается") }
    return read
  }

  /// All that lies in a chain of sectors of which nobody says how long it is.
  func read(from start: UInt32, what: String) throws -> FileBytes {
    let chain = try chain(from: start, limit: nil, what)
    return joined(chain, count: chain.count * sectorSize)
  }

  private func chain(from start: UInt32, limit: Int?, _ what: String) throws -> [Int] {
    var chain: [Int] = []
    var seen = [Bool](repeating: false, count: sectorCount)
    var sector = start
    while chain.count != limit {
      if sector == SectorArea.endOfChain {
        guard limit == nil else { throw CompoundFile.damaged("\(what) обрывается") }
        break
      }
      guard sector < sectorCount else { throw CompoundFile.damaged("\(what) ссылается на место вне файла") }
      guard !seen[Int(sector)] else { throw CompoundFile.damaged("\(what) ссылается по кругу") }
      seen[Int(sector)] = true
      chain.append(Int(sector))
      sector = next[Int(sector)]
    }
    return chain
  }

  /// Less than `count` bytes where the file ends before them.
  private func joined(_ chain: [Int], count: Int) -> FileBytes {
    FileBytes(capacity: count) { target in
      bytes.withUnsafeBytes { source in
        var filled = 0
        for sector in chain {
          let start = headerSize + sector * sectorSize
          let length = min(sectorSize, count - filled, source.count - start)
          UnsafeMutableRawBufferPointer(rebasing: target[filled..<(filled + length)])
            .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[start..<(start + length)]))
          filled += length
        }
        return filled
      }
    }
  }
}
