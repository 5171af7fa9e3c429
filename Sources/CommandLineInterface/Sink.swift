/// Where bytes go: a descriptor of the process, or a test's memory.
public struct Sink: Sendable {
  public enum Failure: Error, Equatable {
    /// Nobody reads any more (EPIPE): `zavuch findings | head`.
    case closed
    /// The system's error number.
    case system(Int32)
  }

  /// Writes all of the bytes.
  let write: @Sendable ([UInt8]) throws(Failure) -> Void

  public init(write: @escaping @Sendable ([UInt8]) throws(Failure) -> Void) {
    self.write = write
  }
}
