import Foundation
import Testing

/// Activity reports of Дневник.ру: who logged in, where a school's exports name accounts only.
@Suite struct ActivityTranscripts {
  private let scratch: Scratch
  private static let names = ["15 сентября.xlsx", "1 октября.xlsx", "16 октября.xlsx"]

  init() throws {
    scratch = try Scratch()
    let reports = [
      ActivityBook(
        made: "2025-09-16",
        accounts: [
          ["Пн, 15 сен 25", "4", "0", "Ким Олег", "Обучающийся", "5а", "-"],
          ["-", "-", "-", "Ким Вера", "Родитель", "5а,7б", "-"],
          ["Ср, 03 сен 25", "1", "0", "Белов Иван", "Обучающийся", "5а", "-"],
          ["Ср, 03 сен 25", "2", "0", "Белова Анна", "Педагог, Родитель", "5а", "-"],
        ]),
      ActivityBook(
        made: "2025-10-01",
        accounts: [
          ["Вт, 30 сен 25", "9", "0", "Ким Олег", "Обучающийся", "5а", "-"],
          ["-", "-", "-", "Ким Вера", "Родитель", "5а,7б", "-"],
          ["Ср, 03 сен 25", "2", "0", "Белова Анна", "Педагог, Родитель", "5а", "Вт, 16 сен 25 10:00"],
        ]),
      ActivityBook(
        made: "2025-10-16",
        accounts: [
          ["Чт, 02 окт 25", "10", "0", "Ким Олег", "Обучающийся", "5а", "-"],
          ["Пт, 03 окт 25", "0", "1", "Ким Вера", "Родитель", "5а,7б", "-"],
          ["Ср, 03 сен 25", "2", "0", "Белова Анна", "Педагог, Родитель", "5а", "Вт, 16 сен 25 10:00"],
        ]),
    ]
    for (report, name) in zip(reports, Self.names) { try scratch.write(report, to: name) }
  }

  @Test func isToldAndJudged() throws {
    try scratch.expect(
      """
      $ zavuch import '15 сентября.xlsx'
      ✓ 15 сентября.xlsx — отчёт об активности Дневник.ру: классов 2, учётных записей: учеников 2 (входили 2), родителей 2 (входили 1), учителей 1 (входили 1), выгрузка на 16.09.2025 07:00:00
        новых 3, изменено 0, исчезло 0, отклонено 0
      $ zavuch import '1 октября.xlsx'
      ✓ 1 октября.xlsx — отчёт об активности Дневник.ру: классов 2, учётных записей: учеников 1 (входили 1), родителей 2 (входили 1), учителей 1 (входили 1), выгрузка на 01.10.2025 07:00:00
        новых 0, изменено 2, исчезло 1, отклонено 0
      $ zavuch findings --as-of 2025-09-30 --from 2025-09-17 --rule parent-not-participating
      Замечания на 30.09.2025, период 17.09.2025–30.09.2025: 2

      С учётной записи родителя не заходили в электронный дневник — 2
        Белова Анна: за 17.09.2025–30.09.2025 входов с учётной записи в электронный дневник не было.
            5а
            parent-not-participating:БЕЛОВА АННА/ПЕДАГОГ,РОДИТЕЛЬ/5А
        Ким Вера: за 17.09.2025–30.09.2025 входов с учётной записи в электронный дневник не было.
            5а, 7б
            parent-not-participating:КИМ ВЕРА/РОДИТЕЛЬ/5А,7Б
      $ zavuch findings --as-of 2025-09-30 --from 2025-09-17 --explain 'parent-not-participating:КИМ ВЕРА/РОДИТЕЛЬ/5А,7Б'
      С учётной записи родителя не заходили в электронный дневник (parent-not-participating:КИМ ВЕРА/РОДИТЕЛЬ/5А,7Б)
      Нарушено
      Ким Вера: за 17.09.2025–30.09.2025 входов с учётной записи в электронный дневник не было.
      Что сделать: Классному руководителю: выяснить, есть ли у родителей доступ, и напомнить о дневнике. Срок: до 07.10.2025.
      Основание: П 3.8

      На чём держится:
        Последний вход, отчёт на 16.09.2025 07:00:00: «-»
          15 сентября.xlsx, лист «reportGlobalStatPersonal», строка 7, столбец A
        Последний просмотр дневника, отчёт на 16.09.2025 07:00:00: «-»
          15 сентября.xlsx, лист «reportGlobalStatPersonal», строка 7, столбец G
        Входов за 01.08.2025–31.07.2026, отчёт на 16.09.2025 07:00:00: «0»
          15 сентября.xlsx, лист «reportGlobalStatPersonal», строка 7, столбец B
        Входов (приложение iOS) за 01.08.2025–31.07.2026, отчёт на 16.09.2025 07:00:00: «0»
          15 сентября.xlsx, лист «reportGlobalStatPersonal», строка 7, столбец C
        Последний вход, отчёт на 01.10.2025 07:00:00: «-»
          1 октября.xlsx, лист «reportGlobalStatPersonal», строка 7, столбец A
        Последний просмотр дневника, отчёт на 01.10.2025 07:00:00: «-»
          1 октября.xlsx, лист «reportGlobalStatPersonal», строка 7, столбец G
        Входов за 01.08.2025–31.07.2026, отчёт на 01.10.2025 07:00:00: «0»
          1 октября.xlsx, лист «reportGlobalStatPersonal», строка 7, столбец B
        Входов (приложение iOS) за 01.08.2025–31.07.2026, отчёт на 01.10.2025 07:00:00: «0»
          1 октября.xlsx, лист «reportGlobalStatPersonal», строка 7, столбец C

      Нет: Вход в электронный дневник за 17.09.2025–30.09.2025. Где искали:
        отчёт об активности «15 сентября.xlsx» за 01.08.2025–31.07.2026, состояние на 16.09.2025 07:00:00
        отчёт об активности «1 октября.xlsx» за 01.08.2025–31.07.2026, состояние на 01.10.2025 07:00:00
      """)
  }

  @Test func anyOrderGivesTheSameStore() throws {
    var told: [[String]] = []
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
      let other = try ActivityTranscripts()
      for index in order { try other.scratch.zavuch("import", Self.names[index]) }
      told.append(try other.scratch.facts())
    }
    #expect(told.allSatisfy { $0 == told[0] })
    #expect(
      told[0].contains { $0.hasPrefix("account|БЕЛОВ ИВАН/ОБУЧАЮЩИЙСЯ/5А|Белов Иван|1|0|—|1759302000") }, "\(told[0])")
  }

  @Test func sameFileAgainChangesNothing() throws {
    for name in Self.names { try scratch.zavuch("import", name) }
    let before = try scratch.dump()
    let lines = try scratch.imported(Self.names[0])
    #expect(lines.map { [$0.new, $0.changed, $0.vanished, $0.logins, $0.pupils] } == [[0, 0, 0, 3, 2]])
    #expect(try scratch.dump() == before)
  }

  @Test func reportOfControlCountsAccounts() throws {
    for name in Self.names { try scratch.zavuch("import", name) }
    try scratch.zavuch(
      "report", "control", "--as-of", "2025-09-30", "--from", "2025-09-17", "--format", "html")
    let text = String(decoding: try scratch.bytes("Отчёты/control-2025-09-30.html"), as: UTF8.self)
    #expect(text.contains("считаются учётные записи") && text.contains("нельзя связать с ребёнком"))
    #expect(text.contains("С учётной записи родителя заходили в электронный дневник"))
    #expect(text.contains("За 17.09.2025–30.09.2025 входов с учётной записи в электронный дневник не было: Ким Вера."))
    // Nothing but the accounts is known of these classes.
    #expect(text.contains("5а, 7б: их журналы не проверялись") && !text.contains("Проверенные классы"))
  }
}

@Suite(.enabled(if: RealExports.folder != nil, "ZAVUCH_REAL_EXPORTS names no folder of real exports"))
struct RealActivityTests {
  @Test func participationOfTheSchool() throws {
    let scratch = try Scratch()
    let path = "\(RealExports.folder ?? "")/dnevnik/reportGlobalStatPersonal_(59).xls"
    let line = try #require(try scratch.imported(path).first)
    #expect(line.layout == "dnevnik-activity" && line.pupils == 593 && line.logins == 1090 && line.new == 1090)
    let accounts = try #require(line.accounts)
    #expect([accounts.pupils, accounts.parents, accounts.teachers].map(\.all) == [593, 593, 43])
    #expect([accounts.pupils, accounts.parents, accounts.teachers].map(\.loggedIn) == [558, 468, 43])
    // Over the whole range of the report its last logins tell the same.
    // One report made later proves who came last before the window, and hardly who came in it: no share of that.
    let late = try scratch.zavuch(
      "check", "--as-of", "2019-05-20", "--from", "2019-05-01", "--rule", "pupil-not-participating")
    #expect(late.output.contains("— (30 из 209)       179            384"), "\(late.output)")
    #expect(late.output.contains("Доли нет («—»)"))
    let check = try scratch.zavuch(
      "check", "--as-of", "2019-06-09", "--from", "2018-08-01", "--json", "--rule", "pupil-not-participating", "--rule",
      "parent-not-participating")
    #expect(check.output.contains("\"id\":\"pupil-not-participating\",\"checked\":593,\"kept\":558,\"broken\":35,"))
    #expect(check.output.contains("\"id\":\"parent-not-participating\",\"checked\":593,\"kept\":468,\"broken\":125,"))
    // The site does not count the logins of the day on which the report is made.
    let early = try scratch.zavuch(
      "check", "--as-of", "2019-06-10", "--from", "2019-06-10", "--json", "--rule", "pupil-not-participating")
    #expect(early.output.contains("\"checked\":593,\"kept\":0,\"broken\":0,\"undetermined\":593,"), "\(early.output)")
  }
}
