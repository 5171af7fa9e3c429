/// A head of the ledger that was written down outside the archive: a sequence number and at least the first 16 hex digits of
/// that line's SHA-256. It need not be the newest one.
public struct ExpectedHead: Hashable, Sendable {
  public let sequence: Int
  /// 16 to 64 lower-case hex digits.
  public let digits: String

  /// Reads `3: 9f86 d081 884c 7d65`; spaces and capital letters do not matter.
  /// - Throws: `ArchiveError.wrongHead`.
  public init(_ text: String) throws(ArchiveError) {
    let parts = text.split(separator: ":", omittingEmptySubsequences: false)
    let digits = parts.last.map { String($0.filter { !$0.isWhitespace }).lowercased() } ?? ""
    guard parts.count == 2, let sequence = Int(parts[0].filter { !$0.isWhitespace }), sequence > 0,
      (16...64).contains(digits.utf8.count),
      digits.utf8.allSatisfy({ (48...57).contains($0) || (97...102).contains($0) })
    else { throw .wrongHead(text) }
    self.sequence = sequence
    self.digits = digits
  }

  public init(_ head: LedgerHead) {
    sequence = head.sequence
    digits = head.digest.sha256
  }

  var text: String { "\(sequence): \(grouped(digits))" }
}
