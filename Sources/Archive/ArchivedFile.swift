/// A file as the ledger knows it.
public struct ArchivedFile: Hashable, Sendable, Decodable {
  /// Without path parts.
  public let name: String
  /// Bytes.
  public let size: Int
  public let digest: Digest

  init(name: String, size: Int, digest: Digest) {
    self.name = name
    self.size = size
    self.digest = digest
  }

  init(name: String, bytes: [UInt8]) {
    self.init(name: name, size: bytes.count, digest: Digest(of: bytes))
  }

  /// The file on disk at this moment.
  init(name: String, at path: String) throws(ArchiveError) {
    let file = try OpenFile(path, for: .reading)
    var stream = DigestStream()
    try file.digest(into: &stream)
    self.init(name: name, size: stream.count, digest: stream.finish())
  }

  var json: String {
    JSONText.object([("name", JSONText.string(name)), ("size", String(size)), ("digest", digest.json)])
  }

  /// Why a name cannot be kept in the archive, in Russian; nil if it can.
  static func objection(toName name: String) -> String? {
    if name.isEmpty { return "имя пустое" }
    if name.contains("/") || name.contains("\\") { return "в имени есть путь" }
    if name.hasPrefix(".") { return "имя начинается с точки" }
    if name.unicodeScalars.contains(where: { $0.value < 32 || $0.value == 127 }) {
      return "в имени есть управляющие знаки"
    }
    if name.utf8.count > 200 { return "имя длиннее 200 байт" }
    return nil
  }
}
