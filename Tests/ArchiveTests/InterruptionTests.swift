import Foundation
import Testing

@testable import Archive

/// Registrations that fail or are interrupted half way, step by step.
@Suite struct InterruptionTests {
  let scratch: Scratch
  let records: [Registration]

  init() throws {
    scratch = try Scratch()
    records = try scratch.registerThree()
  }

  private func registerFourth() throws -> Registration {
    try scratch.archive.register(sample(asOf: "2026-04-30"), files: files(asOf: "2026-04-30"))
  }

  private func found() -> [String] { scratch.archive.verify().problems.map(\.description) }

  /// The archive as a power cut would leave it after some of the steps.
  private func interrupted(_ undo: (Registration) throws -> Void) throws -> [String: [UInt8]] {
    let record = try registerFourth()
    let whole = try scratch.tree()
    try undo(record)
    return whole
  }

  private func cutLastLine() throws { try scratch.writeLedger(Array(try scratch.ledger().dropLast())) }

  /// Whoever must tell of a signature elsewhere does so before anything is kept; what stops that stops the registration.
  @Test func failureToAnnounce() throws {
    struct Full: Error, CustomStringConvertible { let description = "Диск полон." }
    let before = try scratch.tree()
    var told: [Registration] = []
    let error = #expect(throws: ArchiveError.self) {
      try scratch.archive.register(sample(asOf: "2027-01-15"), files: files()) { registration in
        told.append(registration)
        throw Full()
      }
    }
    #expect(error?.description == "Ничего не зарегистрировано. Диск полон.")
    #expect(try scratch.tree() == before)
    let registered = try scratch.archive.register(sample(asOf: "2027-01-15"), files: files())
    #expect(told == [registered])
    // What is refused is not announced.
    #expect(throws: ArchiveError.self) {
      try scratch.archive.register(sample(asOf: "2027-01-15"), files: files()) { told.append($0) }
    }
    #expect(told.count == 1)
  }

  /// The head is prepared after the files are in place; its failure must take them back.
  @Test func failureAfterTheFiles() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path("Архив/.голова.txt"), withIntermediateDirectories: false)
    let before = try scratch.tree()
    let error = #expect(throws: ArchiveError.self) {
      try scratch.archive.register(sample(asOf: "2027-01-15"), files: files())
    }
    #expect(error?.description.hasPrefix("Не удалось удалить «\(scratch.path("Архив/.голова.txt"))»: ") == true)
    #expect(try scratch.tree() == before)
  }

  /// The head's renaming is the last step; its failure must take back the line.
  @Test func failureAfterTheLine() throws {
    try scratch.remove("Архив/голова.txt")
    try FileManager.default.createDirectory(
      atPath: scratch.path("Архив/голова.txt"), withIntermediateDirectories: false)
    let before = try scratch.tree()
    let ledger = try OpenFile(scratch.path("Архив/журнал.jsonl"), for: .appending)
    let length = try ledger.bytes().count
    let error = #expect(throws: ArchiveError.self) {
      try scratch.archive.append(records[2], to: ledger, length: length)
    }
    #expect(
      error?.description
        == "Не удалось дать временным файлам имя «\(scratch.path("Архив/голова.txt"))»: на месте файла лежит "
        + "папка; уберите её и повторите.")
    #expect(try scratch.tree() == before)
  }

  @Test func failureBeforeTheFiles() throws {
    try scratch.write([1], to: "Архив/2027")
    let before = try scratch.tree()
    let error = #expect(throws: ArchiveError.self) {
      try scratch.archive.register(sample(asOf: "2027-01-15"), files: files())
    }
    #expect(
      error?.description
        == "Не удалось создать папку «\(scratch.path("Архив/2027"))»: на месте папки лежит файл; уберите его и повторите."
    )
    #expect(try scratch.tree() == before)
  }

  @Test func interruptedWhileFilesWereWritten() throws {
    try FileManager.default.createDirectory(
      atPath: scratch.path("Архив/.незавершённое"), withIntermediateDirectories: false)
    try scratch.write([1], to: "Архив/.незавершённое/control-2026-04-30.pdf")
    #expect(
      found() == [
        "«.незавершённое»: осталось от регистрации, которую прервали; в журнал она не вошла. Подпишите отчёт ещё раз: программа "
          + "уберёт остатки."
      ])
    _ = try registerFourth()
    #expect(found().isEmpty)
  }

  @Test func interruptedBeforeTheLine() throws {
    let whole = try interrupted { record in
      try cutLastLine()
      try scratch.write(record.head.text.utf8, to: "Архив/.голова.txt")
      try scratch.write(records[2].head.text.utf8, to: "Архив/голова.txt")
    }
    #expect(
      scratch.archive.verify().problems == [.leftover(".голова.txt"), .folderAdded("2026/0004-control-2026-04-30")])
    _ = try registerFourth()
    #expect(try scratch.tree() == whole)
  }

  @Test func interruptedWhileTheLineWasWritten() throws {
    _ = try interrupted { record in
      try scratch.write(try scratch.bytes("Архив/журнал.jsonl").dropLast(100), to: "Архив/журнал.jsonl")
      try scratch.write(records[2].head.text.utf8, to: "Архив/голова.txt")
    }
    #expect(
      found().first
        == "Файл «журнал.jsonl», строка 4: журнал обрывается посреди строки. Похоже, программу прервали во время "
        + "записи: целые строки сходятся с головой. Удалите неполную строку и подпишите отчёт ещё раз.")
    #expect(throws: ArchiveError.self) { try registerFourth() }
  }

  @Test func interruptedBeforeTheHead() throws {
    let whole = try interrupted { record in
      try scratch.write(record.head.text.utf8, to: "Архив/.голова.txt")
      try scratch.write(records[2].head.text.utf8, to: "Архив/голова.txt")
    }
    #expect(
      found() == [
        "Файл «голова.txt»: программу прервали, когда запись 4 и её файлы были уже сохранены, а голова ещё нет. Подпишите отчёт "
          + "ещё раз: программа допишет голову."
      ])
    #expect(try scratch.archive.nextNumber(year: 2026) == 5)
    let error = #expect(throws: ArchiveError.self) { try registerFourth() }
    guard case .alreadySigned = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(try scratch.tree() == whole)
  }

  @Test func firstRegistrationInterruptedBeforeTheHead() throws {
    let scratch = try Scratch()
    let record = try scratch.archive.register(sample(), files: files())
    try scratch.remove("Архив/голова.txt")
    try scratch.write(record.head.text.utf8, to: "Архив/.голова.txt")
    #expect(scratch.archive.verify().problems == [.registrationUnfinished(sequence: 1)])
    _ = try scratch.archive.register(sample(by: director), files: files())
    #expect(scratch.archive.verify().isIntact)
  }

  @Test func folderOccupiedByOtherFiles() throws {
    _ = try interrupted { record in
      try cutLastLine()
      try scratch.write(records[2].head.text.utf8, to: "Архив/голова.txt")
      try scratch.write([1], to: "Архив/\(record.folder)/control-2026-04-30.pdf")
    }
    let before = try scratch.tree()
    let error = #expect(throws: ArchiveError.self) { try registerFourth() }
    #expect(
      error?.description
        == "В папке архива «2026/0004-control-2026-04-30» уже лежат другие файлы, которых нет в журнале. "
        + "Проверьте, откуда они, уберите их и повторите.")
    #expect(try scratch.tree() == before)
  }
}
