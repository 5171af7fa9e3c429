import Dispatch
import Synchronization

/// A value that another core works out while this one writes.
public final class Background<Value: Sendable>: Sendable {
  private let result = Mutex<Value?>(nil)
  private let group = DispatchGroup()

  public init(_ work: @escaping @Sendable () -> Value) {
    DispatchQueue.global().async(group: group) { [self] in
      let value = work()
      result.withLock { $0 = value }
    }
  }

  /// Waits for the value, and hands it over; nil when it was handed over before.
  public func take() -> Value? {
    group.wait()
    return result.withLock { value in
      defer { value = nil }
      return value
    }
  }
}
