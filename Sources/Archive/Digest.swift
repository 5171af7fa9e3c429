/// The pair of digests that guards bytes in the archive, each as 64 lower-case hex digits: SHA-256 (FIPS 180-4) for any
/// program, and Streebog-256 (ГОСТ Р 34.11-2012, digest in the byte order of `gostsum` and nettle) for Russian archives.
public struct Digest: Hashable, Sendable, Decodable {
  public let sha256: String
  public let streebog256: String

  /// Stands for the line before the first one.
  public static let zeros = Digest(
    sha256: String(repeating: "0", count: 64), streebog256: String(repeating: "0", count: 64))

  init(sha256: String, streebog256: String) {
    self.sha256 = sha256
    self.streebog256 = streebog256
  }

  public init(of bytes: [UInt8]) {
    var stream = DigestStream()
    bytes.withUnsafeBufferPointer { stream.update($0) }
    self = stream.finish()
  }

  /// Reads the file piece by piece, so its size does not matter.
  /// - Throws: `ArchiveError.system` if the file cannot be read.
  public init(ofFile path: String) throws(ArchiveError) {
    let file = try OpenFile(path, for: .reading)
    var stream = DigestStream()
    try file.digest(into: &stream)
    self = stream.finish()
  }

  var json: String {
    JSONText.object([("sha256", JSONText.string(sha256)), ("streebog256", JSONText.string(streebog256))])
  }
}
