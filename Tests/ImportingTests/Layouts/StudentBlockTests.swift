import Journal
import Testing

@testable import Importing

@Suite struct StudentBlockTests {
  /// A report's page as Сетевой город makes it: the head in one cell of one table, the marks in the next.
  private func page(_ cells: [String]) -> [SheetText] {
    var head = SheetText(name: "Таблица 1")
    head.set(
      "Учебный\u{a0}год: 2021/2022 Класс: 9а Период: 10.1.22 - 24.05.22 Ученик: Белов Иван", row: 1, column: 2)
    var grid = SheetText(name: "Таблица 2")
    for (index, text) in ["Предмет", "Январь", "", "Май", "Средняя оценка", "Итоговая оценка"].enumerated() {
      grid.set(text, row: 1, column: index + 1)
    }
    for (index, text) in ["10", "31", "24"].enumerated() { grid.set(text, row: 2, column: index + 2) }
    for (index, text) in (["Физика"] + cells).enumerated() { grid.set(text, row: 3, column: index + 1) }
    return [head, grid]
  }

  private func read(_ sheets: [SheetText], _ id: String, _ cells: StudentCell, path: String = "f") -> JournalBatch {
    let file = ImportedFile(path: path, digest: "", originalDigest: "", byteCount: 0, layout: id)
    let roster = StudentRoster(file, takenAt: LocalMoment(seconds: 0), sheets: sheets)
    var layout = StudentReportLayout(id: id, cells: cells, roster: roster, sheets: sheets)
    return layout.read()
  }

  @Test func pageOfNetSchool() throws {
    let sheets = page(["55 УП", "\u{a0}", "4. ОП", "4,67", "5"])
    #expect(StudentReportLayout.certainty(sheets) == .certain)
    let batch = read(sheets, StudentReportLayout.pageId, .digits)
    #expect(batch.files[0].rejected.isEmpty)
    #expect(batch.classes.map(\.key) == ["2021/9А"] && batch.pupils.map(\.name) == ["Белов Иван"])
    // An empty cell of a page tells of no lesson.
    #expect(batch.lessons.map { "\($0.date)" } == ["2022-01-10", "2022-05-24"])
    #expect(batch.marks.map(\.value.text) == ["5", "5", "4", "."])
    #expect(batch.attendance.map(\.code) == [.excused, .late])
    #expect(batch.finalMarks.map(\.value.text) == ["5"])
    #expect(batch.reportedMeans.map(\.millionths) == [4_670_000] && batch.reportedMeans.map(\.decimals) == [2])
    #expect(batch.periods.map(\.name) == ["2 полугодие"])
    #expect(batch.journals.map(\.key) == ["netschool-report/2021/9А/БЕЛОВ ИВАН"])
    #expect(batch.journals[0].says.contains(.absenceReasons))
  }

  /// A page shows only what has an entry; a pupil of the list without any is at the lessons of the course all the same.
  @Test func pupilWithoutAnyMarkIsAtTheLessonsOfThePage() {
    var second = page(["", "", "", "", ""])
    second[0].set(
      "Учебный год: 2021/2022 Класс: 9а Период: 10.1.22 - 24.05.22 Ученик: Волкова Ольга", row: 1, column: 2)
    let batch = read(page(["5", "", "4", "4,5", "5"]) + second, StudentReportLayout.pageId, .digits)
    #expect(batch.pupils.map(\.name) == ["Белов Иван", "Волкова Ольга"] && batch.lessons.count == 2)
    #expect(Set(batch.lessons.map(\.group)) == [0] && batch.memberships.map(\.pupil) == [0, 1])
    #expect(batch.lessons.map { batch.periods[Int($0.period)].name } == ["2 полугодие", "2 полугодие"])
    #expect(batch.periods[0].start == nil && batch.periods[0].end == nil)
  }

  @Test func namesakesOfAReportAreAmbiguous() {
    let batch = read(
      page(["5", "", "4", "4,5", "5"]) + page(["2", "", "3", "2,5", "2"]), StudentReportLayout.pageId, .digits)
    #expect(batch.pupils.map(\.name) == ["Белов Иван", "Белов Иван"] && batch.pupils.allSatisfy(\.isAmbiguous))
    #expect(batch.files[0].notices.contains { $0.problem == "в классе несколько учеников с одним именем: 2" })
  }

  @Test(arguments: [
    ("Отчет (весь класс).xlsx", false), ("папка/Отчет_(весь_класс) (1).html", false), ("весь класс/Двое.xlsx", true),
  ])
  func onlyAReportOfTheWholeClassSpeaksOfIt(_ path: String, _ isPartial: Bool) {
    var second = page(["5"])
    second[0].set("Класс: 9а Период: 10.1.22 - 24.05.22 Ученик: Волкова Ольга", row: 1, column: 2)
    let batch = read(page(["5"]) + second, StudentReportLayout.pageId, .digits, path: path)
    #expect(batch.journals.count == 1 && batch.journals[0].says.contains(.partial) == isPartial)
    #expect((batch.journals[0].key == "netschool-report/2021/9А") != isPartial)
    #expect(batch.files[0].notices.contains { $0.problem.contains("весь ли это класс") } == isPartial)
  }

  @Test(arguments: [
    ("Класс: 9а Период: с 1.9.24 по 26.10.24", "над таблицей нет имени ученика: она пропущена"),
    ("Период: с 1.9.24 по 26.10.24 Ученик: Белов", "над таблицей нет класса: она пропущена"),
    ("Класс: Период: с 1.9.24 по 26.10.24 Ученик: Белов", "не читается строка класса: таблица под ней пропущена"),
    (
      "Класс: 9а Период: с 31.2.24 Ученик: Белов Учебный год: 2024",
      "не читается строка периода: таблица под ней пропущена"
    ),
    ("Класс: 9а Ученик: Белов", "над таблицей нет учебного года: она пропущена"),
  ])
  func headThatCannotBeRead(_ text: String, _ problem: String) {
    var sheets = page(["5"])
    sheets[0].set(text, row: 1, column: 2)
    let batch = read(sheets, StudentReportLayout.pageId, .digits)
    #expect(batch.files[0].rejected.map(\.problem) == [problem])
    #expect(batch.lessons.isEmpty && batch.pupils.isEmpty)
  }

  /// Cells that are gone, doubled, moved or of other tables end in a batch and in problems that say what to do.
  @Test func damagedTables() {
    var random = SeededGenerator(seed: 4)
    let texts = [
      "", "Предмет", "Ученик:", "Класс: 0", "Период: с 1.1.25 по 1.1.24", "Учебный год: x", "Март", "99", "0", "5/5",
      "Итог",
      "Учебные периоды", "Средний балл", "1 Четверть", "Дата", "Тип задания", "Дата выставления", "Отметка", "1.1.25",
      "9,99",
    ]
    var refused = 0
    for _ in 0..<2000 {
      var sheets = page(["55 УП", "\u{a0}", "4. ОП", "4,67", "5"])
      for _ in 0..<Int.random(in: 1...6, using: &random) {
        let text = texts.randomElement(using: &random) ?? ""
        let place = (Int.random(in: 1...5, using: &random), Int.random(in: 1...8, using: &random))
        sheets[Int.random(in: 0...1, using: &random)].set(text, row: place.0, column: place.1)
      }
      let batch = read(sheets, StudentReportLayout.pageId, Bool.random(using: &random) ? .digits : .spaced)
      let file = ImportedFile(path: "f", digest: "", originalDigest: "", byteCount: 0, layout: "student-table")
      let roster = StudentRoster(file, takenAt: LocalMoment(seconds: 0), sheets: sheets)
      var table = StudentTableLayout(roster: roster, sheets: sheets)
      let card = table.read()
      var problems = batch.files[0].rejected + card.files[0].rejected
      for sheet in sheets {
        if let heads = StudentGradesTable.heads(in: sheet) { _ = StudentGradesTable(sheet, head: heads, &problems) }
      }
      for problem in problems {
        refused += 1
        #expect(!problem.problem.isEmpty && !problem.hint.isEmpty)
      }
      #expect(batch.lessons.allSatisfy { $0.group >= 0 })
    }
    #expect(refused > 1000)
  }

  @Test(arguments: [
    ("5", "5|"), ("О 2 5", "2 5|О"), ("5 Н", "5|Н"), ("Б  3/3", "3 3|Б"), ("Б Б 3", "3|Б Б"), ("О Н", "|О Н"),
    ("0", "0|"),
    ("0 3", "3 0|"), ("3\u{a0}Б", "3|Б"),
  ])
  func spacedCells(_ raw: String, _ read: String) throws {
    let cell = try #require(StudentCell.spaced.parse(raw))
    #expect(
      "\(cell.marks.map(\.text).joined(separator: " "))|\(cell.attendance.map(\.rawValue).joined(separator: " "))"
        == read)
  }

  @Test(arguments: ["54", "6", "х", "5!", "00"])
  func cellsThatAreNone(_ raw: String) { #expect(StudentCell.spaced.parse(raw) == nil) }

  @Test(arguments: [("54", "5 4|"), (".", ".|"), ("НП", "|Н"), ("5,УП", "5|У"), ("ОП3", "3|О")])
  func cellsOfDigits(_ raw: String, _ read: String) throws {
    let cell = try #require(StudentCell.digits.parse(raw))
    #expect(
      "\(cell.marks.map(\.text).joined(separator: " "))|\(cell.attendance.map(\.rawValue).joined(separator: " "))"
        == read)
  }

  @Test(arguments: ["7", "0", "УУ", "5!"])
  func cellsOfDigitsThatAreNone(_ raw: String) { #expect(StudentCell.digits.parse(raw) == nil) }

  @Test(arguments: [
    ("2024-03-25", "2024-05-24", "4 четверть"), ("2024-09-01", "2024-10-26", "1 четверть"),
    ("2025-01-09", "2025-03-21", "3 четверть"), ("2024-09-01", "2024-11-30", "1 триместр"),
    ("2025-01-10", "2025-05-24", "2 полугодие"), ("2025-04-01", "2025-04-15", "01.04.2025–15.04.2025"),
    ("2025-03-01", "2025-04-10", "01.03.2025–10.04.2025"), ("2024-09-01", "2025-05-24", "01.09.2024–24.05.2025"),
  ])
  func daysAreAPeriod(_ from: String, _ to: String, _ name: String) throws {
    let days = try #require(CivilDate(from))...(try #require(CivilDate(to)))
    #expect(StudentPeriods.name(days: days).text == name)
  }

  @Test(arguments: [
    ("1 Четверть", "1 четверть"), ("II полугодие", "2 полугодие"), ("3 триместр", "3 триместр"), ("Год. оценка", "Год"),
    ("Экз. оценка", "Экзамен"), ("Гос. экз. оценка", "Гос. экзамен"), ("Итог. оценка", "Итог"),
  ])
  func labelsOfPeriods(_ label: String, _ name: String) { #expect(StudentPeriods.name(label: label)?.text == name) }

  @Test(arguments: [
    ("3", 3_000_000, 0), ("2.86", 2_860_000, 2), ("4,333", 4_333_000, 3), ("3.2857142857142856", 3_285_714, 6),
    ("2.9999999", 3_000_000, 6),
  ])
  func reportedNumbers(_ text: String, _ millionths: Int, _ decimals: Int) throws {
    let number = try #require(ReportedNumber(text))
    #expect(number.millionths == Int64(millionths) && number.decimals == decimals)
  }

  @Test(arguments: ["", "-1", "2.", ".5", "1e3", "2,5,1", "101", "пять"])
  func textsThatAreNoMean(_ text: String) { #expect(ReportedNumber(text) == nil) }
}
