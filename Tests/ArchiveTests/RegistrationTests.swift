import Foundation
import Testing

@testable import Archive

@Suite struct RegistrationTests {
  @Test func keepsFilesLedgerAndHead() throws {
    let scratch = try Scratch()
    let record = try scratch.archive.register(sample(), files: files())
    let folder = "Архив/2026/0001-control-2026-03-15"
    #expect(
      try scratch.tree().keys.sorted() == [
        "Архив", "Архив/2026", folder, folder + "/control-2026-03-15.html", folder + "/control-2026-03-15.pdf",
        "Архив/голова.txt", "Архив/журнал.jsonl",
      ])
    #expect(try scratch.bytes(folder + "/control-2026-03-15.pdf") == Array("PDF 2026-03-15 текст".utf8))
    #expect(
      try scratch.bytes("Архив/голова.txt")
        == Array("Запись: 1\nSHA-256: \(record.digest.sha256)\nСтрибог-256: \(record.digest.streebog256)\n".utf8))
    #expect(record.head.paperText == "1: " + grouped(record.digest.sha256.prefix(16)))
    #expect(try scratch.archive.registrations() == [record])
    #expect(
      scratch.archive.verify(expectedHeads: [ExpectedHead(record.head)]).description
        == "Архив цел. Записей в журнале: 1, файлов: 2. Голова журнала: \(record.head.paperText)")
  }

  /// The spelling of a line is a promise to other programs; a change of it would break every archive.
  @Test func spellingOfALine() throws {
    let scratch = try Scratch()
    let signer = Signer(.classTeacher, name: "Сидорова \"С\\С\"\n")
    let record = try scratch.archive.register(sample(by: signer), files: [("a.pdf", Array("abc".utf8))])
    let zeros = String(repeating: "0", count: 64)
    let body =
      #"{"sequence":1,"year":2026,"number":1,"signedOn":"2026-03-15","report":"control","title":"Справка о контроле","#
      + #""signer":{"role":"class-teacher","position":"Классный руководитель","name":"Сидорова \"С\\С\"\u000a"},"#
      + #""asOf":"2026-03-15","window":"01.09.2025–15.03.2026","program":"zavuch 1.0","#
      + #""libraries":{"cairo":"1.16.0","pango":"1.50.12"},"folder":"2026/0001-control-2026-03-15","#
      + #""files":[{"name":"a.pdf","size":3,"digest":{"#
      + #""sha256":"ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad","#
      + #""streebog256":"4e2919cf137ed41ec4fb6270c61826cc4fffb660341e0af3688cd0626d23b481"}}],"#
      + #""previous":{"sha256":"\#(zeros)","streebog256":"\#(zeros)"}"#
    #expect(record.digest == Digest(of: Array((body + "}").utf8)))
    #expect(
      try scratch.ledger() == [
        body + #","digest":{"sha256":"\#(record.digest.sha256)","streebog256":"\#(record.digest.streebog256)"}}"#
      ])
  }

  @Test func sameCallsSameBytes() throws {
    let (one, other) = (try Scratch(), try Scratch())
    for scratch in [one, other] {
      try scratch.registerThree()
      _ = try scratch.archive.register(sample(by: director), files: files().reversed())
    }
    #expect(try one.tree() == other.tree())
  }

  @Test func eachLineHoldsTheDigestOfTheOneBefore() throws {
    let records = try Scratch().registerThree()
    #expect(records.map(\.previous) == [.zeros, records[0].digest, records[1].digest])
    #expect(records.map(\.sequence) == [1, 2, 3])
  }

  @Test func numbersRunPerYearOfSigning() throws {
    let scratch = try Scratch()
    let archive = scratch.archive
    #expect(try archive.nextNumber(year: 2025) == 1)
    let dates = [("2025-12-15", "2025-12-16"), ("2025-12-31", "2026-01-12"), ("2026-01-15", "2026-01-15")]
    let numbers = try dates.map { asOf, signedOn in
      let record = try archive.register(sample(asOf: asOf, signedOn: signedOn), files: files(asOf: asOf))
      return [record.year, record.number]
    }
    #expect(numbers == [[2025, 1], [2026, 1], [2026, 2]])
    _ = try archive.register(sample(asOf: "2026-01-31", number: 57), files: files(asOf: "2026-01-31"))
    #expect(try archive.nextNumber(year: 2026) == 58)
    #expect(try archive.nextNumber(year: 2025) == 2)
    #expect(archive.verify().isIntact)
  }

  @Test func secondSignatureRefersToTheSameFiles() throws {
    let scratch = try Scratch()
    let first = try scratch.archive.register(sample(), files: files())
    let before = try scratch.tree().keys.sorted()
    let second = try scratch.archive.register(
      sample(signedOn: "2027-01-10", by: director, number: 1), files: files())
    #expect(second.sequence == 2)
    #expect(second.year == 2026)
    #expect(second.number == 1)
    #expect(second.folder == first.folder)
    #expect(second.files == first.files)
    #expect(try scratch.tree().keys.sorted() == before)
    #expect(try scratch.archive.nextNumber(year: 2026) == 2)
    #expect(
      scratch.archive.verify().description
        == "Архив цел. Записей в журнале: 2, файлов: 2. Голова журнала: \(second.head.paperText)")
  }

  @Test func registrationsAtOnceDoNotInterleave() async throws {
    let scratch = try Scratch()
    let archive = scratch.archive
    let numbers = try await withThrowingTaskGroup(of: Int.self) { group in
      for day in 10..<22 {
        let asOf = "2026-03-\(day)"
        group.addTask { try archive.register(sample(asOf: asOf), files: files(asOf: asOf)).number }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(numbers.sorted() == Array(1...12))
    #expect(archive.verify().description.hasPrefix("Архив цел. Записей в журнале: 12, файлов: 24."))
  }
}
