import CLibZip

/// A ZIP archive made in memory by libzip; owns the archive and the source that receives its bytes.
///
/// Entries are handed over as whole buffers, so their sizes are known from the start and libzip writes neither ZIP64
/// fields nor data descriptors. Times are DOS fields: `zip_file_set_mtime` would depend on the time zone.
final class ZIPWriter {
  private var archive: OpaquePointer?
  private let target: OpaquePointer
  /// What libzip reads when the archive closes.
  private var parts: [UnsafeMutableRawBufferPointer] = []
  private let time: (date: UInt16, time: UInt16)

  /// Every entry is dated noon of this day; years outside 1980…2107 are moved to the nearest. Noon, because libzip takes
  /// the time through the local zone, where an hour of a night may not exist.
  init(year: Int, month: Int, day: Int) throws(SpreadsheetError) {
    let noon = 12 << 11
    time = (UInt16((min(max(year, 1980), 2107) - 1980) << 9 | month << 5 | day), UInt16(noon))
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    guard let target = zip_source_buffer_create(nil, 0, 0, &error) else {
      throw .zip(part: "", reason: String(cString: zip_error_strerror(&error)))
    }
    guard let archive = zip_open_from_source(target, Int32(ZIP_TRUNCATE), &error) else {
      zip_source_free(target)
      throw .zip(part: "", reason: String(cString: zip_error_strerror(&error)))
    }
    // The archive frees its source when it closes; the bytes are read after that.
    zip_source_keep(target)
    self.target = target
    self.archive = archive
  }

  deinit {
    if let archive { zip_discard(archive) }
    zip_source_free(target)
    for part in parts { part.deallocate() }
  }

  /// Entries stand in the archive in the order of the calls.
  func add(_ path: String, _ bytes: [UInt8], isStored: Bool = false) throws(SpreadsheetError) {
    guard let archive else { throw failure(path) }
    let part = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    part.copyBytes(from: bytes)
    parts.append(part)
    guard let source = zip_source_buffer(archive, part.baseAddress, UInt64(part.count), 0) else { throw failure(path) }
    let index = zip_file_add(archive, path, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw failure(path)
    }
    let method = isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE
    guard zip_set_file_compression(archive, UInt64(index), method, 0) == 0,
      zip_file_set_dostime(archive, UInt64(index), time.time, time.date, 0) == 0
    else { throw failure(path) }
  }

  /// Closes the archive and gives its bytes; call it once, last.
  func finish() throws(SpreadsheetError) -> [UInt8] {
    guard let archive, zip_close(archive) == 0 else { throw failure("") }
    self.archive = nil
    guard zip_source_open(target) == 0 else { throw sourceFailure() }
    defer { zip_source_close(target) }
    var stat = zip_stat_t()
    guard zip_source_stat(target, &stat) == 0 else { throw sourceFailure() }
    let size = Int(stat.size)
    var length: Int64 = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      length = buffer.baseAddress.map { zip_source_read(target, $0, UInt64(size)) } ?? 0
      count = max(0, Int(length))
    }
    guard bytes.count == size else { throw sourceFailure() }
    return bytes
  }

  private func failure(_ part: String) -> SpreadsheetError {
    .zip(part: part, reason: archive.map { String(cString: zip_error_strerror(zip_get_error($0))) } ?? "архив закрыт")
  }

  private func sourceFailure() -> SpreadsheetError {
    .zip(part: "", reason: String(cString: zip_error_strerror(zip_source_error(target))))
  }
}
