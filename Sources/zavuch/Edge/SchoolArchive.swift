import Archive
import CommandLineInterface
import Control
import FoundationEssentials
import Journal
import JournalStore

/// The archive beside the store, with what the stores remember of it: whoever deletes it or puts back an older copy is
/// found out as long as the store is there.
struct SchoolArchive {
  let folder: String
  let archive: ReportArchive
  /// As the configuration names it.
  private let name: String

  init(_ location: StoreLocation, _ configuration: Configuration) {
    name = configuration.archive
    folder = location.beside(name)
    archive = ReportArchive(folder: folder)
  }

  /// Whether this archive is meant by the path.
  func lies(in path: String) -> Bool { StoreLocation.whole(path) == StoreLocation.whole(folder) }

  /// The last signature that each store remembers.
  func remembered(_ stores: [JournalStore]) throws -> [SignedReport] {
    try stores.compactMap { try $0.signed(in: name).last }
  }

  /// What was signed of the same report under another number: it came out differently then.
  func earlier(than registration: Registration, asOf: CivilDate, in store: JournalStore) throws -> SignedReport? {
    let ofTheSameDays = Set(
      try archive.registrations().filter { $0.window == registration.window }.map(\.sequence))
    return try store.signed(in: name).last {
      $0.report == registration.report && $0.asOf == asOf && ofTheSameDays.contains($0.sequence)
        && ($0.number != registration.number || $0.signedOn.year != registration.year)
        && $0.sequence < registration.sequence
    }
  }

  func heads(_ remembered: [SignedReport]) throws -> [ExpectedHead] {
    try remembered.map { try ExpectedHead("\($0.sequence): \($0.digest)") }
  }

  func remember(_ registration: Registration, asOf: CivilDate, in store: JournalStore) throws {
    guard let signedOn = CivilDate(registration.signedOn) else { return }
    try store.remember(
      SignedReport(
        sequence: registration.sequence, digest: registration.digest.sha256, report: registration.report,
        number: registration.number, asOf: asOf, signedOn: signedOn),
      in: name)
  }

  /// The paths of all files that were signed; none where the ledger does not read, which `verify` tells.
  var signedFiles: [String] {
    ((try? archive.registrations()) ?? []).flatMap { registration in
      registration.files.map { "\(folder)/\(registration.folder)/\($0.name)" }
    }
  }

  /// The person who gave the report its number, where that is not who signed now.
  func first(under registration: Registration) throws -> Registration? {
    try archive.registrations().first {
      $0.folder == registration.folder && $0.sequence < registration.sequence
    }
  }

  /// The document of the same year with the latest day, if that is after `date`: a new number would be greater, with an
  /// earlier date. A document's day is that of its first signature.
  func document(after date: CivilDate) throws -> Registration? {
    var folders: Set<String> = []
    return try archive.registrations().filter { folders.insert($0.folder).inserted }
      .filter { $0.signedOn > date.description && $0.year == date.year }.max { $0.signedOn < $1.signedOn }
  }

  /// Verifies, tells, and gives the status. No archive before the first signature is nothing to worry about.
  func verify(_ stores: [JournalStore], head: ExpectedHead? = nil, _ console: Console) throws -> ExitStatus {
    let remembered = try remembered(stores)
    if head == nil, remembered.isEmpty, !StoreLocation.isFolder(folder) {
      console.print("Подписанных отчётов ещё нет: папка «\(folder)» появится, когда подпишут первый.")
      return .done
    }
    let report = archive.verify(expectedHeads: try (head.map { [$0] } ?? []) + heads(remembered))
    console.print(report.description)
    guard !report.isIntact else { return .done }
    for signed in remembered {
      console.print(
        """
        По данным хранилища, последним подписан отчёт «\(signed.report)» на \(signed.asOf.russian): № \(signed.number) \
        от \(signed.signedOn.russian), запись журнала \(signed.sequence).
        """)
    }
    return .unverified
  }
}
