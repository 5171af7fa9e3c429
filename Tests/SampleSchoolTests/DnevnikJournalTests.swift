import FoundationEssentials
import Testing

@testable import SampleSchool

@Suite struct DnevnikJournalTests {
  /// The sheets of the sample school at the end of the quarter.
  private static func sheets(_ change: (inout SchoolPlan) -> Void = { _ in }) -> [DnevnikSheet] {
    var plan = SchoolPlan.sample
    change(&plan)
    let (tables, _) = SampleSchool.make(plan, faults: .seeded(plan.seed, for: plan))
    let moment = Moment(plan.to + 1, 7)
    let journal = DnevnikJournal(tables.asOf(moment), firstYear: plan.firstYear, at: moment)
    return journal.tables.classes.flatMap { schoolClass in
      journal.courses(of: schoolClass).map { journal.sheet(ofCourse: $0, in: schoolClass) }
    }
  }

  private static func labels(_ sheet: DnevnikSheet) -> [String] {
    sheet.columns.compactMap { if case .label(let text) = $0 { text } else { nil } }
  }

  @Test func theExportHasItsQuirks() {
    let sheets = Self.sheets()
    let cells = sheets.flatMap { $0.rows.flatMap(\.cells) }
    #expect(cells.contains("н") && cells.contains("ОСВ") && cells.contains("4/4"))
    #expect(cells.contains { $0.count == 2 && $0.hasPrefix("н") })
    #expect(sheets.contains { $0.heading[0] == "Класс: 10 а (10а)" })
    #expect(sheets.contains { $0.heading[0] == "Класс: 8б (Англ. яз. 2)" })
    #expect(sheets.contains { $0.heading[3].contains(", ") && $0.heading[2].contains("Труд") })
    #expect(sheets.contains { $0.rows.contains { $0.name.contains("-") } })
    #expect(
      Set(sheets.map(Self.labels)) == [["1 четв", "Год", "Экзамен", "Итог"], ["1 сем", "Год", "Экзамен", "Итог"]])
    #expect(sheets.allSatisfy { $0.name.count <= 31 })
  }

  @Test func trimestersStandInsideTheMonths() throws {
    let sheets = Self.sheets {
      $0.trimesters = true
      $0.to = Day(2025, 12, 26)
    }
    let sheet = try #require(sheets.first { $0.name == "Алгебра 8б" })
    #expect(Self.labels(sheet) == ["1 тр", "2 тр", "Год", "Экзамен", "Итог"])
    let first = try #require(sheet.columns.firstIndex { if case .label = $0 { true } else { false } })
    guard case .day(let month, _) = sheet.columns[first + 1] else {
      Issue.record("after the trimester come lessons")
      return
    }
    #expect(month == "Декабрь")
  }

  @Test func gradeOneHasNoMarks() {
    let cells = Self.sheets().filter { $0.heading[0].hasPrefix("Класс: 1а") }.flatMap { $0.rows.flatMap(\.cells) }
    #expect(Set(cells) == ["", "н", "ОСВ"])
  }

  @Test func xmlKeepsTheExportersHabits() {
    let sheet = DnevnikSheet(
      name: "Алгебра 8б", heading: ["а", "б", "в", "г"],
      columns: [
        .day(month: "Сентябрь", day: "1"), .day(month: "Сентябрь", day: "1"), .label("1 тр"),
        .day(month: "Сентябрь", day: "9"), .label("Год"),
      ],
      rows: [DnevnikSheet.Row(name: "Ёлкин Ю.А.", cells: ["4/4", "", "4", "н", ""])])
    var strings = SharedStrings()
    let xml = sheet.xml(isFirst: true, strings: &strings)
    #expect(xml.contains("<dimension ref=\"A1\"></dimension>"))
    #expect(!xml.contains("<row r=\"5\"") && !xml.contains("<row r=\"6\"") && xml.contains("<row r=\"7\""))
    // The month again after the period, an empty header cell with a style, merges.
    #expect(xml.contains("<c r=\"C7\" s=\"2\" t=\"s\"><v>6</v></c><c r=\"D7\" s=\"2\"/>"))
    #expect(xml.contains("<c r=\"F7\" s=\"2\" t=\"s\"><v>6</v></c>"))
    for ref in ["A7:A9", "C7:D7", "C8:C9", "E7:E9", "F8:F9", "G7:G9"] {
      #expect(xml.contains("<mergeCell ref=\"\(ref)\"/>"), "\(ref)")
    }
    #expect(!xml.contains("F7:F7"))
    #expect(strings.list.contains("4/4") && strings.uses > strings.list.count)
  }
}
