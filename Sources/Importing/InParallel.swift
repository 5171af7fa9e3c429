import Dispatch
import Synchronization

/// Runs independent pieces of work on the cores there are; results come in the order of the pieces, so that nothing
/// depends on which ended first.
func inParallel<Value: Sendable>(_ pieces: [@Sendable () -> Value]) -> [Value] {
  let results = Mutex<[Value?]>(Array(repeating: nil, count: pieces.count))
  DispatchQueue.concurrentPerform(iterations: pieces.count) { index in
    let value = pieces[index]()
    results.withLock { $0[index] = value }
  }
  return results.withLock { values in
    defer { values = [] }
    return values.compactMap { $0 }
  }
}
