import Foundation
import Importing
import Journal
import Testing

@Suite struct InterchangeWorkbookTests {
  private static func row(_ number: Int, _ cells: [String]) -> String {
    let xml = cells.enumerated().map { column, text in
      let place = "\(CellPlace.columnLetters(column + 1))\(number)"
      if text.isEmpty { return "" }
      if text.hasPrefix("=") { return "<c r=\"\(place)\"><v>\(text.dropFirst())</v></c>" }
      return "<c r=\"\(place)\" t=\"inlineStr\"><is><t>\(text)</t></is></c>"
    }
    return "<row r=\"\(number)\">\(xml.joined())</row>"
  }

  private static func sheet(_ name: String, from first: Int = 1, _ rows: [[String]]) -> (name: String, xml: String) {
    (name, "<sheetData>\(rows.enumerated().map { row(first + $0, $1) }.joined())</sheetData>")
  }

  private func read(_ book: WorkbookFixture) throws -> [JournalBatch] { try read(book.file(), name: "таблицы.xlsx") }

  private func read(_ book: FileBytes, name: String) throws -> [JournalBatch] {
    let folder = FileManager.default.temporaryDirectory.path + "/zavuch-book-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try book.write(to: "\(folder)/\(name)")
    var batches: [JournalBatch] = []
    try Importer(ImportOptions(takenAt: LocalMoment("2025-10-01T08:00:00"))) { batches.append($0) }.read([
      "\(folder)/\(name)"
    ])
    return batches
  }

  @Test func aSheetATable() throws {
    let book = WorkbookFixture(sheets: [
      Self.sheet("schools", [["id", "name"], ["S1", "Школа; № 1"]]),
      // Blank rows above and between keep the numbers that a person sees.
      Self.sheet(
        "classes", from: 3,
        [["letter", "grade", "id", "school_id"], [], ["А", "=5", "=12", "S1"], ["Б", "=55", "=13", "S1"]]),
      Self.sheet("pupils", [["id", "class_id", "name"], ["=7", "=12", "Белов \u{ab}И\u{bb}."]]),
      Self.sheet("subjects", [["id", "name"], ["M", "Алгебра"]]),
    ])
    let batch = try #require(try read(book).first)
    #expect(batch.files[0].layout == "interchange" && batch.files[0].sheetCount == 4)
    #expect(batch.schools.map(\.name) == ["Школа; № 1"])
    #expect(batch.classes.map(\.title) == ["5А"] && batch.pupils.map(\.key) == ["7"])
    #expect(batch.told(batch.classes[0].place) == "classes:5")
    #expect(
      batch.files[0].rejected.map {
        "\($0.place.sheet ?? ""):\($0.place.row ?? 0):\($0.place.column ?? 0) \($0.problem)"
      }
        == ["classes:6:2 ожидается целое число от 1 до 12"])
  }

  @Test func aSheetThatIsNoTableIsTold() throws {
    let book = WorkbookFixture(sheets: [
      Self.sheet("Лист1", [["id", "name"], ["S1", "Школа"]]),
      Self.sheet("teachers", [["id", "school_id", "name"], ["T1", "S1", "Смирнова"]]),
      Self.sheet("заметки", [["Сверено 1 октября"]]),
    ])
    let file = try #require(try read(book).first?.files.first)
    #expect(file.layout == "interchange")
    #expect(file.rejected.map(\.problem) == ["такие столбцы есть в нескольких таблицах: schools, subjects"])
    #expect(
      file.notices.map { "\($0.place.sheet ?? ""): \($0.problem)" }
        == ["заметки: не похоже ни на одну таблицу обмена и пропущено"])
    #expect(file.rejected.map(\.hint) == ["Назовите лист именем таблицы: schools или subjects."])
  }

  @Test func aSheetATableInODS() throws {
    func cell(_ text: String) -> String {
      "<table:table-cell office:value-type=\"string\"><text:p>\(text)</text:p></table:table-cell>"
    }
    func number(_ value: Int) -> String { "<table:table-cell office:value-type=\"float\" office:value=\"\(value)\"/>" }
    func table(_ name: String, _ rows: [String]) -> String {
      "<table:table table:name=\"\(name)\">\(rows.map { "<table:table-row>\($0)</table:table-row>" }.joined())</table:table>"
    }
    let heads = [
      ["id", "name"], ["letter", "grade", "id", "school_id"], ["id", "class_id", "name"],
    ].map { $0.map(cell).joined() }
    let book = ODSFixture(
      tables: table("schools", [heads[0], cell("S1") + cell("Школа; № 1")])
        + table(
          "classes",
          [
            "", "", heads[1], "", cell("А") + number(5) + number(12) + cell("S1"),
            cell("Б") + number(55) + number(13) + cell("S1"),
          ])
        + table("pupils", [heads[2], number(7) + number(12) + cell("Белов И.")]))
    let batch = try #require(try read(book.zip.file(), name: "таблицы.ods").first)
    #expect(batch.files[0].layout == "interchange" && batch.files[0].sheetCount == 3)
    #expect(batch.schools.map(\.name) == ["Школа; № 1"])
    #expect(batch.classes.map(\.title) == ["5А"] && batch.pupils.map(\.key) == ["7"])
    #expect(batch.told(batch.classes[0].place) == "classes:5")
    #expect(
      batch.files[0].rejected.map {
        "\($0.place.sheet ?? ""):\($0.place.row ?? 0):\($0.place.column ?? 0) \($0.problem)"
      } == ["classes:6:2 ожидается целое число от 1 до 12"])
  }
}
