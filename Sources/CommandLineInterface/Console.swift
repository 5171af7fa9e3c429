import Synchronization

/// The two streams of a command: results go to output, messages and progress to error. Safe to use from several threads.
///
/// Output is buffered and written at the end (large ones in pieces); if it goes to a terminal, it is written before every
/// message, so that the reader sees both in their order.
public final class Console: Sendable {
  private struct State {
    var pending: [UInt8] = []
    /// Nobody reads the output, or it cannot be written: the rest is dropped.
    var isClosed = false
    var failure: Int32?
    /// Characters of the progress line on the screen.
    var progressLength = 0
  }

  private static let pieceSize = 1 << 16

  private let output: Sink
  private let error: Sink
  private let outputIsTerminal: Bool
  private let errorIsTerminal: Bool
  /// Characters in a line of output, for tables and help.
  public let width: Int
  /// Characters in a line of messages and progress.
  public let messageWidth: Int
  private let state = Mutex(State())

  /// What is a terminal is the edge's to find out: see `Console.standard()`.
  public init(
    output: Sink, error: Sink, outputIsTerminal: Bool = false, errorIsTerminal: Bool = false, width: Int = 100,
    messageWidth: Int = 100
  ) {
    self.output = output
    self.error = error
    self.outputIsTerminal = outputIsTerminal
    self.errorIsTerminal = errorIsTerminal
    self.width = width
    self.messageWidth = messageWidth
  }

  /// A result, with a line end after it.
  public func print(_ line: String) {
    append { bytes in
      bytes.append(contentsOf: line.utf8)
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  /// A result of some length: on a terminal wrapped to its width, the lines after the first indented; elsewhere one line,
  /// so that it can be searched.
  public func print(_ line: String, wrappedUnder indent: Int) {
    guard outputIsTerminal else { return print(line) }
    for text in line.wrapped(to: width, indent: indent) { print(text) }
  }

  /// A result as it stands, without a line end: a table, a completion script.
  public func write(_ text: String) {
    append { $0.append(contentsOf: text.utf8) }
  }

  /// One JSON value on its line.
  public func print(_ json: JSONText) {
    append { bytes in
      json.append(to: &bytes)
      bytes.append(UInt8(ascii: "\n"))
    }
  }

  /// A message to the person, with a line end after it. Control characters are made visible.
  public func message(_ text: String) {
    state.withLock { state in
      if outputIsTerminal { flush(&state) }
      clearProgress(&state)
      put(text.visibleLines + "\n")
    }
  }

  public func report(_ diagnostic: Diagnostic) {
    message(diagnostic.text(width: messageWidth, wrapsProblem: errorIsTerminal))
  }

  /// Rewrites the one line of progress: «Чтение выгрузок: 12 из 400». Nothing where messages do not go to a terminal.
  public func progress(_ text: String) {
    guard errorIsTerminal else { return }
    state.withLock { state in
      let text = text.visible.cut(to: messageWidth - 1)
      put("\r" + text.padded(to: state.progressLength))
      state.progressLength = text.count
    }
  }

  public func progress(_ work: String, _ done: Int, of total: Int) {
    progress("\(work): \(done) из \(total)")
  }

  /// Writes what is pending and takes the progress line away.
  ///
  /// - Throws: `OutputError` if some of the output could not be written; a reader who has gone away is no error.
  public func finish() throws(OutputError) {
    let failure = state.withLock { state in
      flush(&state)
      clearProgress(&state)
      return state.failure
    }
    if let failure { throw OutputError(number: failure) }
  }

  private func append(_ body: (inout [UInt8]) -> Void) {
    state.withLock { state in
      guard !state.isClosed else { return }
      body(&state.pending)
      if state.pending.count >= Self.pieceSize { flush(&state) }
    }
  }

  private func flush(_ state: inout State) {
    guard !state.isClosed, !state.pending.isEmpty else { return }
    if outputIsTerminal { clearProgress(&state) }
    do throws(Sink.Failure) {
      try output.write(state.pending)
    } catch {
      state.isClosed = true
      if case .system(let number) = error { state.failure = number }
    }
    state.pending.removeAll(keepingCapacity: true)
  }

  private func clearProgress(_ state: inout State) {
    guard state.progressLength > 0 else { return }
    put("\r" + String(repeating: " ", count: state.progressLength) + "\r")
    state.progressLength = 0
  }

  /// A message that cannot be written has nowhere else to go.
  private func put(_ text: String) {
    try? error.write(Array(text.utf8))
  }
}
