import Journal

/// The times in an archive's central directory (APPNOTE 4.3.12), read from the bytes.
///
/// libzip gives them as `time_t` by way of the machine's time zone, which loses the hour when clocks change; the field
/// itself is the local time of whoever packed the archive. Everything else about entries comes from libzip.
struct ZipDirectory {
  struct Record {
    var rawName: UnsafeBufferPointer<UInt8>
    var modified: LocalMoment?
  }

  /// In the directory's order; empty when the directory is not where the last 64 KiB say. Valid as long as the bytes are.
  let records: [Record]

  init(_ archive: UnsafeRawBufferPointer) {
    var records: [Record] = []
    if let end = ZipDirectory.endRecord(archive) {
      var at = ZipDirectory.number32(archive, end + 16)
      for _ in 0..<ZipDirectory.number16(archive, end + 10) {
        guard at + 46 <= end, ZipDirectory.number32(archive, at) == 0x0201_4B50 else { break }
        let nameLength = ZipDirectory.number16(archive, at + 28)
        let next =
          at + 46 + nameLength + ZipDirectory.number16(archive, at + 30) + ZipDirectory.number16(archive, at + 32)
        guard next <= end else { break }
        let rawName = UnsafeRawBufferPointer(rebasing: archive[(at + 46)..<(at + 46 + nameLength)])
        records.append(
          Record(
            rawName: rawName.bindMemory(to: UInt8.self),
            modified: LocalMoment(
              dosDate: ZipDirectory.number16(archive, at + 14), dosTime: ZipDirectory.number16(archive, at + 12))))
        at = next
      }
    }
    self.records = records
  }

  private static func endRecord(_ archive: UnsafeRawBufferPointer) -> Int? {
    guard archive.count >= 22 else { return nil }
    for at in stride(from: archive.count - 22, through: max(0, archive.count - 22 - 65_535), by: -1)
    where number32(archive, at) == 0x0605_4B50 {
      return at
    }
    return nil
  }

  private static func number16(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
    Int(UInt16(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt16.self)))
  }

  private static func number32(_ bytes: UnsafeRawBufferPointer, _ at: Int) -> Int {
    Int(UInt32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt32.self)))
  }
}

extension LocalMoment {
  /// Nil for a date or time that does not exist, and for midnight of 1980-01-01, which writers put for "not set".
  init?(dosDate: Int, dosTime: Int) {
    let (hour, minute, second) = (dosTime >> 11, dosTime >> 5 & 63, dosTime & 31)
    guard let day = CivilDate(year: 1980 + dosDate >> 9, month: dosDate >> 5 & 15, day: dosDate & 31),
      hour < 24, minute < 60, second < 30, dosDate != 0x21 || dosTime != 0
    else { return nil }
    self.init(day, hour: hour, minute: minute, second: second * 2)
  }
}
