import CNettle
import Glibc
import Journal

/// The bytes of one file or of one part of an archive, read once and never changed.
///
/// Read, not mapped: a mapped file that somebody cuts while it is read kills the process.
public final class FileBytes: @unchecked Sendable {
  /// Valid as long as the object lives; outside this module use `withUnsafeBytes`.
  let buffer: UnsafeRawBufferPointer

  /// Takes over memory that `UnsafeMutableRawBufferPointer.allocate` gave.
  private init(adopting pointer: UnsafeMutableRawPointer, count: Int) {
    buffer = UnsafeRawBufferPointer(start: pointer, count: count)
  }

  /// A copy of bytes that are in memory already.
  public convenience init(_ bytes: some Collection<UInt8>) {
    self.init(capacity: bytes.count) { target in
      target.copyBytes(from: bytes)
      return bytes.count
    }
  }

  /// Room for `capacity` bytes; `fill` gives how many of them it wrote.
  convenience init(capacity: Int, fill: (UnsafeMutableRawBufferPointer) throws -> Int) rethrows {
    let target = UnsafeMutableRawBufferPointer.allocate(byteCount: max(capacity, 1), alignment: 16)
    do {
      let count = try fill(UnsafeMutableRawBufferPointer(rebasing: target[0..<capacity]))
      self.init(adopting: target.baseAddress.unsafelyUnwrapped, count: min(count, capacity))
    } catch {
      target.deallocate()
      throw error
    }
  }

  deinit { UnsafeMutableRawPointer(mutating: buffer.baseAddress)?.deallocate() }

  public var count: Int { buffer.count }

  public func withUnsafeBytes<Result>(_ body: (UnsafeRawBufferPointer) throws -> Result) rethrows -> Result {
    try withExtendedLifetime(self) { try body(buffer) }
  }

  /// 64 lower-case hexadecimal digits of SHA-256 (FIPS 180-4). Computed at every call.
  public func sha256() -> String {
    var context = sha256_ctx()
    nettle_sha256_init(&context)
    nettle_sha256_update(&context, count, buffer.baseAddress?.assumingMemoryBound(to: UInt8.self))
    var digest = [UInt8](repeating: 0, count: Int(SHA256_DIGEST_SIZE))
    nettle_sha256_digest(&context, digest.count, &digest)
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }
}
