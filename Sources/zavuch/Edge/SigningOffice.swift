import Archive
import CommandLineInterface
import Control
import Journal
import JournalStore
import Rendering

/// Signs a report: number and date, all formats anew without the draft's mark, the archive.
struct SigningOffice {
  let maker: ReportMaker
  let archive: SchoolArchive
  /// All that share the archive.
  let stores: [JournalStore]

  /// A second person signs what the first one signed: the same bytes, hence the first one's number, date and name. What
  /// does not come out the same as any registered report, such as another school's, gets a number of its own.
  func sign(
    _ name: String, of check: RegisteredCheck, by signer: Signer, on date: CivilDate
  ) throws -> Registration {
    for earlier in try archive.archive.registrations()
    where earlier.report == name && earlier.asOf == check.asOf.description {
      guard let signedOn = CivilDate(earlier.signedOn) else { continue }
      let made = try make(
        name, of: check, ReportMaker.Signature(number: String(earlier.number), date: signedOn, signer: earlier.signer))
      guard made.files.map({ Digest(of: $0.bytes) }) == earlier.files.map(\.digest) else { continue }
      return try register(made, name, of: check, by: signer, on: date, number: earlier.number)
    }
    let number = try archive.archive.nextNumber(year: date.year)
    let made = try make(name, of: check, ReportMaker.Signature(number: String(number), date: date, signer: signer))
    return try register(made, name, of: check, by: signer, on: date, number: number)
  }

  private typealias Made = (title: String, files: [(name: String, bytes: [UInt8])])

  /// All formats, in order of the files' names, as the archive lists them.
  private func make(_ name: String, of check: RegisteredCheck, _ signature: ReportMaker.Signature) throws -> Made {
    let subject = ReportMaker.Subject(basis: .check(check.id))
    let template = try maker.template(name)
    guard template.basis != .period else {
      throw UsageError(
        "Отчёт \(name) составлен по разбору периода, а не по проверке: в архив такие не кладутся.",
        hint: "Напечатайте его и подпишите от руки.")
    }
    if template.needsRatings {
      try Control.fillRatingTables(maker.store, check: check.id, weights: maker.configuration.rating)
    }
    defer { try? RatingTables.drop(in: maker.store.database) }
    let document = try maker.document(template, of: subject, signature)
    let files = try ReportFormat.allCases.map { format in
      (name: ReportMaker.fileName(name, check.asOf, format), bytes: try maker.render(document, as: format))
    }
    return (document.properties.title, files.sorted { $0.name < $1.name })
  }

  private func register(
    _ made: Made, _ name: String, of check: RegisteredCheck, by signer: Signer, on date: CivilDate, number: Int
  ) throws -> Registration {
    let request = RegistrationRequest(
      report: name, title: made.title, signer: signer, signedOn: date.description, asOf: check.asOf.description,
      window: "\(check.from.russian)–\(check.to.russian)", program: "Zavuch \(Installation.version)",
      libraries: Libraries.versions, number: number)
    let heads = try archive.heads(archive.remembered(stores))
    let registration = try archive.archive.register(request, files: made.files, expectedHeads: heads)
    try archive.remember(registration, of: check, in: maker.store)
    return registration
  }
}
