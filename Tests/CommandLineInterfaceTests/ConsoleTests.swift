import Glibc
import Synchronization
import Testing

@testable import CommandLineInterface

@Suite struct ConsoleTests {
  private let output = CapturedText()
  private let error = CapturedText()

  @Test func outputIsWrittenOnceAtTheEnd() throws {
    let console = Console(output: output.sink, error: error.sink)
    console.print("раз")
    console.write("два ")
    console.print(["а": 1])
    console.message("сообщение")
    #expect(output.writes == 0)
    #expect(error.text == "сообщение\n")
    try console.finish()
    #expect(output.writes == 1)
    #expect(output.text == "раз\nдва {\"а\":1}\n")
  }

  @Test func onATerminalLongLinesAreWrappedAndIndented() throws {
    let problem = Diagnostic(place: "5a.xlsx", problem: "не читается ячейка", hint: "Впишите отметку.")
    for (isTerminal, expected, told) in [
      (true, "✓ раз два\n  три\n  четыре\n", "5a.xlsx: не читается\n  ячейка\n"),
      (false, "✓ раз два три четыре\n", "5a.xlsx: не читается ячейка\n"),
    ] {
      let (output, error) = (CapturedText(), CapturedText())
      let console = Console(
        output: output.sink, error: error.sink, outputIsTerminal: isTerminal, errorIsTerminal: isTerminal, width: 10,
        messageWidth: 22)
      console.print("✓ раз два три четыре", wrappedUnder: 2)
      console.report(problem)
      try console.finish()
      #expect(output.text == expected)
      #expect(error.text.hasPrefix(told), "\(error.text)")
    }
  }

  @Test func largeOutputIsWrittenInPieces() throws {
    let console = Console(output: output.sink, error: error.sink)
    let line = String(repeating: "a", count: 999)
    for _ in 0..<200 { console.print(line) }
    try console.finish()
    #expect(output.writes == 4)
    #expect(output.text.utf8.count == 200_000)
  }

  @Test func onATerminalResultsAndMessagesKeepTheirOrder() {
    let console = Console(output: output.sink, error: output.sink, outputIsTerminal: true)
    console.print("итог 1")
    console.message("сообщение")
    console.print("итог 2")
    #expect(output.text == "итог 1\nсообщение\n")
  }

  @Test func messagesCannotDriveTheTerminal() {
    Console(output: output.sink, error: error.sink).message("файл «\u{1b}[2J»\nвторая\u{a0}строка")
    #expect(error.text == "файл «<U+001B>[2J»\nвторая\u{a0}строка\n")
  }

  @Test func progressRewritesOneLineAndGoesAway() throws {
    let console = Console(output: output.sink, error: error.sink, errorIsTerminal: true, messageWidth: 12)
    console.progress("Чтение", 1, of: 12)
    console.progress("раз\n")
    console.message("м")
    console.progress("ещё")
    try console.finish()
    #expect(error.text == "\rЧтение: 1 …\rраз\\n      \r     \rм\n\rещё\r   \r")
    #expect(output.text == "")
  }

  @Test func progressIsSilentOutsideATerminal() throws {
    let console = Console(output: output.sink, error: error.sink, outputIsTerminal: true)
    console.progress("Чтение", 1, of: 2)
    try console.finish()
    #expect(error.writes == 0)
  }

  @Test func reportsDiagnostics() {
    Console(output: output.sink, error: error.sink).report(
      Diagnostic(place: "а.csv", problem: "пуст", hint: "проверьте"))
    #expect(error.text == "а.csv: пуст\n  что делать: проверьте\n")
  }

  @Test func aReaderWhoHasGoneAwayIsNoError() throws {
    let writes = Mutex(0)
    let gone = Sink { _ throws(Sink.Failure) in
      writes.withLock { $0 += 1 }
      throw .closed
    }
    let console = Console(output: gone, error: error.sink)
    for _ in 0..<5 { console.print(String(repeating: "a", count: 1 << 16)) }
    try console.finish()
    #expect(writes.withLock { $0 } == 1)
    #expect(error.text == "")
  }

  @Test func aFullDiskIsTold() {
    let full = Sink { _ throws(Sink.Failure) in throw .system(ENOSPC) }
    let status = SampleProgram.program.run(["check"], on: Console(output: full, error: error.sink))
    #expect(status == 70)
    #expect(
      error.text == """
        zavuch: Результат не записан полностью: на диске нет места.
        Проверьте диск или файл, в который направлен вывод, и повторите команду.

        """)
    #expect(OutputError(number: 99).russianDescription.contains("код ошибки системы 99"))
  }

  @Test func aDescriptorTakesAllBytesAndTellsAClosedPipe() throws {
    signal(SIGPIPE, SIG_IGN)
    var ends: [Int32] = [0, 0]
    try #require(pipe(&ends) == 0)
    let sink = Sink.descriptor(ends[1])
    try sink.write(Array("привет".utf8))
    var buffer = [UInt8](repeating: 0, count: 64)
    let count = read(ends[0], &buffer, buffer.count)
    #expect(String(decoding: buffer.prefix(max(0, count)), as: UTF8.self) == "привет")
    close(ends[0])
    #expect(throws: Sink.Failure.closed) { try sink.write([1]) }
    close(ends[1])
    #expect(throws: Sink.Failure.system(EBADF)) { try Sink.descriptor(-1).write([1]) }
  }

  @Test func linesOfSeveralThreadsStayWhole() async throws {
    let console = Console(output: output.sink, error: error.sink)
    await withTaskGroup(of: Void.self) { group in
      for number in 0..<8 {
        group.addTask { for _ in 0..<100 { console.print(String(repeating: String(number), count: 50)) } }
      }
    }
    try console.finish()
    let lines = output.text.split(separator: "\n")
    #expect(lines.count == 800)
    #expect(lines.allSatisfy { $0.count == 50 && Set($0).count == 1 })
  }
}
