import Journal

/// A compound file (MS-CFB, also named OLE2): a small file system inside a file, read down to the streams of its root.
/// Streams of storages below it belong to embedded objects and are left alone.
///
/// Damage is refused, never mended: half a stream is no data. Memory stays within a small multiple of the file's size,
/// whatever sizes it declares.
struct CompoundFile {
  /// Streams shorter than this lie in the mini stream (MS-CFB 2.2).
  private static let miniStreamCutoff: UInt64 = 4096

  private let sectors: SectorArea
  private let miniSectors: SectorArea
  /// By name in capitals: names do not tell case apart.
  private let streams: [String: CompoundEntry]

  /// Throws `ImportProblem` for a file that is no compound file or is damaged.
  init(_ file: FileBytes) throws {
    let header = try CompoundHeader(file)
    sectors = SectorArea(
      file, headerSize: header.sectorSize, sectorSize: header.sectorSize, next: try header.sectorLinks(file))
    let directory = try sectors.read(from: header.directoryStart, what: "оглавление")
    let entries = try CompoundFile.entries(of: directory, longSizes: header.version == 4)
    guard let root = entries.first, root.kind == .root else { throw CompoundFile.damaged("в оглавлении нет корня") }
    streams = try CompoundFile.streams(below: root, in: entries)

    var miniStream = FileBytes([])
    var miniLinks: [UInt32] = []
    if root.byteCount > 0 {
      miniStream = try sectors.read(
        from: root.start, count: Int(clamping: root.byteCount), what: "область малых частей")
      let table = try sectors.read(from: header.miniTableStart, what: "таблица малых частей")
      miniLinks = (0..<table.count / 4).compactMap { table.littleEndian(UInt32.self, at: $0 * 4) }
    }
    miniSectors = SectorArea(
      miniStream, headerSize: 0, sectorSize: CompoundHeader.miniSectorSize, next: miniLinks)
  }

  /// A stream of the root; nil when there is none of the name. Throws `ImportProblem` when it is damaged.
  func stream(_ name: String) throws -> FileBytes? {
    guard let entry = streams[name.uppercased()] else { return nil }
    let area = entry.byteCount < CompoundFile.miniStreamCutoff ? miniSectors : sectors
    return try area.read(from: entry.start, count: Int(clamping: entry.byteCount), what: entry.title)
  }

  static func damaged(_ problem: String) -> ImportProblem {
    ImportProblem(
      "файл повреждён: \(problem)", hint: "Скачайте файл заново или откройте его в Excel и сохраните как .xlsx.")
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
  private static func streams(
    below root: CompoundEntry, in entries: [CompoundEntry]
  ) throws -> [String: CompoundEntry] {
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
        throw damaged("\(entry.title) есть в нём дважды")
      }
    }
    return streams
  }
}
