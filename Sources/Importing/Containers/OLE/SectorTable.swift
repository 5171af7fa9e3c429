/// Which sector comes after which (MS-CFB 2.3): the table of a compound file, or that of its mini stream.
struct SectorTable {
  static let endOfChain: UInt32 = 0xFFFF_FFFE
  static let free: UInt32 = 0xFFFF_FFFF

  private let next: [UInt32]
  /// How many sectors there are; links to others are damage.
  private let sectorCount: Int

  init(next: [UInt32], sectorCount: Int) {
    self.next = next
    self.sectorCount = sectorCount
  }

  /// The first `limit` sectors of a chain, all of them without a limit. Throws `ImportProblem` for a chain that ends before
  /// the limit, leaves the file or comes back to itself.
  func chain(from start: UInt32, limit: Int? = nil, of what: String) throws -> [Int] {
    var chain: [Int] = []
    var seen = [Bool](repeating: false, count: min(sectorCount, next.count))
    var sector = start
    while chain.count != limit {
      if sector == SectorTable.endOfChain {
        guard limit == nil else { throw CompoundFile.damaged("\(what) обрывается") }
        break
      }
      guard sector < seen.count else { throw CompoundFile.damaged("\(what) ссылается на место вне файла") }
      guard !seen[Int(sector)] else { throw CompoundFile.damaged("\(what) ссылается по кругу") }
      seen[Int(sector)] = true
      chain.append(Int(sector))
      sector = next[Int(sector)]
    }
    return chain
  }
}
