import CLibZip
import Glibc
import Importing
import Testing

/// An archive in memory, made by libzip.
struct ZipFixture {
  struct Part {
    var name: [UInt8]
    var bytes: [UInt8]
    var stored = false
    var password: String?
    var dos: (date: UInt16, time: UInt16) = (0x21, 0)
  }

  var parts: [Part] = []

  init(_ parts: [(String, String)] = []) {
    self.parts = parts.map { Part(name: Array($0.0.utf8), bytes: Array($0.1.utf8)) }
  }

  func file() throws -> FileBytes { FileBytes(try bytes()) }

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
    let isUTF8 = part.name.contains { $0 >= 0x80 } && String(validating: part.name, as: UTF8.self) != nil
    let added = (part.name + [0]).withUnsafeBufferPointer { name in
      name.withMemoryRebound(to: CChar.self) { name in
        // A name of code page 437 is written as it is, without the UTF-8 flag.
        zip_file_add(archive, name.baseAddress!, source, zip_flags_t(isUTF8 ? ZIP_FL_ENC_UTF_8 : ZIP_FL_ENC_CP437))
      }
    }
    try #require(added >= 0)
    let index = zip_uint64_t(added)
    zip_set_file_compression(archive, index, part.stored ? ZIP_CM_STORE : ZIP_CM_DEFLATE, 9)
    zip_file_set_dostime(archive, index, part.dos.time, part.dos.date, 0)
    if let password = part.password {
      zip_file_set_encryption(archive, index, zip_uint16_t(ZIP_EM_AES_256), password)
    }
  }
}
