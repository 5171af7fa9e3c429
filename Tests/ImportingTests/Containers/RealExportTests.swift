import Foundation
import Importing
import Journal
import Testing

@Suite(.enabled(if: RealExports.areThere, "ZAVUCH_REAL_EXPORTS names no folder of real exports"))
struct RealExportTests {
  /// Every cell and every merged range, sheet by sheet. openpyxl does not tell an empty text from no cell.
  private func agrees(_ name: String, _ file: FileBytes) throws {
    let book = try XLSXReader(file)
    let ours = try book.sheets.indices.flatMap { index in
      try book.grid(index).lines.filter { !$0.hasSuffix(" text ") }.map { "\(index) \($0)" }
    }
    var sheet = -1
    let expected = try OpenPyXL.lines(file).filter { !$0.hasSuffix(" text ") }.map { line in
      if line.hasPrefix("sheet ") { sheet += 1 }
      return "\(sheet) \(line)"
    }
    #expect(expected.count > 1000, "\(name)")
    let (missing, wrong) = (Set(expected).subtracting(ours), Set(ours).subtracting(expected))
    #expect(
      missing.isEmpty && wrong.isEmpty && ours.count == expected.count,
      "\(name): \(missing.prefix(3)) \(wrong.prefix(3))")
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
  func everyCellIsWhatOpenPyXLReads(_ name: String) throws {
    try agrees(name, RealExports.file(name))
  }

  @Test(.enabled(if: OpenPyXL.isInstalled, "python3 has no openpyxl"))
  func everyCellOfTheArchiveIsWhatOpenPyXLReads() throws {
    let archive = try ZipReader(RealExports.file("dnevnik/journals-31.01.2019.zip"))
    for entry in archive.entries { try agrees(entry.name, archive.read(entry)) }
  }
}
