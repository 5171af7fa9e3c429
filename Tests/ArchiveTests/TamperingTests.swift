import Foundation
import Testing

@testable import Archive

/// Everything that can be changed, removed or added in an archive of three registrations, and what `verify` says of it.
@Suite struct TamperingTests {
  let scratch: Scratch
  let records: [Registration]
  private let restore = "Верните журнал и голову из резервной копии и выясните, кто менял архив."
  private let restoreFile = "Верните файл из резервной копии и выясните, кто менял архив."
  private let pdf = "2026/0002-control-2026-03-31/control-2026-03-31.pdf"

  init() throws {
    scratch = try Scratch()
    records = try scratch.registerThree()
  }

  private func found(_ expected: ExpectedHead? = nil) -> [String] {
    scratch.archive.verify(expectedHeads: expected.map { [$0] } ?? []).problems.map(\.description)
  }

  @Test func fileChanged() throws {
    let bytes = try scratch.bytes("Архив/" + pdf)
    var changed = bytes
    changed[4] ^= 1
    try scratch.write(changed, to: "Архив/" + pdf)
    let digests = (Digest(of: bytes).sha256, Digest(of: changed).sha256)
    #expect(
      found() == [
        "Файл «\(pdf)» (журнал, строка 2): файл изменён: ожидался отпечаток SHA-256 \(digests.0), а у файла \(digests.1). "
          + restoreFile
      ])
    try scratch.write(bytes + [10], to: "Архив/" + pdf)
    #expect(
      found() == [
        "Файл «\(pdf)» (журнал, строка 2): файл изменён: ожидалось \(bytes.count) байт, а в нём \(bytes.count + 1). "
          + restoreFile
      ])
  }

  @Test func fileRemoved() throws {
    try scratch.remove("Архив/" + pdf)
    #expect(found() == ["Файл «\(pdf)» (журнал, строка 2): файла нет. " + restoreFile])
  }

  @Test func fileReplacedByALink() throws {
    try scratch.write(try scratch.bytes("Архив/" + pdf), to: "копия.pdf")
    try scratch.remove("Архив/" + pdf)
    try FileManager.default.createSymbolicLink(
      atPath: scratch.path("Архив/" + pdf), withDestinationPath: scratch.path("копия.pdf"))
    #expect(
      found() == [
        "Файл «\(pdf)» (журнал, строка 2): на месте файла лежит папка, ссылка или устройство. " + restoreFile
      ])
  }

  @Test func filesAdded() throws {
    try scratch.write([1], to: "Архив/заметка.txt")
    try scratch.write([1], to: "Архив/2026/0002-control-2026-03-31/control-2026-03-31.ods")
    try FileManager.default.createDirectory(atPath: scratch.path("Архив/2027"), withIntermediateDirectories: false)
    #expect(
      found() == [
        "Файл «2026/0002-control-2026-03-31/control-2026-03-31.ods»: файл добавлен: о нём не говорит ни одна читаемая строка "
          + "журнала. Выясните, откуда это, и уберите из архива.",
        "Папка «2027»: папка добавлена: о ней не говорит ни одна читаемая строка журнала. Выясните, откуда это, и уберите из "
          + "архива.",
        "Файл «заметка.txt»: файл добавлен: о нём не говорит ни одна читаемая строка журнала. Выясните, откуда это, и уберите "
          + "из архива.",
      ])
  }

  @Test(arguments: [
    (#""year":2026"#, #""year":2025"#), (#""number":2"#, #""number":7"#), (#""sequence":2"#, #""sequence":7"#),
    (#""signedOn":"2026-03-31""#, #""signedOn":"2026-04-01""#), (#""report":"control""#, #""report":"kontrol""#),
    ("Справка", "Отчётик"), (#""role":"deputy""#, #""role":"director""#), ("Заместитель", "Секретарь"),
    ("Иванова", "Иванов"),
    (#""asOf":"2026-03-31""#, #""asOf":"2026-03-30""#), ("01.09.2025", "02.09.2025"), ("zavuch 1.0", "zavuch 1.1"),
    ("1.16.0", "1.18.0"), (#""program""#, #" "program""#), (#""window""#, #""extra":1,"window""#),
  ])
  func lineChanged(field: String, forged: String) throws {
    var lines = try scratch.ledger()
    let line = lines[1].replacingOccurrences(of: field, with: forged)
    #expect(line != lines[1])
    lines[1] = line
    try scratch.writeLedger(lines)
    let sequence = field.hasPrefix(#""sequence"#) ? 7 : 2
    let digest = Registration.digest(ofLine: Array(line.utf8)).sha256
    #expect(
      found() == [
        "Файл «журнал.jsonl», строка 2: строка изменена: запись \(sequence) называет свой отпечаток SHA-256 "
          + "\(records[1].digest.sha256), а у строки \(digest). " + restore
      ])
  }

  /// What a line says of files is compared with the files too.
  @Test func lineChangedInItsFiles() throws {
    var lines = try scratch.ledger()
    lines[1] = lines[1].replacingOccurrences(of: records[1].files[0].digest.sha256, with: records[0].digest.sha256)
    try scratch.writeLedger(lines)
    let digest = Registration.digest(ofLine: Array(lines[1].utf8)).sha256
    #expect(
      found() == [
        "Файл «журнал.jsonl», строка 2: строка изменена: запись 2 называет свой отпечаток SHA-256 "
          + "\(records[1].digest.sha256), а у строки \(digest). " + restore,
        "Файл «2026/0002-control-2026-03-31/control-2026-03-31.html» (журнал, строка 2): файл изменён: ожидался отпечаток "
          + "SHA-256 \(records[0].digest.sha256), а у файла \(records[1].files[0].digest.sha256). " + restoreFile,
      ])
  }

  @Test func lineUnreadable() throws {
    var lines = try scratch.ledger()
    lines[1] = "{" + lines[1]
    try scratch.writeLedger(lines)
    let problems = found()
    #expect(problems.first == "Файл «журнал.jsonl», строка 2: строка не читается как запись журнала. " + restore)
    #expect(
      problems.dropFirst() == [
        "Папка «2026/0002-control-2026-03-31»: папка добавлена: о ней не говорит ни одна читаемая строка журнала. Выясните, "
          + "откуда это, и уберите из архива."
      ])
  }

  @Test func linesSwapped() throws {
    let lines = try scratch.ledger()
    try scratch.writeLedger([lines[0], lines[2], lines[1]])
    #expect(
      found() == [
        "Файл «журнал.jsonl», строка 2: строки переставлены: ожидалась запись 2, а стоит запись 3. " + restore,
        "Файл «журнал.jsonl», строка 3: строки переставлены: ожидалась запись 3, а стоит запись 2. " + restore,
      ])
  }

  @Test func lineCutAtTheEnd() throws {
    try scratch.writeLedger(Array(try scratch.ledger().dropLast()))
    let cut =
      "Файл «голова.txt»: конец журнала отрезан: последней ожидалась запись 3, а журнал кончается записью 2. " + restore
    let added =
      "Папка «2026/0003-control-2026-04-15»: папка добавлена: о ней не говорит ни одна читаемая строка журнала. Выясните, "
      + "откуда это, и уберите из архива."
    #expect(found() == [cut, added])
    #expect(
      scratch.archive.verify().description
        == "Архив не прошёл проверку.\nПервое нарушение. \(cut)\nОстальные нарушения (1):\n1. \(added)")
  }

  @Test func allLinesCut() throws {
    try scratch.writeLedger([])
    #expect(
      found().first
        == "Файл «голова.txt»: конец журнала отрезан: последней ожидалась запись 3, а записей нет. " + restore)
  }

  @Test func lineRemovedInTheMiddle() throws {
    let lines = try scratch.ledger()
    try scratch.writeLedger([lines[0], lines[2]])
    #expect(found().first == "Файл «журнал.jsonl», строка 2: перед этой строкой удалена запись 2. " + restore)
    try scratch.writeLedger([lines[2]])
    #expect(found().first == "Файл «журнал.jsonl», строка 1: перед этой строкой удалены записи 1–2. " + restore)
  }

  @Test func lineCopiedIn() throws {
    var lines = try scratch.ledger()
    lines.insert(lines[1], at: 2)
    try scratch.writeLedger(lines)
    #expect(
      found() == [
        "Файл «журнал.jsonl», строка 3: строка вставлена: запись 2 уже есть, подлинная стоит в строке 2. " + restore
      ])
  }

  @Test func ledgerCutInTheMiddleOfALine() throws {
    let bytes = try scratch.bytes("Архив/журнал.jsonl")
    try scratch.write(bytes.dropLast(40), to: "Архив/журнал.jsonl")
    #expect(
      found().first
        == "Файл «журнал.jsonl», строка 3: журнал обрывается посреди строки. " + restore)
    try scratch.write(bytes.dropLast(), to: "Архив/журнал.jsonl")
    #expect(found().first == "Файл «журнал.jsonl», строка 3: журнал обрывается посреди строки. " + restore)
  }

  @Test func headRemoved() throws {
    try scratch.remove("Архив/голова.txt")
    #expect(
      found() == [
        "Файл «голова.txt»: файла с головой журнала нет. Верните файл из резервной копии и сверьте с головой, записанной вне "
          + "архива."
      ])
  }

  @Test func headChanged() throws {
    let head = String(decoding: try scratch.bytes("Архив/голова.txt"), as: UTF8.self)
    try scratch.write((head + "\n").utf8, to: "Архив/голова.txt")
    #expect(
      found() == [
        "Файл «голова.txt»: файл изменён: в нём ожидались номер последней записи и два её отпечатка. Верните файл из резервной "
          + "копии и сверьте с головой, записанной вне архива."
      ])
    let forged = LedgerHead(sequence: 3, digest: records[0].digest)
    try scratch.write(forged.text.utf8, to: "Архив/голова.txt")
    #expect(
      found() == [
        "Файл «голова.txt»: у последней записи 3 ожидался отпечаток SHA-256 \(records[0].digest.sha256), а в журнале "
          + "\(records[2].digest.sha256): подменена запись или голова. " + restore
      ])
    try scratch.write(records[1].head.text.utf8, to: "Архив/голова.txt")
    #expect(
      found() == [
        "Файл «голова.txt»: последней ожидалась запись 2, а журнал кончается записью 3: записи добавлены мимо программы или "
          + "голова подменена прежней. Сверьте журнал с головой, записанной вне архива, и верните его и голову из резервной "
          + "копии."
      ])
  }

  @Test func ledgerRemoved() throws {
    try scratch.remove("Архив/журнал.jsonl")
    let problem = "Файл «журнал.jsonl»: журнала регистрации нет, хотя архив не пуст. " + restore
    #expect(found() == [problem])
    let error = #expect(throws: ArchiveError.self) { try scratch.archive.nextNumber(year: 2026) }
    #expect(
      error?.description == "Архив не прошёл проверку, поэтому ничего не зарегистрировано. " + problem)
    #expect(throws: ArchiveError.self) { try scratch.archive.register(sample(), files: files()) }
  }

  @Test func archiveRemoved() throws {
    try scratch.remove("Архив")
    let path = scratch.path("Архив")
    #expect(
      found() == [
        "Папка «\(path)»: папки архива нет. Проверьте путь; если папку удалили, верните её из резервной копии."
      ])
  }

  @Test func emptyArchive() throws {
    let empty = try Scratch()
    try FileManager.default.createDirectory(atPath: empty.path("Архив"), withIntermediateDirectories: false)
    let report = empty.archive.verify()
    #expect(report.isIntact && report.isEmpty)
    #expect(report.description == "Подписанных отчётов ещё нет: проверять нечего.")
    #expect(
      empty.archive.verify(expectedHeads: [ExpectedHead(records[2].head)]).problems.map(\.description) == [
        "Голова журнала, записанная вне архива: ожидалась запись 3, а в журнале нет записей: конец журнала отрезан. "
          + restore
      ])
  }

  /// One bit in every eleventh byte, and every eleventh byte left out.
  @Test(arguments: ["Архив/журнал.jsonl", "Архив/голова.txt"])
  func everyByteMatters(path: String) throws {
    let bytes = try scratch.bytes(path)
    for index in stride(from: 0, to: bytes.count, by: 11) {
      var changed = bytes
      changed[index] ^= 1 << UInt8(index % 8)
      try scratch.write(changed, to: path)
      #expect(!scratch.archive.verify().isIntact, "bit \(index % 8) of byte \(index)")
      changed.remove(at: index)
      try scratch.write(changed, to: path)
      #expect(!scratch.archive.verify().isIntact, "without byte \(index)")
    }
  }

  @Test func everythingIsListedAndTheFirstNamedFirst() throws {
    var lines = try scratch.ledger()
    lines[0] = lines[0].replacingOccurrences(of: "Иванова", with: "Иванов")
    try scratch.writeLedger(lines)
    try scratch.remove("Архив/голова.txt")
    try scratch.remove("Архив/" + pdf)
    try scratch.write([1], to: "Архив/a.txt")
    let report = scratch.archive.verify()
    #expect(report.problems.count == 4)
    guard case .lineChanged(line: 1, sequence: 1, _, _) = report.problems.first else {
      Issue.record("\(report)")
      return
    }
    #expect(Array(report.problems.dropFirst()) == [.headMissing, .fileMissing(pdf, line: 2), .fileAdded("a.txt")])
  }
}
