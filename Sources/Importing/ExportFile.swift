import Journal

/// A file of an export as it was found: alone, in a folder, or in an archive.
struct ExportFile {
  /// As it is told to people.
  var path: String
  var bytes: FileBytes
  /// The archive it came out of; nil for a file of its own.
  var archive: Archive?

  struct Archive {
    var name: String
    var digest: String
    var bytes: FileBytes
    /// The newest time inside.
    var newest: LocalMoment?
  }

  /// The last part of the path, without its ending.
  var stem: String {
    let last = path.split(separator: "/").last.map(String.init) ?? path
    return last.lastIndex(of: ".").map { String(last[..<$0]) } ?? last
  }

  /// Its line in the import report, before anything is known of its content.
  func described(layout: String?) -> ImportedFile {
    let digest = bytes.sha256()
    return ImportedFile(
      path: path, digest: digest, originalDigest: archive?.digest ?? digest, byteCount: bytes.count, layout: layout)
  }

  func moments(_ options: ImportOptions) -> SnapshotMoments {
    SnapshotMoments(given: options.takenAt, archive: archive?.newest, name: archive?.name ?? path)
  }
}
