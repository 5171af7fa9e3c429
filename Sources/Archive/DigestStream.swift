import CNettle

/// Both digests over bytes that come in pieces.
struct DigestStream {
  private var sha = sha256_ctx()
  private var streebog = streebog512_ctx()
  private(set) var count = 0

  init() {
    nettle_sha256_init(&sha)
    nettle_streebog256_init(&streebog)
  }

  mutating func update(_ bytes: UnsafeBufferPointer<UInt8>) {
    guard let start = bytes.baseAddress else { return }
    nettle_sha256_update(&sha, bytes.count, start)
    nettle_streebog512_update(&streebog, bytes.count, start)
    count += bytes.count
  }

  consuming func finish() -> Digest {
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&sha, digest.count, &digest)
    let sha256 = hex(digest)
    nettle_streebog256_digest(&streebog, digest.count, &digest)
    return Digest(sha256: sha256, streebog256: hex(digest))
  }
}

private func hex(_ bytes: [UInt8]) -> String {
  let digits = Array("0123456789abcdef".utf8)
  return String(decoding: bytes.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
}
