import Importing
import Journal
import Testing

private let again = "Скачайте файл заново и дождитесь конца загрузки."

@Suite struct ZipProblemTests {
  private func readAll(_ bytes: [UInt8], budget: ZipBudget = ZipBudget()) throws {
    let archive = try ZipReader(FileBytes(bytes), budget: budget)
    for entry in archive.entries { _ = try archive.read(entry) }
  }

  @Test func cutOff() throws {
    let bytes = try ZipFixture([("a.csv", "id\n1\n")]).bytes()
    let found = try problem { try readAll(Array(bytes.dropLast(30))) }
    #expect(found == ImportProblem("архив ZIP обрезан: в нём нет оглавления", hint: again))
  }

  @Test func noArchive() throws {
    #expect(try problem { try readAll(Array("id;name\n".utf8)) }.problem == "это не архив ZIP")
    #expect(try problem { try readAll([]) }.problem == "это не архив ZIP")
  }

  @Test func damagedDirectory() throws {
    var bytes = try ZipFixture([("a.csv", "id\n1\n")]).bytes()
    let end = bytes.count - 22
    bytes[end + 16] &+= 3
    #expect(try problem { try readAll(bytes) } == ImportProblem("оглавление архива ZIP повреждено", hint: again))
  }

  @Test func wrongChecksum() throws {
    var fixture = ZipFixture([("папка/a.csv", "id;name\n1;Ann\n")])
    fixture.parts[0].stored = true
    var bytes = try fixture.bytes()
    let at = try #require(bytes.firstIndex(of: UInt8(ascii: "A")))
    bytes[at] = UInt8(ascii: "B")
    let found = try problem { try readAll(bytes) }
    #expect(found.problem == "часть архива «папка/a.csv» повреждена: контрольная сумма не сходится")
    #expect(found.hint == "Скачайте файл заново: при передаче или хранении байты исказились.")
  }

  @Test func underAPassword() throws {
    var fixture = ZipFixture([("a.csv", "id\n1\n")])
    fixture.parts[0].password = "12345"
    let found = try problem { try readAll(try fixture.bytes()) }
    #expect(found.problem == "часть архива «a.csv» зашифрована паролем")
    #expect(found.hint == "Распакуйте архив с паролем и загрузите файлы без него.")
  }

  @Test func unknownCompression() throws {
    var bytes = try ZipFixture([("a.csv", "id\n1\n")]).bytes()
    let directory = try #require(bytes.indices.dropLast(3).last { bytes[$0..<($0 + 4)] == [0x50, 0x4B, 1, 2] })
    bytes[8] = 97
    bytes[directory + 10] = 97
    #expect(try problem { try readAll(bytes) }.problem == "часть архива «a.csv» сжата неизвестным способом")
  }

  @Test func aBombInOnePart() throws {
    let bytes = try ZipFixture([("мал", "1"), ("bomb.xml", String(repeating: "0", count: 200_000))]).bytes()
    #expect(bytes.count < 1000)
    let found = try problem { try readAll(bytes, budget: ZipBudget(part: 100_000)) }
    #expect(found.problem == "часть архива «bomb.xml» разворачивается больше чем в 100000 байт")
    #expect(
      found.hint == "Похоже на вредоносный архив («ZIP-бомбу»): не открывайте его и запросите выгрузку заново.")
  }

  /// The declared size says 10 bytes: only what is really inflated may count.
  @Test func aBombThatLiesAboutItsSize() throws {
    var bytes = try ZipFixture([("bomb.xml", String(repeating: "0", count: 200_000))]).bytes()
    let directory = try #require(bytes.indices.dropLast(3).last { bytes[$0..<($0 + 4)] == [0x50, 0x4B, 1, 2] })
    for (offset, byte) in [UInt8](arrayLiteral: 10, 0, 0, 0).enumerated() {
      bytes[22 + offset] = byte
      bytes[directory + 24 + offset] = byte
    }
    #expect(throws: ImportProblem.self) { try readAll(bytes, budget: ZipBudget(part: 100_000)) }
  }

  @Test func aBombOfManyParts() throws {
    let parts = (1...5).map { ("часть \($0)", String(repeating: "0", count: 30_000)) }
    let bytes = try ZipFixture(parts).bytes()
    let found = try problem { try readAll(bytes, budget: ZipBudget(part: 40_000, archive: 100_000)) }
    #expect(
      found.problem == "архив разворачивается больше чем в 100000 байт; предел перейдён на части «часть 4»")
  }

  @Test func readingTwiceCostsOnce() throws {
    let file = try ZipFixture([("a", String(repeating: "0", count: 60_000))]).file()
    let archive = try ZipReader(file, budget: ZipBudget(archive: 100_000))
    for _ in 1...3 { #expect(try archive.read(archive.entries[0]).count == 60_000) }
  }

  @Test func tooManyEntries() throws {
    let bytes = try ZipFixture((1...6).map { ("\($0)", "") }).bytes()
    let found = try problem { try readAll(bytes, budget: ZipBudget(entries: 5)) }
    #expect(found.problem == "в архиве 6 файлов при пределе 5")
  }
}
