import Synchronization

/// A sink into memory, so that a command can be run and read within the process.
public final class CapturedText: Sendable {
  private let chunks = Mutex<[[UInt8]]>([])

  public init() {}

  public var text: String { String(decoding: chunks.withLock { $0.flatMap(\.self) }, as: UTF8.self) }

  /// How often was written.
  public var writes: Int { chunks.withLock { $0.count } }

  public var sink: Sink {
    Sink { bytes throws(Sink.Failure) in self.chunks.withLock { $0.append(bytes) } }
  }
}
