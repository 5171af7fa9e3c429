import Journal

/// A file of an export as it was found: alone, in a folder, or in an archive.
struct ExportFile: Sendable {
  /// As it is told to people.
  var path: String
  var bytes: FileBytes
  /// SHA-256 of the bytes.
  let digest: String
  /// The archive it came out of; nil for a file of its own.
  var archive: Archive?

  init(path: String, bytes: FileBytes, archive: Archive? = nil) {
    self.path = path
    self.bytes = bytes
    self.archive = archive
    digest = bytes.sha256()
  }

  struct Archive: Sendable {
    var name: String
    var digest: String
    var bytes: FileBytes
    /// The newest time inside.
    var newest: LocalMoment?
    /// It lies in an archive itself; `digest` and `bytes` are the outer one's then.
    var isNested: Bool
  }

  /// The last part of the path, without its ending.
  var stem: String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
  }

  /// Its line in the import report, before anything is known of its content.
  func described(layout: String?) -> ImportedFile {
    ImportedFile(
      path: path, digest: digest, originalDigest: archive?.digest ?? digest, byteCount: bytes.count, layout: layout)
  }
}
