import Journal
import Testing

@testable import Importing

@Suite struct ActivityReportTests {
  @Test func reportIsReadCellByCell() throws {
    let batch = try ActivityFixture().batch()
    let file = try #require(batch.files.first)
    #expect(file.layout == "dnevnik-activity" && file.rejected.isEmpty && file.notices.isEmpty)
    #expect(file.takenAt?.description == "2025-10-23T08:00:00")
    #expect(
      ActivityFixture.lines(batch) == [
        "Белова Анна|12||157 0 0 0|2025-09-01|никогда", "Ким Олег|1|5а|0 0 0 2|2025-09-02|никогда",
        "Ким Вера|2|5а,11 б|0 0 0 0|никогда|2025-09-03T15:32:00",
      ])
    let report = try #require(batch.activity.first)
    #expect(report.from.description == "2025-08-01" && report.to.description == "2026-07-31" && report.isWhole)
    #expect(report.columns == ActivityReport.Columns(counters: [5, 6, 7, 8], lastLogin: 9, lastView: 10))
    #expect(report.accounts.map(\.row) == [6, 7, 8])
    #expect(report.accounts.map(\.key)[2] == "КИМ ВЕРА/РОДИТЕЛЬ/11Б,5А")
    #expect(batch.classes.map(\.key) == ["2025/5А", "2025/11Б"] && file.classes == ["5А", "11Б"])
    let counts = file.counts
    #expect(counts.pupils == 1 && counts.logins == 2)
    #expect(counts.pupilAccounts == AccountCounts(all: 1, loggedIn: 1))
    #expect(counts.parentAccounts == AccountCounts(all: 1, loggedIn: 0))
    #expect(counts.teacherAccounts == AccountCounts(all: 1, loggedIn: 1))
  }

  @Test func columnsAreKnownByTheirTextsInAnyOrder() throws {
    var fixture = ActivityFixture()
    let plain = ActivityFixture.lines(try fixture.batch())
    fixture.header = Array(fixture.header.reversed()) + ["Телефон"]
    fixture.accounts = fixture.accounts.map { $0.reversed() }
    let batch = try fixture.batch()
    #expect(ActivityFixture.lines(batch) == plain)
    #expect(batch.activity[0].columns == ActivityReport.Columns(counters: [6, 5, 4, 3], lastLogin: 2, lastView: 1))
    let notice = try #require(batch.files[0].notices.first)
    #expect(notice.problem == "неизвестный столбец" && notice.raw == "Телефон" && notice.place.column == 11)
  }

  @Test func twoOfOneNameStayTwoByOrder() throws {
    var fixture = ActivityFixture()
    fixture.accounts = [1, 2, 3].map { ["Отчислен", nil, "4а", "Нет", .number($0), 0, 0, 0, "-", "-"] }
    let accounts = try fixture.batch().activity[0].accounts
    #expect(accounts.map(\.key) == ["ОТЧИСЛЕН//4А", "ОТЧИСЛЕН//4А#2", "ОТЧИСЛЕН//4А#3"])
    #expect(accounts.map { $0.counters[0] } == [1, 2, 3] && accounts.allSatisfy { $0.roles.isEmpty })
  }

  @Test func brokenCellsAreRejectedAndTheirRowsGoIn() throws {
    var fixture = ActivityFixture()
    fixture.accounts[0][4] = "много"
    fixture.accounts[1][8] = "Пн, 02 сен 25"
    fixture.accounts[2][0] = nil
    let batch = try fixture.batch()
    #expect(
      batch.files[0].rejected.map { "\($0.place.row ?? 0)/\($0.place.column ?? 0) \($0.raw) \($0.problem)" } == [
        "6/5 много не читается число входов", "7/9 Пн, 02 сен 25 не читается дата, или день недели не её",
        "8/1  не назван пользователь",
      ])
    #expect(
      ActivityFixture.lines(batch) == [
        "Белова Анна|12||? 0 0 0|2025-09-01|никогда", "Ким Олег|1|5а|0 0 0 2|?|никогда",
      ])
    #expect(batch.activity[0].accounts.allSatisfy { !$0.isWhole } && batch.activity[0].isWhole)
  }

  @Test func anotherNumberOfRowsThanSaidIsTold() throws {
    var fixture = ActivityFixture()
    fixture.found = "Всего найдено: 1274"
    let batch = try fixture.batch()
    let told = try #require(batch.files[0].rejected.first)
    #expect(told.problem == "отчёт называет учётных записей 1274, а строк в нём 3")
    #expect(told.place == CellPlace(sheet: "reportGlobalStatPersonal (59)", row: 3, column: 1))
    #expect(!batch.activity[0].isWhole && batch.activity[0].accounts.count == 3)
  }

  @Test func headThatIsNotWholeIsRefused() throws {
    var fixture = ActivityFixture()
    fixture.range = nil
    #expect(try fixture.batch().files[0].rejected.map(\.problem) == ["не сказано, за какой промежуток посчитаны входы"])
    fixture = ActivityFixture()
    fixture.header[4] = "Заходы"
    #expect(try fixture.batch().files[0].rejected.map(\.problem) == ["в отчёте об активности нет столбцов: «Входы»"])
  }

  @Test func momentIsNoEarlierThanTheNewestLookAtTheDiary() throws {
    var fixture = ActivityFixture()
    fixture.accounts[2][9] = "Чт, 23 окт 25 09:15"
    let file = try fixture.batch().files[0]
    #expect(file.takenAt?.description == "2025-10-23T09:15:00" && file.notices.count == 1)
    fixture.made = nil
    #expect(try fixture.batch().files[0].takenAt?.description == "2025-10-23T09:15:00")
  }

  @Test func sheetOfSomethingElseIsTold() throws {
    var book = XLSFixture("отчёт", [[ActivityFixture().range], ActivityFixture.titles])
    book.add("Заметки", [["не забыть"]])
    let opened = try OpenedFile(ExportFile(path: "от 01.10.2025.xls", bytes: book.file()), kind: .xls)
    var files = [opened]
    let batch = try Layout.dnevnikActivity.read(&files, ImportOptions())
    #expect(batch.files[0].rejected.map(\.place.sheet) == ["Заметки"] && batch.activity.count == 1)
  }

  @Test func damagedTablesEndInAReadOrADiagnostic() throws {
    let texts: [XLSFixture.Cell?] = [
      nil, "", "-", "Данные за промежуток с 31.07.2026 по 01.08.2025", "Данные за промежуток с по", "Всего найдено: x",
      "Всего найдено: 99999999999999999999", "Пользователь", "Роли", "Входы", "Последний вход", ",", "5а,,", "#2", -1,
      1e300,
      0.5, "Пн, 99 ябл 19", "Пн,", "Вс, 31 дек 99 24:60", "99999999999999999999", "e\u{301}",
    ]
    for seed in 1...200 {
      var random = SeededGenerator(seed: UInt64(seed))
      var fixture = ActivityFixture()
      for _ in 0..<Int.random(in: 1...5, using: &random) {
        let text = texts.randomElement(using: &random) ?? nil
        switch Int.random(in: 0..<6, using: &random) {
        case 0: fixture.range = text
        case 1: fixture.found = text
        case 2: fixture.header[Int.random(in: fixture.header.indices, using: &random)] = text
        default:
          let row = Int.random(in: fixture.accounts.indices, using: &random)
          fixture.accounts[row][Int.random(in: 0..<10, using: &random)] = text
        }
      }
      let file = try #require(try fixture.batch().files.first)
      #expect(file.layout != nil || !file.rejected.isEmpty)
    }
  }

  @Test(arguments: [
    ("Пн, 03 июн 19", "2019-06-03"), ("Пн, 03 июн 19 15:32", "2019-06-03T15:32:00"), ("ср, 1 мая 2019 г.", nil),
    ("1 мая 2019", "2019-05-01"), ("Вт, 03 июн 19", nil), ("Пн, 31 июн 19", nil), ("Пн, 03 июн", nil), ("", nil),
    ("03.06.2019", "2019-06-03"), ("2019-06-03T15:32:00", "2019-06-03T15:32:00"), ("Пн, 03 июн 19 25:00", nil),
    ("Пн, 03 июн 19 9:05", "2019-06-03T09:05:00"),
  ])
  func datesInWords(_ text: String, _ wanted: String?) {
    let parsed = RussianTextDate.parse(text)
    #expect(parsed.map { $0.moment?.description ?? $0.day.description } == wanted)
  }
}
