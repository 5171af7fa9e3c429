import Journal

/// The header of a compound file (MS-CFB 2.2) and the table of sectors that it leads to.
struct CompoundHeader {
  static let miniSectorSize = 64
  private static let signature: [UInt8] = [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]
  /// So many parts of the table are named in the header itself.
  private static let partsInHeader = 109

  let version: UInt16
  let sectorSize: Int
  /// Whole sectors of the file and the one that may be cut short, without the header.
  let sectorCount: Int
  let directoryStart: UInt32
  let miniTableStart: UInt32
  private let partsStart: UInt32

  init(_ file: FileBytes) throws {
    guard file.withUnsafeBytes({ $0.starts(with: CompoundHeader.signature) }) else {
      throw ImportProblem("это не книга .xls: начало файла другое", hint: "Выгрузите журнал заново в Excel.")
    }
    guard let version = file.littleEndian(UInt16.self, at: 26),
      let shift = file.littleEndian(UInt16.self, at: 30),
      let directoryStart = file.littleEndian(UInt32.self, at: 48),
      let miniTableStart = file.littleEndian(UInt32.self, at: 60),
      let partsStart = file.littleEndian(UInt32.self, at: 68)
    else { throw CompoundFile.damaged("он обрывается в самом начале") }
    guard version == 3 || version == 4, file.littleEndian(UInt16.self, at: 28) == 0xFFFE,
      shift == (version == 3 ? 9 : 12), file.littleEndian(UInt16.self, at: 32) == 6
    else { throw CompoundFile.damaged("заголовок записан неверно") }
    self.version = version
    sectorSize = 1 << Int(shift)
    sectorCount = max(0, file.count - 1) / sectorSize
    self.directoryStart = directoryStart
    self.miniTableStart = miniTableStart
    self.partsStart = partsStart
  }

  /// For every sector the one that comes after it.
  func sectorLinks(_ file: FileBytes) throws -> [UInt32] {
    var links: [UInt32] = []
    for part in try tableParts(file) {
      links += words(file, from: (Int(part) + 1) * sectorSize, count: sectorSize / 4)
    }
    return links
  }

  /// The sectors that the table of sectors takes (MS-CFB 2.5).
  private func tableParts(_ file: FileBytes) throws -> [UInt32] {
    var parts = words(file, from: 76, count: CompoundHeader.partsInHeader)
    var next = partsStart
    var steps = 0
    while next < sectorCount {
      steps += 1
      guard steps <= sectorCount else { throw CompoundFile.damaged("таблица секторов ссылается по кругу") }
      let list = words(file, from: (Int(next) + 1) * sectorSize, count: sectorSize / 4)
      parts += list.dropLast().filter { $0 != SectorArea.free }
      next = list.last ?? SectorArea.endOfChain
    }
    guard next == SectorArea.endOfChain || next == SectorArea.free else {
      throw CompoundFile.damaged("таблица секторов ссылается на место вне файла")
    }
    parts.removeAll { $0 == SectorArea.free }
    guard parts.count <= sectorCount, parts.allSatisfy({ $0 < sectorCount }) else {
      throw CompoundFile.damaged("таблица секторов ссылается на место вне файла")
    }
    return parts
  }

  /// What lies beyond the end of the file counts as free.
  private func words(_ file: FileBytes, from offset: Int, count: Int) -> [UInt32] {
    (0..<count).map { file.littleEndian(UInt32.self, at: offset + $0 * 4) ?? SectorArea.free }
  }
}
