import Journal

/// A compound file (MS-CFB, also named OLE2): a small file system inside a file, read down to the streams of its root.
/// Streams of storages below it belong to embedded objects and are left alone.
///
/// Damage is refused, never mended: half a stream is no data. Memory stays within a small multiple of the file's size,
/// whatever sizes it declares.
struct CompoundFile {
  /// Streams shorter than this lie in the mini stream (MS-CFB 2.2).
  private static let miniStreamCutoff: UInt64 = 4096

  private let file: FileBytes
  private let sectorSize: Int
  private let sectors: SectorTable
  private let miniSectors: SectorTable
  private let miniStream: FileBytes
  /// By name in capitals: names do not tell case apart.
  private let streams: [String: CompoundEntry]

  /// Throws `ImportProblem` for a file that is no compound file or is damaged.
  init(_ file: FileBytes) throws {
    let header = try CompoundHeader(file)
    self.file = file
    sectorSize = header.sectorSize
    sectors = SectorTable(next: try header.sectorLinks(file), sectorCount: header.sectorCount)

    let directory = try CompoundFile.joined(
      try sectors.chain(from: header.directoryStart, of: "оглавление"), of: file, sectorSize: sectorSize,
      count: nil, what: "оглавление")
    let entries = try CompoundFile.entries(of: directory, longSizes: header.version == 4)
    guard let root = entries.first, root.kind == .root else { throw CompoundFile.damaged("в оглавлении нет корня") }
    streams = try CompoundFile.streams(below: root, in: entries)

    if root.byteCount > 0 {
      miniStream = try CompoundFile.stream(
        root, of: file, sectors, sectorSize: sectorSize, what: "область малых частей")
    } else {
      miniStream = FileBytes([])
    }
    let links =
      header.miniTableStart == SectorTable.endOfChain || miniStream.count == 0
      ? [] : try sectors.chain(from: header.miniTableStart, of: "таблица малых частей")
    let table = try CompoundFile.joined(
      links, of: file, sectorSize: sectorSize, count: nil, what: "таблица малых частей")
    miniSectors = SectorTable(
      next: (0..<table.count / 4).compactMap { table.littleEndian(UInt32.self, at: $0 * 4) },
      sectorCount: (miniStream.count + CompoundHeader.miniSectorSize - 1) / CompoundHeader.miniSectorSize)
  }

  /// A stream of the root; nil when there is none of the name. Throws `ImportProblem` when it is damaged.
  func stream(_ name: String) throws -> FileBytes? {
    guard let entry = streams[name.uppercased()] else { return nil }
    let what = "часть «\(entry.name.filter { $0 >= " " })»"
    return entry.byteCount < CompoundFile.miniStreamCutoff
      ? try CompoundFile.stream(
        entry, of: miniStream, miniSectors, sectorSize: CompoundHeader.miniSectorSize, what: what, headerSize: 0)
      : try CompoundFile.stream(entry, of: file, sectors, sectorSize: sectorSize, what: what)
  }

  static func damaged(_ problem: String) -> ImportProblem {
    ImportProblem(
      "файл повреждён: \(problem)", hint: "Скачайте файл заново или откройте его в Excel и сохраните как .xlsx.")
  }

  private static func stream(
    _ entry: CompoundEntry, of file: FileBytes, _ table: SectorTable, sectorSize: Int, what: String,
    headerSize: Int? = nil
  ) throws -> FileBytes {
    guard entry.byteCount <= UInt64(file.count) else { throw damaged("\(what) обрывается") }
    let count = Int(entry.byteCount)
    let chain = try table.chain(from: entry.start, limit: (count + sectorSize - 1) / sectorSize, of: what)
    return try joined(chain, of: file, sectorSize: sectorSize, count: count, headerSize: headerSize, what: what)
  }

  /// The sectors one after another, cut to `count` bytes. A header of one sector comes before the first sector of a file.
  private static func joined(
    _ chain: [Int], of file: FileBytes, sectorSize: Int, count: Int?, headerSize: Int? = nil, what: String
  ) throws -> FileBytes {
    let wanted = count ?? chain.count * sectorSize
    var left = wanted
    let joined = FileBytes(capacity: wanted) { target in
      file.withUnsafeBytes { source in
        for (index, sector) in chain.enumerated() where left > 0 {
          let start = (headerSize ?? sectorSize) + sector * sectorSize
          // The last sector of a file may be cut short where the stream in it ends.
          let length = min(sectorSize, left, source.count - start)
          guard length > 0 else { break }
          UnsafeMutableRawBufferPointer(rebasing: target[(index * sectorSize)..<(index * sectorSize + length)])
            .copyMemory(from: UnsafeRawBufferPointer(rebasing: source[start..<(start + length)]))
          left -= length
          guard length == sectorSize else { break }
        }
      }
      return wanted - left
    }
    guard count == nil || left == 0 else { throw damaged("\(what) обрывается") }
    return joined
  }

  private static func entries(of directory: FileBytes, longSizes: Bool) throws -> [CompoundEntry] {
    try stride(from: 0, through: directory.count - CompoundEntry.size, by: CompoundEntry.size).map {
      guard let entry = CompoundEntry(directory, at: $0, longSizes: longSizes) else {
        throw damaged("оглавление записано неверно")
      }
      return entry
    }
  }

  /// Walks the tree of the root's children. Their order is not believed, for not every writer keeps it.
  private static func streams(below root: CompoundEntry, in entries: [CompoundEntry]) throws -> [String: CompoundEntry]
  {
    var streams: [String: CompoundEntry] = [:]
    var seen = [Bool](repeating: false, count: entries.count)
    var waiting = [root.child].compactMap { $0 }
    while let number = waiting.popLast() {
      guard seen.indices.contains(number), !seen[number] else {
        throw damaged("оглавление ссылается по кругу или мимо")
      }
      seen[number] = true
      let entry = entries[number]
      waiting += [entry.left, entry.right].compactMap { $0 }
      guard entry.kind == .stream else { continue }
      guard streams.updateValue(entry, forKey: entry.name.uppercased()) == nil else {
        throw damaged("часть «\(entry.name.filter { $0 >= " " })» есть в нём дважды")
      }
    }
    return streams
  }
}
