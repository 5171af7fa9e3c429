import Glibc

/// An open file that is closed when it goes out of scope. Every call's return code is checked.
struct OpenFile: ~Copyable {
  enum Purpose {
    case reading
    /// Makes a file that was not there.
    case creating
    /// Makes the file if there is none; every write goes to its end.
    case appending

    var flags: Int32 {
      switch self {
      // Without O_NONBLOCK a pipe laid in the archive would hold the program for ever.
      case .reading: O_RDONLY | O_NOFOLLOW | O_NONBLOCK
      case .creating: O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW
      case .appending: O_RDWR | O_CREAT | O_APPEND | O_NOFOLLOW
      }
    }
  }

  private let descriptor: Int32
  private let path: String

  init(_ path: String, for purpose: Purpose) throws(ArchiveError) {
    let descriptor = open(path, purpose.flags | O_CLOEXEC, 0o644)
    guard descriptor >= 0 else { throw .system("открыть", path: path, code: errno) }
    self.descriptor = descriptor
    self.path = path
  }

  deinit { _ = close(descriptor) }

  /// Waits until no other process holds the file; the lock ends with the open file.
  func lock(exclusive: Bool) throws(ArchiveError) {
    while flock(descriptor, exclusive ? LOCK_EX : LOCK_SH) != 0 {
      if errno != EINTR { throw .system("занять", path: path, code: errno) }
    }
  }

  /// Said aloud so that the lock lasts at least until here.
  func unlock() throws(ArchiveError) {
    if flock(descriptor, LOCK_UN) != 0 { throw .system("освободить", path: path, code: errno) }
  }

  func digest(into stream: inout DigestStream) throws(ArchiveError) {
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try read(into: &piece)
      if count == 0 { return }
      piece.withUnsafeBufferPointer { stream.update(UnsafeBufferPointer(rebasing: $0[..<count])) }
    }
  }

  func bytes() throws(ArchiveError) -> [UInt8] {
    var bytes: [UInt8] = []
    var piece = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = try read(into: &piece)
      if count == 0 { return bytes }
      bytes += piece[..<count]
    }
  }

  private func read(into piece: inout [UInt8]) throws(ArchiveError) -> Int {
    while true {
      let count = Glibc.read(descriptor, &piece, piece.count)
      if count >= 0 { return count }
      if errno != EINTR { throw .system("прочитать", path: path, code: errno) }
    }
  }

  /// Writes all bytes and waits until the disk has them.
  func write(_ bytes: [UInt8]) throws(ArchiveError) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count > 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw .system("записать", path: path, code: errno)
      }
    }
    try synchronize()
  }

  func synchronize() throws(ArchiveError) {
    if fsync(descriptor) != 0 { throw .system("сохранить на диск", path: path, code: errno) }
  }

  /// Takes back what was written after the file had this length, in bytes.
  func truncate(to length: Int) throws(ArchiveError) {
    if ftruncate(descriptor, length) != 0 { throw .system("вернуть прежний вид файла", path: path, code: errno) }
    try synchronize()
  }
}
