import Foundation
import Testing

@testable import Archive

/// Changes by somebody who knows the format and computes the digests anew.
@Suite struct ForgeryTests {
  let scratch: Scratch
  let records: [Registration]
  private let restore = "Верните журнал и голову из резервной копии и выясните, кто менял архив."

  init() throws {
    scratch = try Scratch()
    records = try scratch.registerThree()
  }

  /// The record as another person would have signed it, in the same place of the ledger.
  private func forged(_ record: Registration, after last: Registration?) -> Registration {
    Registration(
      sample(asOf: record.asOf, by: Signer(.deputy, name: "Чужая Ч.Ч.")), year: record.year, number: record.number,
      folder: record.folder, files: record.files, after: last)
  }

  private func found(_ expected: ExpectedHead? = nil) -> [String] {
    scratch.archive.verify(expectedHeads: expected.map { [$0] } ?? []).problems.map(\.description)
  }

  private func text(_ record: Registration) -> String { String(decoding: record.line, as: UTF8.self) }

  @Test func recordReplaced() throws {
    let fake = forged(records[1], after: records[0])
    var lines = try scratch.ledger()
    lines[1] = text(fake)
    try scratch.writeLedger(lines)
    #expect(
      found() == [
        "Файл «журнал.jsonl», строка 2: запись 2 подменена: запись 3 хранит её отпечаток SHA-256 "
          + "\(records[1].digest.sha256), а у строки \(fake.digest.sha256). " + restore
      ])
  }

  @Test func lastRecordReplaced() throws {
    let fake = forged(records[2], after: records[1])
    var lines = try scratch.ledger()
    lines[2] = text(fake)
    try scratch.writeLedger(lines)
    #expect(
      found() == [
        "Файл «голова.txt»: у последней записи 3 ожидался отпечаток SHA-256 \(records[2].digest.sha256), а в журнале "
          + "\(fake.digest.sha256): подменена запись или голова. " + restore
      ])
  }

  @Test(arguments: [(1, 2, 3), (2, 3, 4)])
  func recordInserted(at index: Int, line: Int, genuine: Int) throws {
    var lines = try scratch.ledger()
    lines.insert(text(forged(records[index], after: records[index - 1])), at: index)
    try scratch.writeLedger(lines)
    #expect(
      found() == [
        "Файл «журнал.jsonl», строка \(line): строка вставлена: запись \(index + 1) уже есть, подлинная стоит в строке "
          + "\(genuine). " + restore
      ])
  }

  @Test func recordAppended() throws {
    let fake = Registration(
      sample(), year: 2026, number: 1, folder: records[0].folder, files: records[0].files, after: records[2])
    try scratch.writeLedger(try scratch.ledger() + [text(fake)])
    #expect(
      found() == [
        "Файл «голова.txt»: последней ожидалась запись 3, а журнал кончается записью 4: записи добавлены мимо программы или "
          + "голова подменена прежней. Сверьте журнал с головой, записанной вне архива, и верните его и голову из резервной "
          + "копии."
      ])
  }

  @Test func firstRecordThatFollowsSomething() throws {
    let other = try Scratch()
    var request = sample()
    request.title = "Чужая справка"
    let stranger = try other.archive.register(request, files: files())
    let start = Registration(
      sample(), year: 2026, number: 1, folder: records[0].folder, files: records[0].files, after: nil)
    var line = text(start).replacingOccurrences(of: Digest.zeros.json, with: stranger.digest.json)
    let digest = Registration.digest(ofLine: Array(line.utf8))
    line = line.replacingOccurrences(of: start.digest.json, with: digest.json)
    try scratch.writeLedger([line])
    try scratch.write(LedgerHead(sequence: 1, digest: digest).text.utf8, to: "Архив/голова.txt")
    #expect(
      found().first
        == "Файл «журнал.jsonl», строка 1: первая запись должна хранить нули вместо отпечатка предыдущей, а хранит "
        + "\(stranger.digest.sha256). " + restore)
  }

  /// Nothing inside the archive can show that all of it was written anew; the head on paper does.
  @Test func everythingWrittenAnew() throws {
    let fake = forged(records[2], after: records[1])
    try scratch.writeLedger(try scratch.ledger().dropLast() + [text(fake)])
    try scratch.write(fake.head.text.utf8, to: "Архив/голова.txt")
    #expect(found().isEmpty)
    let paper = try ExpectedHead(records[2].head.paperText)
    #expect(
      found(paper) == [
        "Голова журнала, записанная вне архива: у записи 3 ожидался отпечаток SHA-256 "
          + "\(grouped(records[2].digest.sha256.prefix(16))), а в журнале \(grouped(fake.digest.sha256.prefix(16))): журнал "
          + "подменён. " + restore
      ])
  }

  @Test func endCutTogetherWithItsFilesAndTheHead() throws {
    try scratch.writeLedger(Array(try scratch.ledger().dropLast()))
    try scratch.write(records[1].head.text.utf8, to: "Архив/голова.txt")
    try scratch.remove("Архив/" + records[2].folder)
    #expect(found().isEmpty)
    #expect(
      found(ExpectedHead(records[2].head)) == [
        "Голова журнала, записанная вне архива: ожидалась запись 3, а журнал кончается записью 2: конец журнала отрезан. "
          + restore
      ])
  }

  @Test func olderHeadStillHolds() throws {
    #expect(found(try ExpectedHead(records[0].head.paperText)).isEmpty)
    #expect(found(try ExpectedHead(" 2:" + records[1].digest.sha256.uppercased())).isEmpty)
  }

  /// Numbers and paths that would stop or lead astray a careless reader.
  @Test(arguments: [
    (#""sequence":2"#, #""sequence":9223372036854775807"#), (#""sequence":2"#, #""sequence":-1"#),
    ("2026/0002-control", "../../0002-control"), ("2026/0002-control-2026-03-31", "/etc"),
    ("control-2026-03-31.pdf", "../passwd"),
  ])
  func implausibleLine(field: String, forged: String) throws {
    var lines = try scratch.ledger()
    lines[1] = lines[1].replacingOccurrences(of: field, with: forged)
    try scratch.writeLedger(lines)
    #expect(scratch.archive.verify().problems.first == .lineUnreadable(line: 2))
  }

  /// The documented way to check a line without this program.
  @Test(.enabled(if: python != nil, "python3 is not installed"))
  func ledgerVerifiesWithoutThisProgram() throws {
    let script = """
      import hashlib, json, sys
      previous = "0" * 64
      for line in open(sys.argv[1], encoding="utf-8", newline="\\n"):
          record = json.loads(line)
          body = line[:line.rindex(',"digest":')] + "}"
          assert record["previous"]["sha256"] == previous
          previous = hashlib.sha256(body.encode("utf-8")).hexdigest()
          assert record["digest"]["sha256"] == previous
      print(previous)
      """
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try #require(python))
    process.arguments = ["-c", script, scratch.path("Архив/журнал.jsonl")]
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let text = String(decoding: output.fileHandleForReading.readDataToEndOfFile(), as: UTF8.self)
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
    #expect(text == records[2].digest.sha256 + "\n")
  }
}

private let python = ["/usr/bin/python3", "/usr/local/bin/python3"].first { FileSystem.kind($0) != .nothing }
