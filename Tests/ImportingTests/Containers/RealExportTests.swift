import Foundation
import Importing
import Journal
import Testing

@Suite(.enabled(if: RealExports.areThere, "ZAVUCH_REAL_EXPORTS names no folder of real exports"))
struct RealExportTests {
  private func summary(_ file: FileBytes) throws -> [String] {
    let book = try XLSXReader(file)
    return try book.sheets.indices.map { index in
      let grid = try book.grid(index)
      // openpyxl does not tell an empty text from no cell.
      let cells = grid.cells.filter { !$0.text.isEmpty }
      let length = cells.reduce(0) { $0 + $1.text.unicodeScalars.count }
      return "\(grid.name)\t\(cells.count)\t\(length)\t\(grid.merges.count)"
    }
  }

  @Test func journalsInTheirArchive() throws {
    let file = try RealExports.file("dnevnik/journals-31.01.2019.zip")
    #expect(FileKind(of: file) == .zip)
    let archive = try ZipReader(file)
    #expect(archive.entries.map(\.name).contains("2018_2019_10 а (10а).xlsx"))
    #expect(archive.entries.first?.modified?.description == "2019-01-31T05:35:44")
    #expect(archive.entries.count == 6)
    var sheets = 0
    var cells = 0
    for entry in archive.entries {
      let part = try archive.read(entry)
      #expect(FileKind(of: part) == .xlsx)
      let book = try XLSXReader(part)
      #expect(book.created?.date == CivilDate(year: 2019, month: 1, day: 31))
      for index in book.sheets.indices {
        let grid = try book.grid(index)
        sheets += 1
        cells += grid.cells.count
        #expect(grid.text(row: 1, column: 1).hasPrefix("Класс: "))
        #expect(grid.text(row: 9, column: 2) == "Фамилия и имя ученика")
        #expect(grid.cells.allSatisfy { $0.kind == .text })
        #expect(grid.rowNumbers.allSatisfy { $0 != 5 && $0 != 6 })
      }
    }
    #expect(sheets == 90)
    #expect(cells > 50_000)
  }

  @Test(arguments: [
    ("dnevnik/LessonPlanning.zip", FileKind.zip), ("dnevnik/reportGlobalStatPersonal_(59).xls", .xls),
    ("dnevnik/journals-22.05.2019.xlsx", .xlsx), ("oneroster/users.csv", .text), ("json/lesson_list.json", .json),
  ])
  func kinds(_ name: String, _ kind: FileKind) throws {
    #expect(FileKind(of: try RealExports.file(name)) == kind)
  }

  @Test func aBookSavedByExcelHasANumberAmongTexts() throws {
    let book = try XLSXReader(RealExports.file("dnevnik/journals-22.05.2019.xlsx"))
    var numbers: [RawCell] = []
    for index in book.sheets.indices {
      try book.readSheet(index) { if $0.kind == .number { numbers.append($0) } }
    }
    #expect(numbers.map(\.text) == ["3"])
    #expect(book.modified?.description == "2019-05-22T18:26:35")
  }

  @Test(
    .enabled(if: OpenPyXL.isInstalled, "python3 has no openpyxl"),
    arguments: [
      "dnevnik/journals-22.05.2019.xlsx", "dnevnik/2018_2019_4б (4б).xlsx",
      "student-report/Отчет об успеваемости и посещаемости ученика (весь класс).xlsx",
      "student-report/Табель успеваемости учащегося (весь класс).xlsx",
    ])
  func booksAgreeWithOpenPyXL(_ name: String) throws {
    #expect(try summary(RealExports.file(name)) == OpenPyXL.counts(RealExports.path(name)))
  }

  @Test(.enabled(if: OpenPyXL.isInstalled, "python3 has no openpyxl"))
  func journalsInTheirArchiveAgreeWithOpenPyXL() throws {
    let archive = try ZipReader(RealExports.file("dnevnik/journals-31.01.2019.zip"))
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "zavuch-\(ProcessInfo.processInfo.processIdentifier)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for (number, entry) in archive.entries.enumerated() {
      let part = try archive.read(entry)
      let copy = folder.appending(path: "\(number).xlsx")
      try part.withUnsafeBytes { Data($0) }.write(to: copy)
      #expect(try summary(part) == OpenPyXL.counts(copy.path(percentEncoded: false)))
    }
  }
}
