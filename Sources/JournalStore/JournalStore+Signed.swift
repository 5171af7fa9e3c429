import Journal

/// A line of the archive's ledger as the store remembers it.
public struct SignedReport: Sendable, Hashable {
  public var sequence: Int
  /// SHA-256 of the line, in hexadecimal digits.
  public var digest: String
  public var report: String
  public var number: Int
  public var asOf: CivilDate
  public var signedOn: CivilDate

  public init(
    sequence: Int, digest: String, report: String, number: Int, asOf: CivilDate, signedOn: CivilDate
  ) {
    self.sequence = sequence
    self.digest = digest
    self.report = report
    self.number = number
    self.asOf = asOf
    self.signedOn = signedOn
  }
}

extension JournalStore {
  /// Keeps what was signed, beside the archive itself. `archive` is its folder as the configuration names it.
  public func remember(_ signed: SignedReport, in archive: String) throws(StoreError) {
    let statement = try database.prepare(
      "INSERT OR REPLACE INTO signed_report VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
    try statement.bind(archive, at: 1)
    try statement.bind(signed.sequence, at: 2)
    try statement.bind(signed.digest, at: 3)
    try statement.bind(signed.report, at: 4)
    try statement.bind(signed.number, at: 5)
    try statement.bind(signed.asOf.days, at: 6)
    try statement.bind(signed.signedOn.days, at: 7)
    try statement.run()
  }

  /// This school's signatures in the archive, in order.
  public func signed(in archive: String) throws(StoreError) -> [SignedReport] {
    let statement = try database.prepare(
      """
      SELECT sequence, digest, report, number, as_of, signed_on FROM signed_report WHERE archive = ?1 ORDER BY sequence
      """)
    try statement.bind(archive, at: 1)
    var signed: [SignedReport] = []
    while try statement.step() {
      signed.append(
        SignedReport(
          sequence: Int(statement.integer(0)), digest: statement.text(1), report: statement.text(2),
          number: Int(statement.integer(3)), asOf: CivilDate(days: Int32(statement.integer(4))),
          signedOn: CivilDate(days: Int32(statement.integer(5)))))
    }
    return signed
  }
}
