import Importing
import Journal
import Testing

@Suite(.enabled(if: RealExports.areThere, "ZAVUCH_REAL_EXPORTS names no folder of real exports"))
struct XLSRealExportTests {
  private static let report = "dnevnik/reportGlobalStatPersonal_(59).xls"

  private func planning() throws -> [(name: String, file: FileBytes)] {
    let archive = try ZipReader(RealExports.file("dnevnik/LessonPlanning.zip"))
    return try archive.entries.map { ($0.name, try archive.read($0)) }
  }

  @Test func lessonPlanning() throws {
    let books = try planning().map { try XLSReader($0.file) }
    #expect(books.map(\.sheets.count) == [16, 16, 8])
    #expect(books.allSatisfy { $0.created == nil && $0.modified == nil })
    let first = try books[0].grid(0)
    #expect(first.text(row: 1, column: 1) == "Класс: 7а (Англ.яз 2) 2018/2019 учебный год")
    #expect(first.merges.contains(CellRange(rows: 2...2, columns: 1...3)))
  }

  @Test func activityReport() throws {
    let book = try XLSReader(RealExports.file(Self.report))
    #expect(book.sheets.map(\.name) == ["reportGlobalStatPersonal (59)"])
    #expect(book.created?.description == "2019-06-10T21:48:54")
    #expect(book.modified?.description == "2019-06-10T21:48:56")
    #expect(try book.grid(0).lastRow == 1279)
  }

  @Test(.enabled(if: XLRD.isInstalled, "python3 has no xlrd"))
  func everyCellIsWhatXLRDReads() throws {
    for (name, file) in try planning() + [(Self.report, RealExports.file(Self.report))] {
      let expected = try XLRD.lines(file)
      #expect(expected.count > 1000)
      let ours = try XLRD.ours(file)
      #expect(ours == expected, "\(name): \(zip(ours, expected).first { $0 != $1 } ?? ("", ""))")
    }
  }
}
