/// What the caller knows of a report that is being signed.
public struct RegistrationRequest: Hashable, Sendable {
  /// The report's id, such as `control`; part of the folder's name.
  public var report: String
  public var title: String
  public var signer: Signer
  /// `YYYY-MM-DD`; its year counts the registration numbers.
  public var signedOn: String
  /// `YYYY-MM-DD`; part of the folder's name.
  public var asOf: String
  /// The window of the check, as the document prints it; may be empty.
  public var window: String
  /// Name and version of the program that rendered the files.
  public var program: String
  /// Versions of the libraries that the files' bytes depend on, by name.
  public var libraries: [String: String]
  /// The number printed in the document; nil takes the next free one of the year.
  public var number: Int?

  public init(
    report: String, title: String, signer: Signer, signedOn: String, asOf: String, window: String, program: String,
    libraries: [String: String], number: Int? = nil
  ) {
    self.report = report
    self.title = title
    self.signer = signer
    self.signedOn = signedOn
    self.asOf = asOf
    self.window = window
    self.program = program
    self.libraries = libraries
    self.number = number
  }

  /// The year of signing.
  func validated() throws(ArchiveError) -> Int {
    let required = [
      ("обозначение отчёта", report), ("заголовок отчёта", title), ("фамилия подписавшего", signer.name),
      ("должность подписавшего", signer.position), ("версия программы", program),
    ]
    for (what, text) in required where text.allSatisfy(\.isWhitespace) { throw .nothingGiven(what) }
    if let objection = ArchivedFile.objection(toName: report) { throw .wrongName(report, objection) }
    if let number, !(1...999_999).contains(number) { throw .wrongNumber(number) }
    if ISODate(asOf) == nil { throw .wrongDate("дата, на которую составлен отчёт", asOf) }
    guard let date = ISODate(signedOn) else { throw .wrongDate("дата подписания", signedOn) }
    return date.year
  }
}
