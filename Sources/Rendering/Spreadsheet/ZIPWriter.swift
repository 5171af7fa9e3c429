import CLibZip

/// A ZIP archive made in memory by libzip; owns the archive and what receives its bytes.
///
/// Small parts are handed over as whole buffers, long ones are made while the archive closes; libzip writes neither ZIP64
/// fields nor data descriptors. Times are DOS fields: `zip_file_set_mtime` would depend on the time zone.
final class ZIPWriter {
  private var archive: OpaquePointer?
  private let target = ArchiveBytes()
  /// What libzip reads when the archive closes.
  private var parts: [UnsafeMutableRawBufferPointer] = []
  private var streamed: [StreamedPart] = []
  private let time: (date: UInt16, time: UInt16)

  /// Every entry is dated noon of this day; years outside 1980…2107 are moved to the nearest. Noon, because libzip takes
  /// the time through the local zone, where an hour of a night may not exist.
  init(year: Int, month: Int, day: Int) throws(SpreadsheetError) {
    let noon = 12 << 11
    time = (UInt16((min(max(year, 1980), 2107) - 1980) << 9 | month << 5 | day), UInt16(noon))
    var error = zip_error_t()
    zip_error_init(&error)
    defer { zip_error_fini(&error) }
    let pointer = Unmanaged.passUnretained(target).toOpaque()
    guard let source = zip_source_function_create(ArchiveBytes.callback, pointer, &error) else {
      throw .zip(part: "", reason: String(cString: zip_error_strerror(&error)))
    }
    guard let archive = zip_open_from_source(source, Int32(ZIP_TRUNCATE), &error) else {
      zip_source_free(source)
      throw .zip(part: "", reason: String(cString: zip_error_strerror(&error)))
    }
    self.archive = archive
  }

  deinit {
    if let archive { zip_discard(archive) }
    for part in parts { part.deallocate() }
  }

  /// Entries stand in the archive in the order of the calls.
  func add(_ path: String, _ bytes: [UInt8], isStored: Bool = false) throws(SpreadsheetError) {
    guard let archive else { throw failure(path) }
    let part = UnsafeMutableRawBufferPointer.allocate(byteCount: bytes.count, alignment: 1)
    part.copyBytes(from: bytes)
    parts.append(part)
    guard let source = zip_source_buffer(archive, part.baseAddress, UInt64(part.count), 0) else { throw failure(path) }
    try add(path, source, method: isStored ? ZIP_CM_STORE : ZIP_CM_DEFLATE)
  }

  /// A part that is made when the archive closes, on another thread.
  func add(_ path: String, _ make: @escaping StreamedPart.Maker) throws(SpreadsheetError) {
    guard let archive else { throw failure(path) }
    let part = StreamedPart(make)
    streamed.append(part)
    let pointer = Unmanaged.passUnretained(part).toOpaque()
    guard let source = zip_source_function(archive, StreamedPart.callback, pointer) else { throw failure(path) }
    try add(path, source, method: ZIP_CM_DEFLATE)
  }

  /// As quick as 1, and a twentieth smaller; libzip's own choice takes twenty times as long for two thirds of the size.
  private static let level: UInt32 = 2

  private func add(_ path: String, _ source: OpaquePointer, method: Int32) throws(SpreadsheetError) {
    guard let archive else { throw failure(path) }
    let index = zip_file_add(archive, path, source, UInt32(ZIP_FL_ENC_UTF_8))
    guard index >= 0 else {
      zip_source_free(source)
      throw failure(path)
    }
    let level = method == ZIP_CM_DEFLATE ? ZIPWriter.level : 0
    guard zip_set_file_compression(archive, UInt64(index), method, level) == 0,
      zip_file_set_dostime(archive, UInt64(index), time.time, time.date, 0) == 0
    else { throw failure(path) }
  }

  /// Closes the archive and gives its bytes; call it once, last.
  func finish() throws(SpreadsheetError) -> [UInt8] {
    guard let archive, zip_close(archive) == 0 else {
      throw streamed.lazy.compactMap(\.failure).first ?? failure("")
    }
    self.archive = nil
    return target.take()
  }

  private func failure(_ part: String) -> SpreadsheetError {
    .zip(part: part, reason: archive.map { String(cString: zip_error_strerror(zip_get_error($0))) } ?? "архив закрыт")
  }
}
