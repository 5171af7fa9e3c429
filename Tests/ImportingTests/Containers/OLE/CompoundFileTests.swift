import Importing
import Journal
import Testing

/// Compound files, seen through the workbook in them.
@Suite struct CompoundFileTests {
  private let small = XLSFixture("Лист", [["тема"]])
  /// Does not fit in the mini stream.
  private let large = XLSFixture("Лист", [[.text(String(repeating: "ж", count: 5000)), "тема"]])

  private func titles(_ file: CompoundFixture) throws -> [String] {
    let book = try XLSReader(file.file())
    return try book.grid(0).cells.map { String($0.text.suffix(4)) }
  }

  private func damage(_ bytes: [UInt8]) throws -> String {
    let found = try problem { _ = try XLSReader(FileBytes(bytes)) }
    #expect(found.hint == "Скачайте файл заново или откройте его в Excel и сохраните как .xlsx.")
    return found.problem
  }

  @Test(arguments: [3, 4])
  func streamsOfBothSizesAndVersions(_ version: Int) throws {
    for (book, expected) in [(small, ["тема"]), (large, ["жжжж", "тема"])] {
      var file = book.compound()
      file.version = version
      #expect(FileKind(of: file.file()) == .xls)
      #expect(try titles(file) == expected)
    }
  }

  @Test func aTableOfSectorsThatTheHeaderCannotHold() throws {
    var file = small.compound()
    file.streams.insert(("A", [UInt8](repeating: 7, count: 128 * 512 * 240)), at: 0)
    #expect(try titles(file) == ["тема"])
  }

  @Test func streamsOfEmbeddedObjectsAreNotTheBook() throws {
    var file = small.compound()
    file.embedded = [("Workbook", XLSFixture("Другой", [["чужое"]]).stream())]
    #expect(try titles(file) == ["тема"])
    file.streams = [("Other", [1])]
    let found = try problem { _ = try XLSReader(file.file()) }
    #expect(found.problem == "это не книга .xls, а другой документ Office")
  }

  @Test func aNewerBookBesideAnOlderOne() throws {
    var file = small.compound()
    file.streams.insert(("Book", [1, 2, 3]), at: 0)
    #expect(try titles(file) == ["тема"])
  }

  @Test func theLastSectorMayBeCutBehindTheData() throws {
    let bytes = large.bytes()
    // The table of sectors is last; what it lacks is free.
    #expect(try XLSReader(FileBytes(bytes.dropLast(300))).sheets.count == 1)
  }

  @Test func noCompoundFile() throws {
    #expect(
      try problem { _ = try XLSReader(FileBytes("PK".utf8)) }.problem == "это не книга .xls: начало файла другое")
    #expect(try damage(Array(small.bytes().prefix(40))) == "файл повреждён: он обрывается в самом начале")
    var bytes = small.bytes()
    bytes[30] = 12
    #expect(try damage(bytes) == "файл повреждён: заголовок записан неверно")
  }

  /// A long book lies in the first sectors, so their links stand first in the table of sectors.
  @Test func linksThatLeadAstray() throws {
    let bytes = large.bytes()
    let table = try #require(bytes.count > 1024 ? bytes.count - 512 : nil)
    func linked(_ next: UInt32) throws -> String {
      var bytes = bytes
      bytes.replaceSubrange((table + 8)..<(table + 12), with: next.bytes)
      return try damage(bytes)
    }
    #expect(try linked(0) == "файл повреждён: часть «Workbook» ссылается по кругу")
    #expect(try linked(0xFFFF_FFFE) == "файл повреждён: часть «Workbook» обрывается")
    #expect(try linked(77) == "файл повреждён: часть «Workbook» ссылается на место вне файла")
  }

  @Test func aDirectoryThatLeadsAstray() throws {
    let bytes = large.bytes()
    let directory = bytes.count - 1024
    func written(_ value: UInt32, at offset: Int) throws -> String {
      var bytes = bytes
      bytes.replaceSubrange((directory + offset)..<(directory + offset + 4), with: value.bytes)
      return try damage(bytes)
    }
    #expect(try written(9, at: 76) == "файл повреждён: оглавление ссылается по кругу или мимо")
    #expect(try written(1, at: 128 + 68) == "файл повреждён: оглавление ссылается по кругу или мимо")
    #expect(try written(0xFFFF_FFFF, at: 128 + 120) == "файл повреждён: часть «Workbook» обрывается")
    #expect(try written(0x07FF_0000, at: 64) == "файл повреждён: оглавление записано неверно")
    #expect(try written(0x0102_0000, at: 64) == "файл повреждён: в оглавлении нет корня")
  }

  @Test func whatTheDocumentTellsOfItself() throws {
    var book = small
    book.streams = [
      SummaryFixture(
        author: .text([0xD8, 0xEA, 0xEE, 0xEB, 0xE0]), created: .time(0), modified: .time(132_046_769_340_000_000)
      ).stream
    ]
    var reader = try book.reader()
    #expect(reader.created == nil && reader.modified?.description == "2019-06-10T21:48:54")

    for other: SummaryFixture.Value in [.time(.max), .text([0x41])] {
      book.streams = [SummaryFixture(created: other).stream]
      reader = try book.reader()
      #expect(reader.created == nil && reader.modified == nil)
    }
    book.streams = [("\u{5}SummaryInformation", [UInt8](repeating: 0xFF, count: 100))]
    #expect(try book.reader().created == nil)
    #expect(try small.reader().created == nil)
  }
}
