import FoundationEssentials
import Glibc

/// The calls of the file system that the archive needs, each with its return code checked.
enum FileSystem {
  enum Kind { case nothing, file, folder, other }

  /// Of the path itself: a link is `other`.
  static func kind(_ path: String) -> Kind {
    var status = stat()
    guard lstat(path, &status) == 0 else { return .nothing }
    switch status.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }

  /// The names in a folder, in order of their bytes.
  static func names(in path: String) throws(ArchiveError) -> [String] {
    do {
      return try FileManager.default.contentsOfDirectory(atPath: path)
        .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
    } catch {
      throw .system("прочитать папку", path: path, code: kind(path) == .folder ? EACCES : ENOENT)
    }
  }

  static func bytes(of path: String) throws(ArchiveError) -> [UInt8] {
    try OpenFile(path, for: .reading).bytes()
  }

  /// True if the folder was made, false if it was there.
  @discardableResult
  static func makeFolder(_ path: String) throws(ArchiveError) -> Bool {
    if mkdir(path, 0o755) == 0 { return true }
    let code = errno
    if code == EEXIST, kind(path) == .folder { return false }
    throw .system("создать папку", path: path, code: code == EEXIST ? ENOTDIR : code)
  }

  static func move(_ path: String, to target: String) throws(ArchiveError) {
    if rename(path, target) != 0 { throw .system("дать временным файлам имя", path: target, code: errno) }
  }

  /// Makes the names in a folder last through a power cut.
  static func synchronizeFolder(_ path: String) throws(ArchiveError) {
    try OpenFile(path, for: .reading).synchronize()
  }

  /// Removes a folder of files; one that holds folders was not made by the archive and is refused.
  static func removeFlatFolder(_ path: String) throws(ArchiveError) {
    for name in try names(in: path) { try removeFile(path + "/" + name) }
    if rmdir(path) != 0 { throw .system("удалить папку", path: path, code: errno) }
  }

  static func removeFile(_ path: String) throws(ArchiveError) {
    if unlink(path) != 0 { throw .system("удалить", path: path, code: errno) }
  }

  /// Nothing happens to a folder that holds anything.
  static func removeFolderIfEmpty(_ path: String) { _ = rmdir(path) }
}
