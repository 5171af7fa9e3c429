import Archive
import CommandLineInterface
import Control
import Journal
import JournalStore
import Rendering

/// Signs a report: number and date, all formats anew without the draft's mark, the archive.
struct SigningOffice {
  let maker: ReportMaker
  let archive: ReportArchive
  let folder: String

  /// A second person signs what the first one signed: the same bytes, hence the first one's number, date and name.
  func sign(
    _ name: String, of check: RegisteredCheck, by signer: Signer, on date: CivilDate
  ) throws -> Registration {
    let earlier = try archive.registrations().first { $0.report == name && $0.asOf == check.asOf.description }
    let number = try earlier?.number ?? archive.nextNumber(year: date.year)
    let signature = ReportMaker.Signature(
      number: String(number), date: earlier.flatMap { CivilDate($0.signedOn) } ?? date,
      signer: earlier?.signer ?? signer)
    let document = try maker.document(name, of: check, signature)
    let files = try ReportFormat.allCases.map { format in
      (name: ReportMaker.fileName(name, check, format), bytes: try maker.render(document, as: format))
    }
    let request = RegistrationRequest(
      report: name, title: document.properties.title, signer: signer, signedOn: date.description,
      asOf: check.asOf.description, window: "\(check.from.russian)–\(check.to.russian)",
      program: "Zavuch \(Installation.version)", libraries: Libraries.versions, number: number)
    return try archive.register(request, files: files)
  }
}
