import Dispatch

/// Hands bytes from the thread that makes them to the one that packs them, a few buffers ahead, so that a long part is
/// spelled on one core and compressed on another and is never whole in memory.
final class ByteChannel: @unchecked Sendable {
  private static let buffers = 4
  private static let capacity = 1 << 17

  /// Each is the maker's between `free` and `filled`, the reader's between `filled` and `free`.
  private var memory = [UnsafeMutableRawPointer?](repeating: nil, count: buffers)
  private var counts = [Int](repeating: 0, count: buffers)
  private let free = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)
  private let finished = DispatchSemaphore(value: 0)
  /// Set by the reader, looked at by the maker after `free`.
  private var isClosed = false
  /// The maker's.
  private var filling: (buffer: Int, count: Int)?
  private var failure: SpreadsheetError?
  /// The reader's.
  private var reading: (buffer: Int, position: Int)?

  /// Starts the maker on another thread; it writes by the closure that it is given, which is false once nobody reads.
  init(_ make: @escaping @Sendable (@escaping XMLWriter.Output) throws(SpreadsheetError) -> Void) {
    for _ in 0..<ByteChannel.buffers { free.signal() }
    DispatchQueue.global().async { [self] in
      do throws(SpreadsheetError) {
        try make { self.write($0) }
      } catch {
        failure = error
      }
      end()
      finished.signal()
    }
  }

  deinit {
    for buffer in memory { buffer?.deallocate() }
  }

  /// As many bytes as there are at hand and as fit; none at the end.
  func read(_ target: UnsafeMutableRawBufferPointer) throws(SpreadsheetError) -> Int {
    if let (buffer, position) = reading {
      let count = copy(from: buffer, position, to: target)
      // An empty buffer is the end: it is asked for again.
      if count > 0 || counts[buffer] == 0 { return count }
      free.signal()
    }
    let next = reading.map { ($0.buffer + 1) % ByteChannel.buffers } ?? 0
    filled.wait()
    reading = (next, 0)
    if counts[next] == 0, let failure { throw failure }
    return copy(from: next, 0, to: target)
  }

  /// Waits until the maker is done; what it still writes is let go.
  func close() {
    isClosed = true
    for _ in 0..<ByteChannel.buffers { free.signal() }
    finished.wait()
  }

  private func copy(from buffer: Int, _ position: Int, to target: UnsafeMutableRawBufferPointer) -> Int {
    let count = min(counts[buffer] - position, target.count)
    guard count > 0, let bytes = memory[buffer] else { return 0 }
    target.copyMemory(from: UnsafeRawBufferPointer(start: bytes + position, count: count))
    reading = (buffer, position + count)
    return count
  }

  private func write(_ bytes: UnsafeRawBufferPointer) -> Bool {
    guard let start = bytes.baseAddress else { return true }
    var written = 0
    while written < bytes.count {
      guard let (buffer, count) = room(), let target = memory[buffer] else { return false }
      let part = min(bytes.count - written, ByteChannel.capacity - count)
      (target + count).copyMemory(from: start + written, byteCount: part)
      written += part
      filling = (buffer, count + part)
      if count + part == ByteChannel.capacity { handOver() }
    }
    return true
  }

  /// The buffer that is being filled, nil when nobody reads any more.
  private func room() -> (buffer: Int, count: Int)? {
    if let filling, filling.count >= 0 { return filling }
    free.wait()
    if isClosed { return nil }
    let next = filling.map { ($0.buffer + 1) % ByteChannel.buffers } ?? 0
    if memory[next] == nil {
      memory[next] = UnsafeMutableRawPointer.allocate(byteCount: ByteChannel.capacity, alignment: 16)
    }
    filling = (next, 0)
    return filling
  }

  private func handOver() {
    guard let (buffer, count) = filling else { return }
    counts[buffer] = count
    // Whole: the next write asks for another.
    filling = (buffer, -1)
    filled.signal()
  }

  private func end() {
    if let filling, filling.count > 0 { handOver() }
    if room() != nil { handOver() }
  }
}
