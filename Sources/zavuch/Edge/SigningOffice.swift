import Archive
import CommandLineInterface
import Control
import Journal
import JournalStore
import Reporting

/// Signs a report: number and date, all formats anew without the draft's mark, the archive.
struct SigningOffice {
  let maker: ReportMaker
  let archive: SchoolArchive
  let log: ReportLog
  /// All that share the archive.
  let stores: [JournalStore]
  let console: Console

  /// What is asked to be signed.
  struct Request {
    var template: ReportTemplate
    var order: ReportOrder
    /// Nil for a report of a period.
    var check: RegisteredCheck?
  }

  /// A second person signs what the first one signed: the same bytes, hence the first one's number, date and name. What
  /// does not come out the same as any registered report, such as another school's, gets a number of its own.
  func sign(_ request: Request, by signer: Signer, on date: CivilDate) throws -> Registration {
    let number = try archive.archive.nextNumber(year: date.year)
    let made = try document(
      request, ReportMaker.Signature(number: String(number), date: date, signer: signer))
    let name = name(request, made)
    for earlier in try archive.archive.registrations()
    where earlier.report == name && earlier.asOf == made.asOf.description && earlier.window == made.window {
      guard let signedOn = CivilDate(earlier.signedOn) else { continue }
      let same = try document(
        request, ReportMaker.Signature(number: String(earlier.number), date: signedOn, signer: earlier.signer))
      let files = try files(request, same)
      guard files.map({ Digest(of: $0.bytes) }) == earlier.files.map(\.digest) else { continue }
      return try register(same, files, name, request, by: signer, on: date, number: earlier.number)
    }
    try refuse(signer.role, where: request.template, made)
    if let later = try archive.document(after: date), let day = CivilDate(later.signedOn) {
      throw UsageError(
        "Под № \(later.number) уже подписан отчёт от \(day.russian), а этот с большим номером был бы от \(date.russian).",
        hint: "Номера и даты идут подряд: укажите --date не раньше \(day.russian).")
    }
    return try register(made, files(request, made), name, request, by: signer, on: date, number: number)
  }

  /// The report's name with whom it is for, as its files are called.
  private func name(_ request: Request, _ made: ReportWork.Delivery) -> String {
    ([request.template.id] + suffixes(request, made).map(StoreLocation.fileName)).joined(separator: "-")
  }

  private func suffixes(_ request: Request, _ made: ReportWork.Delivery) -> [String] {
    made.suffixes(request.order.privacy)
  }

  private func document(_ request: Request, _ signature: ReportMaker.Signature) throws -> ReportWork.Delivery {
    // Without evidence: a second signature has to give the same bytes.
    var work = ReportWork(maker: maker, order: request.order, formats: [], console: console)
    work.signature = signature
    work.registered = request.check
    var made: [ReportWork.Delivery] = []
    try work.make(request.template) { made.append($0) }
    guard made.count == 1, let only = made.first else {
      throw UsageError(
        "Подписывают один документ, а их \(made.count): \(made.map { $0.whom.joined(separator: ", ") }.joined(separator: "; ")).",
        hint: "Назовите одного адресата: --class, --teacher или --pupil.")
    }
    return only
  }

  /// All formats, in order of the files' names, as the archive lists them.
  private func files(_ request: Request, _ made: ReportWork.Delivery) throws -> [(name: String, bytes: [UInt8])] {
    try ReportFormat.allCases.map { format in
      let name = ReportMaker.fileName(request.template.id, made.asOf, format, of: suffixes(request, made))
      return (name, try maker.render(made.document, as: format))
    }.sorted { $0.name < $1.name }
  }

  /// Whoever signs first has a place to sign in; a class teacher signs for one class.
  private func refuse(_ role: SignerRole, where template: ReportTemplate, _ made: ReportWork.Delivery) throws {
    let roles = SignerRole.allCases.filter { role in
      template.signatureRoles.contains { $0.rawValue == role.rawValue }
    }
    guard roles.isEmpty || roles.contains(role) else {
      let told = roles.map { "\($0.position) (--as \($0.rawValue))" }.joined(separator: ", ")
      throw UsageError(
        "В отчёте \(template.id) нет места для подписи «\(role.position)».", hint: "Первым его подписывает: \(told).")
    }
    guard role != .classTeacher || made.whom.count == 1 else {
      throw UsageError(
        "Классный руководитель подписывает отчёт одного класса.", hint: "Укажите класс: --class 5А.")
    }
  }

  private func register(
    _ made: ReportWork.Delivery, _ files: [(name: String, bytes: [UInt8])], _ name: String, _ asked: Request,
    by signer: Signer, on date: CivilDate, number: Int
  ) throws -> Registration {
    let request = RegistrationRequest(
      report: name, title: made.document.properties.title, signer: signer, signedOn: date.description,
      asOf: made.asOf.description, window: made.window, program: "Zavuch \(Installation.version)",
      libraries: Libraries.versions, number: number)
    let heads = try archive.heads(archive.remembered(stores))
    let moment = Today.moment(timeZone: maker.configuration.timeZone)
    // The log first: a signature that was interrupted may be in it and not in the archive, but never the other way round.
    var unlogged: (any Error)?
    func write(_ registration: Registration) throws {
      for file in files {
        try log.append(
          ReportLog.Entry(
            report: asked.template.id, asOf: made.asOf, whom: made.whom,
            privacy: (asked.order.privacy ?? asked.template.privacy).rawValue,
            file: "\(archive.folder)/\(registration.folder)/\(file.name)", bytes: file.bytes), at: moment)
      }
    }
    let registration: Registration
    do {
      registration = try archive.archive.register(request, files: files, expectedHeads: heads) {
        do { try write($0) } catch {
          unlogged = error
          throw error
        }
      }
    } catch {
      // What the log says of itself tells people more.
      throw unlogged ?? error
    }
    try archive.remember(registration, asOf: made.asOf, in: maker.store)
    return registration
  }
}
