extension ReportArchive {
  /// Compares every line, the head and every file with what was registered, and looks for what the ledger does not know.
  /// Changes nothing; waits for a registration that is under way.
  ///
  /// - Parameter expectedHeads: heads kept outside the archive; not necessarily the newest.
  /// - Returns: all problems; also what could not be read is one.
  public func verify(expectedHeads: [ExpectedHead] = []) -> VerificationReport {
    guard FileSystem.kind(folder) == .folder else { return .failed(.archiveMissing(folder)) }
    do throws(ArchiveError) {
      let ledgerPath = path(ReportArchive.ledgerName)
      if FileSystem.kind(ledgerPath) == .nothing {
        guard try FileSystem.names(in: folder).isEmpty else { return .failed(.ledgerMissing) }
        return try report(on: ArchiveState(ledger: [], head: .missing, pending: nil), expectedHeads)
      }
      let file = try OpenFile(ledgerPath, for: .reading)
      try file.lock(exclusive: false)
      let report = try report(on: state(ledger: file.bytes()), expectedHeads)
      try file.unlock()
      return report
    } catch {
      return .failed(.unreadable(error.description))
    }
  }

  /// `expecting`: what is about to be registered. Its place may hold something already; whether that fits is asked later.
  func report(
    on state: ArchiveState, _ expectedHeads: [ExpectedHead], expecting: Registration? = nil
  ) throws(ArchiveError) -> VerificationReport {
    var problems = state.ledger.problems
    if let problem = state.headProblem { problems.append(problem) }
    var told: Set<ArchiveProblem> = []
    for head in expectedHeads {
      if let problem = state.ledger.problem(of: head), told.insert(problem).inserted { problems.append(problem) }
    }
    var checked: Set<CheckedFile> = []
    var known: Set<[UInt8]> = [Array(ReportArchive.ledgerName.utf8), Array(ReportArchive.headName.utf8)]
    // The head's problem tells of it.
    if state.isUnfinished { known.insert(Array(ReportArchive.pendingHeadName.utf8)) }
    if let expecting {
      for path in [expecting.yearFolder, expecting.folder] + expecting.files.map({ "\(expecting.folder)/\($0.name)" }) {
        known.insert(Array(path.utf8))
      }
    }
    var paths: Set<String> = []
    for (line, record) in state.ledger.readable {
      known.insert(Array(record.yearFolder.utf8))
      known.insert(Array(record.folder.utf8))
      for file in record.files {
        let path = record.folder + "/" + file.name
        known.insert(Array(path.utf8))
        paths.insert(path)
        guard checked.insert(CheckedFile(folder: record.folder, file: file)).inserted else { continue }
        if let problem = problem(of: file, in: record, line: line) { problems.append(problem) }
      }
    }
    try findStrange(in: "", known: known, into: &problems)
    return VerificationReport(
      lineCount: state.ledger.lineCount, fileCount: paths.count, head: state.ledger.last?.head, problems: problems)
  }

  func problem(of file: ArchivedFile, in record: Registration, line: Int) -> ArchiveProblem? {
    let relative = record.folder + "/" + file.name
    switch FileSystem.kind(path(relative)) {
    case .nothing: return .fileMissing(relative, line: line)
    case .folder, .other: return .fileReplaced(relative, line: line)
    case .file:
      do throws(ArchiveError) {
        let found = try ArchivedFile(name: file.name, at: path(relative))
        return found == file ? nil : .fileChanged(relative, line: line, expected: file, found: found)
      } catch {
        return .unreadable(error.description)
      }
    }
  }

  private func findStrange(
    in parent: String, known: Set<[UInt8]>, into problems: inout [ArchiveProblem]
  ) throws(ArchiveError) {
    for name in try FileSystem.names(in: parent.isEmpty ? folder : path(parent)) {
      let relative = parent.isEmpty ? name : parent + "/" + name
      let isFolder = FileSystem.kind(path(relative)) == .folder
      if known.contains(Array(relative.utf8)) {
        if isFolder { try findStrange(in: relative, known: known, into: &problems) }
      } else if [ReportArchive.stagingName, ReportArchive.pendingHeadName].contains(relative) {
        problems.append(.leftover(relative))
      } else {
        problems.append(isFolder ? .folderAdded(relative) : .fileAdded(relative))
      }
    }
  }
}

/// Two lines that say the same of a file need one look at it.
private struct CheckedFile: Hashable {
  let folder: String
  let file: ArchivedFile
}

extension VerificationReport {
  /// Without what the next registration mends itself.
  var withoutLeftovers: VerificationReport {
    let rest = problems.filter { problem in
      switch problem {
      case .leftover, .registrationUnfinished: false
      default: true
      }
    }
    return VerificationReport(lineCount: lineCount, fileCount: fileCount, head: head, problems: rest)
  }

  static func failed(_ problem: ArchiveProblem) -> VerificationReport {
    VerificationReport(lineCount: 0, fileCount: 0, head: nil, problems: [problem])
  }
}

extension Ledger {
  fileprivate func problem(of expected: ExpectedHead) -> ArchiveProblem? {
    let last = self.last?.sequence ?? 0
    guard let record = sound.first(where: { $0.record.sequence == expected.sequence })?.record else {
      // A record within the ledger that is broken or gone is told already.
      return expected.sequence > last && endHolds ? .expectedRecordMissing(expected, last: last) : nil
    }
    let found = record.digest.sha256
    return found.hasPrefix(expected.digits) ? nil : .expectedRecordDiffers(expected, found: found)
  }
}
