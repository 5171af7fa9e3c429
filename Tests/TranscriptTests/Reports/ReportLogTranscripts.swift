import Archive
import Foundation
import Testing

/// What `zavuch verify` says of the log of reports: each kind of breakage with its place.
@Suite struct ReportLogTranscripts {
  private let scratch: Scratch
  private static let name = "Журнал отчётов.jsonl"
  private static let restore = "Верните его из резервной копии и выясните, кто его менял."

  init() throws {
    scratch = try Scratch()
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
    for asOf in ["2025-09-15", "2025-09-30", "2025-10-10", "2025-10-25"] {
      try scratch.zavuch("report", "control", "--as-of", asOf, "--format", "html")
    }
  }

  private func lines() throws -> [String] {
    String(decoding: try scratch.bytes(Self.name), as: UTF8.self).split(separator: "\n").map(String.init)
  }

  private func write(_ lines: [String]) throws {
    try scratch.write(lines.map { "\($0)\n" }.joined(), to: Self.name)
  }

  private func expect(_ problem: String, sourceLocation: SourceLocation = #_sourceLocation) throws {
    let verified = try scratch.zavuch("verify")
    #expect(verified.status == 4, sourceLocation: sourceLocation)
    let expected = "Первое нарушение. «\(Self.name)», \(problem)\n"
    #expect(verified.output.contains(expected), "\(verified.output)", sourceLocation: sourceLocation)
    #expect(!verified.output.contains("Остальные нарушения"), "\(verified.output)", sourceLocation: sourceLocation)
  }

  @Test func isWhole() throws {
    let verified = try scratch.zavuch("verify")
    #expect(verified.status == 0 && verified.output.hasSuffix("Журнал отчётов цел. Записей: 4, файлов: 4.\n"))
  }

  @Test func aChangedLine() throws {
    var lines = try lines()
    lines[1] = lines[1].replacing("\"for\":null", with: "\"for\":\"Орлов\"")
    try write(lines)
    try expect("строка 2: запись 2 изменена: в следующей другой её отпечаток. \(Self.restore)")
    // Drafts are not looked at by the batch, the log is.
    let run = try scratch.zavuch("run", "--as-of", "2025-10-25")
    #expect(run.status == 4 && run.output.contains("запись 2 изменена"))
  }

  @Test func aChangedLastLine() throws {
    var lines = try lines()
    lines[3] = lines[3].replacing("\"for\":null", with: "\"for\":\"Орлов\"")
    try write(lines)
    try expect("строка 4: последняя запись изменена. \(Self.restore)")
  }

  @Test func aRemovedLine() throws {
    var lines = try lines()
    lines.remove(at: 1)
    try write(lines)
    try expect("перед строкой 2: удалена запись 2. \(Self.restore)")
    lines.remove(at: 0)
    try write(lines)
    try expect("перед строкой 1: удалены записи 1–2. \(Self.restore)")
  }

  @Test func aCutTail() throws {
    try write(try lines().dropLast())
    try expect("после строки 3: журнал кончается записью 3, а последней была 4: конец отрезан. \(Self.restore)")
    try write([])
    try expect("все записи удалены, последней была 4. \(Self.restore)")
    try FileManager.default.removeItem(atPath: scratch.path(Self.name))
    try expect("файла нет, а в нём было записей: 4. \(Self.restore)")
  }

  @Test(arguments: [false, true]) func theNextReportHidesNothing(_ isCut: Bool) throws {
    var lines = try lines()
    lines[3] = lines[3].replacing("\"for\":null", with: "\"for\":\"Орлов\"")
    try write(isCut ? lines.dropLast() : lines)
    try scratch.zavuch("report", "control", "--as-of", "2025-10-25", "--format", "html", "--class", "5А")
    try expect(
      (isCut ? "перед строкой 4: удалена запись 4. " : "строка 4: запись 4 изменена: в следующей другой её отпечаток. ")
        + Self.restore)
  }

  @Test func movedLines() throws {
    var lines = try lines()
    lines.swapAt(1, 2)
    try write(lines)
    try expect("строка 2: здесь запись 3, а должна быть 2: строки переставлены. \(Self.restore)")
  }

  @Test func anInsertedLine() throws {
    var lines = try lines()
    lines.insert(lines[1], at: 2)
    try write(lines)
    try expect("строка 3: запись 2 здесь вторая, первая — в строке 2. \(Self.restore)")
  }

  @Test func aLineThatDoesNotRead() throws {
    var lines = try lines()
    lines[2] = String(lines[2].dropLast(5))
    try write(lines)
    try expect("строка 3: не читается как запись о составленном отчёте. \(Self.restore)")
  }

  @Test func aTornLastLineDoesNotTakeTheNextWithIt() throws {
    let lines = try lines()
    try scratch.write(String(lines.joined(separator: "\n").dropLast(9)), to: Self.name)
    try scratch.zavuch("report", "control", "--as-of", "2025-10-25", "--format", "html", "--class", "5А")
    #expect(try self.lines().count == 5)
    try expect("строка 4: не читается как запись о составленном отчёте. \(Self.restore)")
  }

  @Test func aMissingHead() throws {
    try FileManager.default.removeItem(atPath: scratch.path("Журнал отчётов.голова.txt"))
    try expect(
      "нет файла «Журнал отчётов.голова.txt» с отпечатком последней записи. Верните его из резервной копии.")
  }

  @Test func aChangedFileAndOneThatIsGone() throws {
    try FileManager.default.removeItem(atPath: scratch.path("Отчёты/control-2025-09-15.html"))
    let verified = try scratch.zavuch("verify")
    #expect(verified.status == 0)
    #expect(
      verified.output.hasSuffix(
        "Нет на месте (нарушением это не считается, проекты убирают): 1 — Отчёты/control-2025-09-15.html.\n"))
    try scratch.write("иное", to: "Отчёты/control-2025-09-30.html")
    try expect(
      """
      строка 2: файл «Отчёты/control-2025-09-30.html» изменён после того, как его составили. Составьте его заново.
      """)
    try scratch.zavuch("report", "control", "--as-of", "2025-09-30", "--format", "html")
    #expect(try scratch.zavuch("verify").status == 0)
  }

  @Test func isReadFromAnotherFolder() throws {
    let outcome = try Zavuch.run(
      ["verify", "--store", scratch.path("zavuch.sqlite")], in: NSTemporaryDirectory())
    #expect(outcome.status == 0 && outcome.output.contains("файлов: 4.") && !outcome.output.contains("Нет на месте"))
  }

  /// A program that did not number lines wrote them chained by digests all the same.
  @Test func linesWithoutNumbersAreNumberedByTheirPlace() throws {
    var old: [String] = []
    for line in try lines() {
      let previous = Digest(of: Array((old.last ?? "").utf8)).sha256
      let told = line.replacing(/"number":[0-9]+,/, with: "").replacing(
        /"previous":"[0-9a-f]+"/, with: "\"previous\":\"\(previous)\"")
      old.append(told)
    }
    try write(old)
    try FileManager.default.removeItem(atPath: scratch.path("Журнал отчётов.голова.txt"))
    #expect(try scratch.zavuch("verify").status == 0)
    try scratch.zavuch("report", "control", "--as-of", "2025-10-25", "--format", "html", "--class", "5А")
    #expect(try lines().last?.contains("\"number\":5,") == true)
    #expect(try scratch.zavuch("verify").status == 0)
  }

  @Test func oneFileIsOneHoweverItIsSpelled() throws {
    try scratch.zavuch("report", "control", "--as-of", "2025-10-25", "--format", "html", "--out", "./Отчёты/../Папка")
    try scratch.zavuch(
      "report", "control", "--as-of", "2025-10-25", "--format", "html", "--class", "5А", "--out", "Папка")
    let name = "Папка/control-2025-10-25.html"
    try scratch.zavuch(
      "report", "control", "--as-of", "2025-10-25", "--format", "html", "--privacy", "codes", "--out", "Папка")
    try scratch.zavuch("report", "control", "--as-of", "2025-10-25", "--format", "html", "--out", scratch.path("Папка"))
    #expect(try lines().count { $0.contains("\"file\":\"\(name)\"") } == 2)
    #expect(try scratch.zavuch("verify").status == 0)
  }

  /// The log was put back as it was before the last signature, or begun anew.
  @Test func aLogThatDoesNotKnowASignatureIsNotTheOne() throws {
    let head = "Журнал отчётов.голова.txt"
    let before = (try scratch.bytes(Self.name), try scratch.bytes(head))
    try scratch.zavuch(
      "sign", "control-2025-10-25", "--as", "deputy", "--name", "Смирнова Е.В.", "--date", "2025-10-27")
    try Data(before.0).write(to: URL(fileURLWithPath: scratch.path(Self.name)))
    try Data(before.1).write(to: URL(fileURLWithPath: scratch.path(head)))
    let file = "Архив/2025/0001-control-2025-10-25/control-2025-10-25.html"
    let text =
      "нет записи о подписанном файле «\(file)» и ещё о стольких: 3: журнал заменён или начат заново. \(Self.restore)"
    try expect(text)
  }

  @Test func aLogThatIsGoneIsMissedOnceAReportWasSigned() throws {
    let head = "Журнал отчётов.голова.txt"
    try scratch.zavuch(
      "sign", "control-2025-10-25", "--as", "deputy", "--name", "Смирнова Е.В.", "--date", "2025-10-27")
    #expect(try scratch.zavuch("verify").status == 0)
    for name in [Self.name, head] { try FileManager.default.removeItem(atPath: scratch.path(name)) }
    let verified = try scratch.zavuch("verify")
    #expect(verified.status == 4 && verified.output.contains("Журнала отчётов нет, а отчёты подписывали"))
  }
}
