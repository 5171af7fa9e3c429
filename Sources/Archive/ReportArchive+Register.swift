extension ReportArchive {
  public typealias NamedBytes = (name: String, bytes: [UInt8])

  /// Keeps the files byte for byte and adds a line to the ledger; either all of it happens or nothing.
  ///
  /// Files that were registered before under the same report and as-of date get a second signature: a line of its own that
  /// refers to the files kept already. It is refused if the same role has signed them.
  ///
  /// - Parameters:
  ///   - files: names without path parts, and bytes.
  ///   - expectedHeads: heads kept outside the archive; it must hold all of them.
  ///   - announce: called when nothing speaks against the registration any more and before anything of it is kept, so that
  ///     what is told elsewhere of a signature is told before it is there. What it throws stops the registration.
  /// - Throws: `ArchiveError`; the archive is then as it was. `unverified` where `verify` would find more than what an
  ///   interrupted registration left.
  public func register(
    _ request: RegistrationRequest, files: [NamedBytes], expectedHeads: [ExpectedHead] = [],
    announce: (Registration) throws -> Void = { _ in }
  ) throws(ArchiveError) -> Registration {
    let year = try request.validated()
    let files = try ReportArchive.validated(files)
    try refuseToBeginAnew(expectedHeads)
    try FileSystem.makeFolder(folder)
    _ = try hasLedger()
    let ledger = try OpenFile(path(ReportArchive.ledgerName), for: .appending)
    try ledger.lock(exclusive: true)
    let bytes = try ledger.bytes()
    let state = try state(ledger: bytes)
    let records = try state.soundRecords()
    if state.isUnfinished { try finishHead() }

    let kept = files.map { ArchivedFile(name: $0.name, bytes: $0.bytes) }
    func refuseUnverified(_ registration: Registration) throws(ArchiveError) {
      let found = try report(on: state, expectedHeads, expecting: registration).withoutLeftovers
      if !found.isIntact { throw .unverified(found) }
    }
    let same = records.filter { $0.report == request.report && $0.asOf == request.asOf && $0.files == kept }
    let registration: Registration
    if let first = same.first {
      registration = try secondSignature(request, under: same, first: first, after: records.last)
      try refuseUnverified(registration)
      try ReportArchive.tell(registration, announce)
      try append(registration, to: ledger, length: bytes.count)
    } else {
      let free = ReportArchive.nextNumber(year: year, after: records)
      let number = request.number ?? free
      if let holder = records.first(where: { $0.year == year && $0.number == number }) {
        throw .numberTaken(number, by: holder, free: free)
      }
      registration = Registration(
        request, year: year, number: number,
        folder: "\(padded(year))/\(padded(number))-\(request.report)-\(request.asOf)", files: kept, after: records.last)
      try refuseUnverified(registration)
      try ReportArchive.tell(registration, announce)
      let isMovedIn = try keep(files, in: registration)
      do throws(ArchiveError) {
        try append(registration, to: ledger, length: bytes.count)
      } catch {
        if isMovedIn { withdraw(registration) }
        throw error
      }
    }
    try ledger.unlock()
    return registration
  }

  private static func tell(
    _ registration: Registration, _ announce: (Registration) throws -> Void
  ) throws(ArchiveError) {
    do { try announce(registration) } catch { throw .unannounced("\(error)") }
  }

  /// An archive that is gone or emptied must not begin anew with № 1, nor one in a folder of other files.
  private func refuseToBeginAnew(_ expectedHeads: [ExpectedHead]) throws(ArchiveError) {
    guard FileSystem.kind(folder) == .folder else {
      if !expectedHeads.isEmpty { throw .unverified(.failed(.archiveMissing(folder))) }
      return
    }
    guard try !hasLedger() else { return }
    let found = verify(expectedHeads: expectedHeads)
    if !found.isIntact { throw .unverified(found) }
  }

  private func secondSignature(
    _ request: RegistrationRequest, under same: [Registration], first: Registration, after last: Registration?
  ) throws(ArchiveError) -> Registration {
    if let signed = same.first(where: { $0.signer.role == request.signer.role }) { throw .alreadySigned(signed) }
    if let number = request.number, number != first.number { throw .otherNumber(number, registered: first) }
    return Registration(
      request, year: first.year, number: first.number, folder: first.folder, files: first.files, after: last)
  }

  /// In order of names.
  private static func validated(_ files: [NamedBytes]) throws(ArchiveError) -> [NamedBytes] {
    if files.isEmpty { throw .noFiles }
    var names: Set<String> = []
    for (name, _) in files {
      if let objection = ArchivedFile.objection(toName: name) { throw .wrongName(name, objection) }
      if !names.insert(name).inserted { throw .sameNameTwice(name) }
    }
    return files.sorted { $0.name.utf8.lexicographicallyPrecedes($1.name.utf8) }
  }
}

/// In four digits.
private func padded(_ number: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, 4 - digits.count)) + digits
}
