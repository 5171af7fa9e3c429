/// A line of the ledger: one signature under one registered report.
///
/// A second signature under the same files is a line of its own with the same year, number, folder and files.
public struct Registration: Hashable, Sendable, Decodable {
  /// The line's place in the ledger, from 1, without gaps.
  public let sequence: Int
  /// The calendar year that `number` is counted in.
  public let year: Int
  /// The registration number, from 1 in every year.
  public let number: Int
  /// `YYYY-MM-DD`.
  public let signedOn: String
  public let report: String
  public let title: String
  public let signer: Signer
  /// `YYYY-MM-DD`.
  public let asOf: String
  public let window: String
  public let program: String
  public let libraries: [String: String]
  /// Relative to the archive: `2026/0001-control-2026-06-05`.
  public let folder: String
  /// In order of their names.
  public let files: [ArchivedFile]
  /// Of the line before; zeros in the first line.
  public let previous: Digest
  /// Of this line's own bytes without this member: the line up to `,"digest":`, closed by a brace.
  public private(set) var digest: Digest

  /// What the person writes down to prove later that the ledger was not cut.
  public var head: LedgerHead { LedgerHead(sequence: sequence, digest: digest) }

  init(
    _ request: RegistrationRequest, year: Int, number: Int, folder: String, files: [ArchivedFile],
    after last: Registration?
  ) {
    sequence = (last?.sequence ?? 0) + 1
    self.year = year
    self.number = number
    signedOn = request.signedOn
    report = request.report
    title = request.title
    signer = request.signer
    asOf = request.asOf
    window = request.window
    program = request.program
    libraries = request.libraries
    self.folder = folder
    self.files = files
    previous = last?.digest ?? .zeros
    digest = .zeros
    digest = Digest(of: Array(JSONText.object(members).utf8))
  }
}
