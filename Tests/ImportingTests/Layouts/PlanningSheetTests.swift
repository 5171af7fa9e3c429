import Journal
import Testing

@testable import Importing

@Suite struct PlanningSheetTests {
  private static let head = [
    ["Класс: 7а (Англ.яз 2) 2018/2019 учебный год"], ["Предмет: Англ. яз."], ["0"],
    ["ФИО педагога: Ирина Петровна Иванова, Пётр Орлов"], [],
    ["Дата", "Тема урока", "Домашнее задание к следующему уроку"],
  ]

  private struct Read {
    var blocks: [PlanningSheet.Block]
    var problems: [String]
    var notices: [String]
  }

  private func read(_ rows: [[String]], name: String = "Англ. яз.") -> Read {
    var sheet = SheetText(name: name)
    for (row, texts) in rows.enumerated() {
      for (column, text) in texts.enumerated() where !text.isEmpty {
        sheet.set(text, row: row + 1, column: column + 1)
      }
    }
    var problems: [ImportProblem] = []
    var notices: [ImportProblem] = []
    let planning = PlanningSheet(sheet, problems: &problems, notices: &notices)
    let told = { (problem: ImportProblem) in
      "\(problem.place.row ?? 0):\(problem.place.column ?? 0) \(problem.problem) «\(problem.raw)»"
    }
    return Read(blocks: planning.blocks, problems: problems.map(told), notices: notices.map(told))
  }

  private func told(_ block: PlanningSheet.Block) -> [String] {
    block.lessons.map { "\($0.row) \($0.date)#\($0.ordinal) \($0.topic ?? "—") | \($0.homework ?? "—")" }
  }

  @Test func aBlock() {
    let read = read(
      Self.head + [
        ["03.09.2018", "Инструктаж.\n«Дом»", "уч. стр.6-7"], ["03.09.2018", ".", " "], [], ["04.09.2018"],
        ["2018-09-05", "", "§ 5"],
      ])
    #expect(read.problems == [] && read.notices == [] && read.blocks.count == 1)
    #expect(read.blocks[0].names.journalKey == "dnevnik/2018/7А/АНГЛ.ЯЗ 2/АНГЛ. ЯЗ.")
    #expect(read.blocks[0].teachers == ["Иванова Ирина Петровна", "Орлов Пётр"])
    #expect(
      told(read.blocks[0]) == [
        "7 2018-09-03#1 Инструктаж.\n«Дом» | уч. стр.6-7", "8 2018-09-03#2 . | —", "10 2018-09-04#1 — | —",
        "11 2018-09-05#1 — | § 5",
      ])
  }

  @Test func blocksBelowEachOther() {
    var second = Self.head
    second[0] = ["Класс:7а (Англ.яз Р 2018/2019 учебный год"]
    second[3] = ["ФИО педагога:"]
    second[5] = ["Дата урока", "Домашнее задание", "Тема"]
    let read = read(Self.head + [["03.09.2018", "А"], []] + second + [["03.09.2018", "стр. 5", "Б"]])
    #expect(read.problems == [])
    #expect(read.blocks.map(\.groupName) == ["Англ.яз 2", "Англ.яз Р"])
    #expect(read.blocks.map(\.teachers.count) == [2, 0])
    #expect(read.blocks.map(told) == [["7 2018-09-03#1 А | —"], ["15 2018-09-03#1 Б | стр. 5"]])
  }

  @Test(arguments: [
    ("Класс: 10 а (10а) 2018/2019 учебный год", "2018/10А/10А"), ("Класс: 10-а 2018/2019", "2018/10А/10А"),
    ("Класс: 5 «А» (5а) 2018-2019 уч. год", "2018/5А/5А"), ("Класс: 9-фм (9-фм) 2018/19 учебный год", "2018/9ФМ/9ФМ"),
  ])
  func classLines(_ line: String, _ key: String) {
    var head = Self.head
    head[0] = [line]
    let read = read(head)
    #expect(read.blocks.map(\.names.journalKey) == ["dnevnik/\(key)/АНГЛ. ЯЗ."])
  }

  /// Where the line is missing the sheet names the subject.
  @Test func aSubjectWithoutItsLine() {
    var head = Self.head
    head[1] = []
    #expect(read(head, name: "ИЗО").blocks.map(\.subject) == ["ИЗО"])
  }

  @Test func brokenRowsAreTold() {
    let read = read(
      [["заметка"]] + Self.head + [
        ["", "без даты"], ["31.02.2019", "Тема"], ["завтра", "Тема"], ["03.09.2017", "Тема"],
        ["03.09.2018", "Тема", "", "х"],
      ])
    #expect(
      read.problems == [
        "1:1 строка стоит выше первой строки «Класс:» «заметка»", "8:2 в строке есть запись, а даты нет «без даты»",
        "9:1 не читается дата «31.02.2019»", "10:1 не читается дата «завтра»",
        "11:1 дата не из учебного года 2018/2019 «03.09.2017»",
      ])
    #expect(read.blocks.map(told) == [["12 2018-09-03#1 Тема | —"]])
  }

  @Test func headsThatAreNotKnownAreTold() {
    var head = Self.head
    head[4] = ["Кабинет: 12"]
    head[5] += ["Примечание"]
    let read = read(head + [["03.09.2018", "Тема"]])
    #expect(
      read.notices == [
        "5:1 строка заголовка не известна и пропущена «Кабинет: 12»", "6:4 неизвестный столбец, пропущен «Примечание»",
      ])
    #expect(read.problems == [] && read.blocks.map(\.lessons.count) == [1])
  }

  /// The rows below a head that cannot be read are rejected with it, once.
  @Test(arguments: [
    (0, "Класс: 7а (7а)", "1:1 не читается учебный год, строки этого блока пропущены «Класс: 7а (7а)»"),
    (
      0, "Класс: 7а (7а) 2018/2020 год",
      "1:1 не читается учебный год, строки этого блока пропущены «Класс: 7а (7а) 2018/2020 год»"
    ),
    (0, "Класс: первый 2018/2019", "1:1 не читается класс, строки этого блока пропущены «Класс: первый 2018/2019»"),
    (
      5, "03.09.2018",
      "1:1 под строкой «Класс:» нет таблицы с датами, строки этого блока пропущены "
        + "«Класс: 7а (Англ.яз 2) 2018/2019 учебный год»"
    ),
    (5, "Дата", "6:0 в таблице нет столбца «Тема урока», строки этого блока пропущены «»"),
  ])
  func brokenHeads(_ row: Int, _ text: String, _ problem: String) {
    var head = Self.head
    head[row] = [text]
    let read = read(
      head + [["03.09.2018", "Тема"], ["04.09.2018", "Тема"], []] + Self.head + [["05.09.2018", "Тема"]])
    #expect(read.problems == [problem])
    #expect(read.blocks.map(told) == [["16 2018-09-05#1 Тема | —"]])
  }

  @Test func isNoJournal() {
    var sheet = SheetText(name: "Алгебра 7а")
    sheet.set("Класс: 7а (7а)", row: 1, column: 1)
    sheet.set("Месяц", row: 7, column: 2)
    #expect(!PlanningSheet.fits(sheet) && JournalSheet.fits(sheet))
  }
}
