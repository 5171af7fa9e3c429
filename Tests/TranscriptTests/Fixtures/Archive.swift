import CLibZip
import Glibc
import Testing

/// A ZIP archive as a test wants it, made by libzip.
struct Archive {
  private struct Part {
    var name: String
    var bytes: [UInt8]
  }

  private var parts: [Part] = []
  /// The DOS time of every entry; nil for none (1980).
  private let modified: (day: UInt16, time: UInt16)?

  /// `modified` is a day of November 2025; noon.
  init(modifiedOnNovember day: Int? = nil) {
    modified = day.map { (UInt16(45 << 9 | 11 << 5 | $0), UInt16(12 << 11)) }
  }

  mutating func add(_ text: String, as name: String) { add(Array(text.utf8), as: name) }

  mutating func add(_ bytes: [UInt8], as name: String) { parts.append(Part(name: name, bytes: bytes)) }

  func bytes() throws -> [UInt8] {
    var failure = zip_error_t()
    zip_error_init(&failure)
    defer { zip_error_fini(&failure) }
    let target = try #require(zip_source_buffer_create(nil, 0, 0, &failure))
    defer { zip_source_free(target) }
    let archive = try #require(zip_open_from_source(target, ZIP_TRUNCATE, &failure))
    zip_source_keep(target)
    for part in parts { try add(part, to: archive) }
    try #require(zip_close(archive) == 0)

    try #require(zip_source_open(target) == 0)
    defer { zip_source_close(target) }
    try #require(zip_source_seek(target, 0, 2) == 0)
    let size = Int(zip_source_tell(target))
    try #require(zip_source_seek(target, 0, 0) == 0)
    return [UInt8](unsafeUninitializedCapacity: size) { buffer, count in
      count = max(0, Int(zip_source_read(target, buffer.baseAddress, zip_uint64_t(size))))
    }
  }

  private func add(_ part: Part, to archive: OpaquePointer) throws {
    // libzip takes the buffer over and frees it, but forgets one without bytes.
    let copy = part.bytes.isEmpty ? nil : malloc(part.bytes.count)
    copy?.copyMemory(from: part.bytes, byteCount: part.bytes.count)
    let source = try #require(zip_source_buffer(archive, copy, zip_uint64_t(part.bytes.count), 1))
    let added = zip_file_add(archive, part.name, source, zip_flags_t(ZIP_FL_ENC_UTF_8))
    try #require(added >= 0)
    zip_set_file_compression(archive, zip_uint64_t(added), ZIP_CM_DEFLATE, 9)
    zip_file_set_dostime(archive, zip_uint64_t(added), modified?.time ?? 0, modified?.day ?? 0x21, 0)
  }
}
