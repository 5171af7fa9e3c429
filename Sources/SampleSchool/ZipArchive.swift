import CLibZip

/// A ZIP made in memory, with the same bytes for the same entries.
final class ZipArchive {
  enum Names {
    /// The UTF-8 flag stays clear, as Дневник.ру leaves it.
    case cp866
    case utf8
  }

  private let source: OpaquePointer
  private var archive: OpaquePointer?
  /// Contents of the entries; libzip reads them when the archive is closed.
  private var buffers: [UnsafeMutableRawBufferPointer] = []
  private let names: Names
  private let dosTime: UInt16
  private let dosDate: UInt16

  private init(names: Names, at moment: Moment) throws {
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let source = zip_source_buffer_create(nil, 0, 0, &error) else { throw ZipArchive.problem(&error) }
    // The archive gives its own reference back when it closes; this one is for reading the bytes after that.
    zip_source_keep(source)
    guard let archive = zip_open_from_source(source, ZIP_TRUNCATE, &error) else {
      zip_source_free(source)
      zip_source_free(source)
      throw ZipArchive.problem(&error)
    }
    self.source = source
    self.archive = archive
    self.names = names
    let (year, month, day) = moment.day.parts
    dosTime = UInt16(moment.hour << 11 | moment.minute << 5 | moment.second / 2)
    dosDate = UInt16((year - 1980) << 9 | month << 5 | day)
  }

  deinit {
    if let archive { zip_discard(archive) }
    zip_source_free(source)
    for buffer in buffers { buffer.deallocate() }
  }

  /// - Parameter entries: in the order in which they stand in the archive.
  static func bytes(of entries: [(name: String, bytes: [UInt8])], names: Names = .utf8, at moment: Moment) throws
    -> [UInt8]
  {
    let zip = try ZipArchive(names: names, at: moment)
    for entry in entries { try zip.add(entry.name, entry.bytes) }
    return try zip.finish()
  }

  private func add(_ name: String, _ bytes: [UInt8]) throws {
    let encoded = names == .cp866 ? try CodePage.cp866.encode(name) : Array(name.utf8)
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: max(1, bytes.count), alignment: 1)
    buffer.copyBytes(from: bytes)
    buffers.append(buffer)
    guard let entry = zip_source_buffer(archive, buffer.baseAddress, zip_uint64_t(bytes.count), 0) else {
      throw archiveProblem()
    }
    let flags = names == .cp866 ? ZIP_FL_ENC_CP437 : ZIP_FL_ENC_UTF_8
    let index = (encoded + [0]).withUnsafeBufferPointer { name in
      name.withMemoryRebound(to: CChar.self) { name in
        name.baseAddress.map { zip_file_add(archive, $0, entry, zip_flags_t(flags)) } ?? -1
      }
    }
    guard index >= 0 else {
      zip_source_free(entry)
      throw archiveProblem()
    }
    guard zip_file_set_dostime(archive, zip_uint64_t(index), dosTime, dosDate, 0) == 0 else { throw archiveProblem() }
  }

  private func finish() throws -> [UInt8] {
    guard zip_close(archive) == 0 else { throw archiveProblem() }
    archive = nil
    var stat = zip_stat_t()
    guard zip_source_open(source) == 0, zip_source_stat(source, &stat) == 0 else { throw sourceProblem() }
    defer { zip_source_close(source) }
    var bytes = [UInt8](repeating: 0, count: Int(stat.size))
    let count = bytes.withUnsafeMutableBytes { zip_source_read(source, $0.baseAddress, zip_uint64_t($0.count)) }
    guard count == bytes.count else { throw sourceProblem() }
    return bytes
  }

  private func archiveProblem() -> SampleSchoolError {
    guard let archive, let text = zip_strerror(archive) else { return .zip("архив уже закрыт") }
    return .zip(String(cString: text))
  }

  private func sourceProblem() -> SampleSchoolError {
    guard let error = zip_source_error(source), let text = zip_error_strerror(error) else { return .zip("чтение") }
    return .zip(String(cString: text))
  }

  private static func problem(_ error: inout zip_error_t) -> SampleSchoolError {
    zip_error_strerror(&error).map { .zip(String(cString: $0)) } ?? .zip("причина не названа")
  }
}
