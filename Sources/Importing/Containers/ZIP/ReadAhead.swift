import Dispatch

/// The bytes of an archive's file, the next ones inflated on another core while the last ones are parsed. A small file is read in place: a
/// thread would cost more than it saves.
///
/// It must be closed before it is let go.
final class ReadAhead: @unchecked Sendable {
  private static let buffers = 4
  private static let capacity = 262_144
  private static let inPlace = 1 << 20

  private let part: ZipPart
  private var readInPlace = 0
  private var isRunning = false
  /// Set by the reader, looked at by the other thread after `free`.
  private var isClosed = false
  private let memory = UnsafeMutableRawPointer.allocate(byteCount: buffers * capacity, alignment: 16)
  /// What each buffer holds; written before `filled`, read after it.
  private var results = [Result<Int, any Error>](repeating: .success(0), count: buffers)
  private let free = DispatchSemaphore(value: 0)
  private let filled = DispatchSemaphore(value: 0)
  private let finished = DispatchSemaphore(value: 0)
  /// The buffer that is being read: its number, how far, and how much it holds; nil before the first.
  private var current: (buffer: Int, position: Int, count: Int)?

  init(_ part: ZipPart) {
    self.part = part
  }

  deinit { memory.deallocate() }

  /// As `ZipPart.read`.
  func read(_ target: UnsafeMutableRawBufferPointer) throws -> Int {
    guard isRunning else {
      if readInPlace >= ReadAhead.inPlace {
        start()
        return try read(target)
      }
      let got = try part.read(target)
      readInPlace += got
      return got
    }
    if let current, current.position < current.count { return copy(current, target) }
    let next = current.map { ($0.buffer + 1) % ReadAhead.buffers } ?? 0
    // The last buffer is kept: at the end of the file it is asked for again.
    if let current, current.count > 0 { free.signal() }
    if current?.count == 0 { return 0 }
    filled.wait()
    let count = try results[next].get()
    current = (next, 0, count)
    return count == 0 ? 0 : copy((next, 0, count), target)
  }

  /// Waits until the other thread has let the archive go.
  func close() {
    guard isRunning else { return }
    isClosed = true
    free.signal()
    finished.wait()
    isRunning = false
  }

  private func copy(
    _ from: (buffer: Int, position: Int, count: Int), _ target: UnsafeMutableRawBufferPointer
  ) -> Int {
    let count = min(from.count - from.position, target.count)
    target.copyMemory(
      from: UnsafeRawBufferPointer(
        start: memory + from.buffer * ReadAhead.capacity + from.position, count: count))
    current = (from.buffer, from.position + count, from.count)
    return count
  }

  private func start() {
    isRunning = true
    for _ in 0..<ReadAhead.buffers { free.signal() }
    DispatchQueue.global().async { self.fill() }
  }

  private func fill() {
    defer { finished.signal() }
    var buffer = 0
    while true {
      free.wait()
      if isClosed { return }
      let target = UnsafeMutableRawBufferPointer(
        start: memory + buffer * ReadAhead.capacity, count: ReadAhead.capacity)
      let result = Result { try part.read(target) }
      results[buffer] = result
      filled.signal()
      guard case .success(let count) = result, count > 0 else { return }
      buffer = (buffer + 1) % ReadAhead.buffers
    }
  }
}
