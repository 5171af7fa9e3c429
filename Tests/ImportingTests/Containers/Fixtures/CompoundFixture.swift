import Importing

/// A compound file (OLE2) in memory.
struct CompoundFixture {
  /// Of the root.
  var streams: [(name: String, bytes: [UInt8])] = []
  /// Of a storage «MBD0001» below the root, as embedded documents have them.
  var embedded: [(name: String, bytes: [UInt8])] = []
  /// 3 or 4.
  var version = 3

  func file() -> FileBytes { FileBytes(bytes()) }

  func bytes() -> [UInt8] {
    var writer = Writer(sectorSize: version == 3 ? 512 : 4096)
    var entries = [Entry(name: "Root Entry", kind: 5)]
    entries += streams.map { Entry(name: $0.name, kind: 2, bytes: $0.bytes) }
    if !embedded.isEmpty { entries.append(Entry(name: "MBD0001", kind: 1)) }
    let topLevel = entries.count
    entries += embedded.map { Entry(name: $0.name, kind: 2, bytes: $0.bytes) }
    // The tree of a storage's children is a list to the right.
    entries[0].child = topLevel > 1 ? 1 : nil
    for index in entries.indices.dropFirst().dropLast() where index + 1 != topLevel { entries[index].right = index + 1 }
    if !embedded.isEmpty { entries[topLevel - 1].child = topLevel }

    var mini: [UInt8] = []
    var miniLinks: [UInt32] = []
    for index in entries.indices.dropFirst() where !entries[index].bytes.isEmpty {
      let bytes = entries[index].bytes
      if bytes.count >= 4096 {
        entries[index].start = writer.append(bytes)
      } else {
        entries[index].start = UInt32(miniLinks.count)
        mini += bytes.padded(to: 64)
        miniLinks += Writer.chain(from: miniLinks.count, count: (bytes.count + 63) / 64)
      }
    }
    entries[0].start = writer.append(mini)
    entries[0].size = mini.count
    let miniTable = writer.append(miniLinks.flatMap(\.bytes), filler: 0xFF)
    let directory = writer.append(entries.flatMap(\.written).padded(to: writer.sectorSize))
    return writer.file(version: version, directory: directory, miniTable: miniTable)
  }

  private struct Entry {
    var name: String
    var kind: UInt8
    var bytes: [UInt8] = []
    var child: Int?
    var right: Int?
    var start: UInt32 = 0xFFFF_FFFE
    var size: Int?

    var written: [UInt8] {
      let name = name.utf16.flatMap(\.bytes)
      func link(_ number: Int?) -> [UInt8] { (number.map { UInt32($0) } ?? 0xFFFF_FFFF).bytes }
      return name.padded(to: 64) + UInt16(name.count + 2).bytes + [kind, 1] + link(nil) + link(right) + link(child)
        + [UInt8](repeating: 0, count: 36) + start.bytes + UInt64(size ?? bytes.count).bytes
    }
  }

  private struct Writer {
    let sectorSize: Int
    private var data: [UInt8] = []
    private var links: [UInt32] = []

    init(sectorSize: Int) {
      self.sectorSize = sectorSize
    }

    static func chain(from start: Int, count: Int) -> [UInt32] {
      (0..<count).map { $0 + 1 == count ? 0xFFFF_FFFE : UInt32(start + $0 + 1) }
    }

    mutating func append(_ bytes: [UInt8], filler: UInt8 = 0) -> UInt32 {
      guard !bytes.isEmpty else { return 0xFFFF_FFFE }
      let start = links.count
      data += bytes.padded(to: sectorSize, filler: filler)
      links += Writer.chain(from: start, count: data.count / sectorSize - start)
      return UInt32(start)
    }

    func file(version: Int, directory: UInt32, miniTable: UInt32) -> [UInt8] {
      let perSector = sectorSize / 4
      var tableCount = 1
      var listCount = 0
      while links.count + tableCount + listCount > tableCount * perSector
        || listCount * (perSector - 1) < tableCount - 109
      {
        listCount = max(0, tableCount + 1 - 109 + perSector - 2) / (perSector - 1)
        tableCount += 1
      }
      let tables = (0..<tableCount).map { UInt32(links.count + $0) }
      let lists = (0..<listCount).map { UInt32(links.count + tableCount + $0) }
      let table = (links + tables.map { _ in 0xFFFF_FFFD } + lists.map { _ in 0xFFFF_FFFC }).flatMap(\.bytes)
      var rest = tables.dropFirst(109)
      var listed: [UInt8] = []
      for index in lists.indices {
        listed += rest.prefix(perSector - 1).flatMap(\.bytes).padded(to: sectorSize - 4, filler: 0xFF)
        listed += (index + 1 < listCount ? lists[index + 1] : 0xFFFF_FFFE).bytes
        rest = rest.dropFirst(perSector - 1)
      }
      var header: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1] + [UInt8](repeating: 0, count: 16)
      header += UInt16(0x3E).bytes + UInt16(version).bytes + UInt16(0xFFFE).bytes
      header += UInt16(version == 3 ? 9 : 12).bytes + UInt16(6).bytes + [UInt8](repeating: 0, count: 10)
      header += UInt32(tableCount).bytes + directory.bytes + UInt32(0).bytes + UInt32(4096).bytes
      header += miniTable.bytes + UInt32(1).bytes + (lists.first ?? 0xFFFF_FFFE).bytes + UInt32(listCount).bytes
      header += tables.prefix(109).flatMap(\.bytes).padded(to: 436, filler: 0xFF)
      return header.padded(to: sectorSize) + data + table.padded(to: tableCount * sectorSize, filler: 0xFF) + listed
    }
  }
}

extension FixedWidthInteger {
  /// Least significant first.
  var bytes: [UInt8] { (0..<(Self.bitWidth / 8)).map { UInt8(truncatingIfNeeded: self >> (8 * $0)) } }
}

extension [UInt8] {
  /// Up to a multiple of the size.
  func padded(to size: Int, filler: UInt8 = 0) -> [UInt8] {
    self + [UInt8](repeating: filler, count: (size - count % size) % size)
  }
}
