/// The folder «Архив»: signed files byte for byte, and a ledger chained by digests that proves them (Р 3, Р 4).
///
///     журнал.jsonl                                     one JSON object a line, only ever added to
///     голова.txt                                       number and digests of the ledger's last line
///     2026/0001-control-2026-06-05/control-….pdf       what was signed under № 1 of 2026
///
/// Nobody needs a secret to write such a ledger anew. Who could change the whole folder is found out only by a head kept
/// outside of it: on paper, in another's hands. `register` gives it, `verify` takes it.
///
/// No clock, locale or random number: the same calls give the same bytes.
public struct ReportArchive: Sendable {
  public static let ledgerName = "журнал.jsonl"
  public static let headName = "голова.txt"
  /// Files on their way into the archive.
  static let stagingName = ".незавершённое"
  /// The head on its way into `headName`.
  static let pendingHeadName = ".голова.txt"

  /// Without a slash at the end.
  let folder: String

  /// - Parameter folder: the archive's path; made by the first registration, its parent must be there.
  public init(folder: String) {
    self.folder = folder.count > 1 && folder.hasSuffix("/") ? String(folder.dropLast()) : folder
  }

  /// All lines of the ledger, in order.
  /// - Throws: `ArchiveError.damaged` if the ledger does not hold; `.system`.
  public func registrations() throws(ArchiveError) -> [Registration] {
    guard try hasLedger() else { return [] }
    let file = try OpenFile(path(ReportArchive.ledgerName), for: .reading)
    try file.lock(exclusive: false)
    let state = try state(ledger: file.bytes())
    try file.unlock()
    return try state.soundRecords()
  }

  /// The number that `register` gives to the next report signed in this year, so that it can be printed in the document.
  /// - Throws: as `registrations`.
  public func nextNumber(year: Int) throws(ArchiveError) -> Int {
    ReportArchive.nextNumber(year: year, after: try registrations())
  }

  static func nextNumber(year: Int, after records: [Registration]) -> Int {
    (records.filter { $0.year == year }.map(\.number).max() ?? 0) + 1
  }

  /// - Throws: `ArchiveError.damaged` if there is a head but no ledger.
  func hasLedger() throws(ArchiveError) -> Bool {
    // Asked in this order because the ledger is made before the head: another's first registration cannot look like a loss.
    let headExists = FileSystem.kind(path(ReportArchive.headName)) != .nothing
    let ledgerExists = FileSystem.kind(path(ReportArchive.ledgerName)) != .nothing
    if headExists, !ledgerExists { throw .damaged(.ledgerMissing) }
    return ledgerExists
  }

  /// To be called while the ledger is locked.
  func state(ledger bytes: [UInt8]) throws(ArchiveError) -> ArchiveState {
    let pendingPath = path(ReportArchive.pendingHeadName)
    let pending =
      FileSystem.kind(pendingPath) == .file ? LedgerHead(fileBytes: try FileSystem.bytes(of: pendingPath)) : nil
    let headPath = path(ReportArchive.headName)
    let head: ArchiveState.HeadFile
    switch FileSystem.kind(headPath) {
    case .nothing: head = .missing
    case .file: head = LedgerHead(fileBytes: try FileSystem.bytes(of: headPath)).map { .holds($0) } ?? .unreadable
    case .folder, .other: head = .unreadable
    }
    return ArchiveState(ledger: bytes, head: head, pending: pending)
  }

  func path(_ relative: String) -> String { folder + "/" + relative }
}
