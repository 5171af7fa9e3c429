/// The end of the ledger at some moment: its last line's sequence number and digest. Whoever keeps it outside the archive
/// can prove later that nothing before it was changed or cut off.
public struct LedgerHead: Hashable, Sendable {
  public let sequence: Int
  public let digest: Digest

  /// Short enough to write by hand: the sequence number and the first 16 hex digits of SHA-256, as `3: 9f86 d081 884c 7d65`.
  public var paperText: String { "\(sequence): " + grouped(digest.sha256.prefix(16)) }

  /// The text of the head file.
  var text: String {
    """
    Запись: \(sequence)
    SHA-256: \(digest.sha256)
    Стрибог-256: \(digest.streebog256)

    """
  }

  init(sequence: Int, digest: Digest) {
    self.sequence = sequence
    self.digest = digest
  }

  /// Nil unless the bytes are exactly what `text` gives.
  init?(fileBytes: [UInt8]) {
    let lines = String(decoding: fileBytes, as: UTF8.self).split(separator: "\n")
    let values = lines.compactMap { $0.split(separator: " ").last.map(String.init) }
    guard values.count == 3, let sequence = Int(values[0]), (1...999_999_999).contains(sequence) else { return nil }
    self.init(sequence: sequence, digest: Digest(sha256: values[1], streebog256: values[2]))
    guard values[1...].allSatisfy(isDigest), Array(text.utf8) == fileBytes else { return nil }
  }
}

private func isDigest(_ text: String) -> Bool {
  text.utf8.count == 64 && text.utf8.allSatisfy { (48...57).contains($0) || (97...102).contains($0) }
}

/// In groups of four, for the eye.
func grouped(_ digits: some StringProtocol) -> String {
  var text = ""
  for (offset, digit) in digits.enumerated() {
    if offset > 0, offset % 4 == 0 { text += " " }
    text.append(digit)
  }
  return text
}
