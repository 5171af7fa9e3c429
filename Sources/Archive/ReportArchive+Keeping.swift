/// The writing part of a registration; the ledger is locked all the while.
extension ReportArchive {
  /// Puts the files into the registration's folder by way of a temporary one.
  /// - Returns: false if an interrupted registration had put the same files there already.
  func keep(_ files: [NamedBytes], in registration: Registration) throws(ArchiveError) -> Bool {
    let staging = path(ReportArchive.stagingName)
    let target = path(registration.folder)
    let yearFolder = path(registration.yearFolder)
    if FileSystem.kind(staging) == .folder { try FileSystem.removeFlatFolder(staging) }
    do throws(ArchiveError) {
      try FileSystem.makeFolder(staging)
      for (name, bytes) in files { try OpenFile(staging + "/" + name, for: .creating).write(bytes) }
      try FileSystem.synchronizeFolder(staging)
      try FileSystem.makeFolder(yearFolder)
      if FileSystem.kind(target) != .nothing {
        guard try holdsExactly(registration.files, in: target) else { throw .folderOccupied(registration.folder) }
        try FileSystem.removeFlatFolder(staging)
        return false
      }
      try FileSystem.move(staging, to: target)
      return true
    } catch {
      // The first error is the one to tell; what stays behind is told by `verify` and removed by the next registration.
      try? FileSystem.removeFlatFolder(staging)
      FileSystem.removeFolderIfEmpty(yearFolder)
      throw error
    }
  }

  /// Takes back what `keep` moved in.
  func withdraw(_ registration: Registration) {
    let staging = path(ReportArchive.stagingName)
    try? FileSystem.move(path(registration.folder), to: staging)
    try? FileSystem.removeFlatFolder(staging)
    FileSystem.removeFolderIfEmpty(path(registration.yearFolder))
  }

  /// Adds the line and moves the head. The head is prepared before the line is written, so that an interruption between the
  /// two can be told from a line added by somebody else.
  func append(_ registration: Registration, to ledger: borrowing OpenFile, length: Int) throws(ArchiveError) {
    let pending = path(ReportArchive.pendingHeadName)
    if FileSystem.kind(pending) != .nothing { try FileSystem.removeFile(pending) }
    do throws(ArchiveError) {
      try OpenFile(pending, for: .creating).write(Array(registration.head.text.utf8))
      try FileSystem.synchronizeFolder(path(registration.yearFolder))
      try FileSystem.synchronizeFolder(folder)
      try ledger.write(registration.line + [UInt8(ascii: "\n")])
      try FileSystem.move(pending, to: path(ReportArchive.headName))
    } catch {
      try? ledger.truncate(to: length)
      try? FileSystem.removeFile(pending)
      throw error
    }
    // All is written. Should a power cut undo the renaming, the next registration does it again.
    try? FileSystem.synchronizeFolder(folder)
  }

  /// Completes a registration that was interrupted before its last step.
  func finishHead() throws(ArchiveError) {
    try FileSystem.move(path(ReportArchive.pendingHeadName), to: path(ReportArchive.headName))
    try FileSystem.synchronizeFolder(folder)
  }

  private func holdsExactly(_ files: [ArchivedFile], in target: String) throws(ArchiveError) -> Bool {
    guard FileSystem.kind(target) == .folder, try FileSystem.names(in: target) == files.map(\.name) else {
      return false
    }
    for file in files {
      let path = target + "/" + file.name
      guard FileSystem.kind(path) == .file, try ArchivedFile(name: file.name, at: path) == file else { return false }
    }
    return true
  }
}
