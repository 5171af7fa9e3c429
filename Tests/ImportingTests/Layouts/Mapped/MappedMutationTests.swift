import FoundationEssentials
import Importing
import Journal
import Testing

/// Ten thousand damaged copies of tables that a school describes itself: whatever comes of them is told, and the batch points
/// only to what it has.
@Suite struct MappedMutationTests {
  private struct Table: Sendable {
    var mapping: TableMapping
    var text: String
  }

  private static let dates = DatePattern("ДД.ММ.ГГГГ")

  /// A row a mark, a row a lesson, a row a pupil; pupils by days and by subjects.
  private static let tables = [
    Table(
      mapping: TableMapping(
        name: "Отметки",
        columns: [
          .init(.date, .header("Дата")), .init(.number, .number(2)), .init(.pupil, .header("ФИО")),
          .init(.mark, .header("Отметка")), .init(.work, .header("Вид")), .init(.entered, .header("Внесено")),
        ], constants: [.studyClass: "8А", .subject: "Алгебра"], dates: dates),
      text: """
        Отметки 8А
        Дата;;ФИО;Отметка;Вид;Внесено
        05.09.2025;1;Белов Иван;5;Контрольная;05.09.2025 15:00
        05.09.2025;1;"Волкова Ольга";4/5;;
        06.09.2025;2;Белов Иван;н5;;
        Итого;;;3;;

        """),
    Table(
      mapping: TableMapping(
        name: "Уроки",
        columns: [
          .init(.date, .header("Дата")), .init(.studyClass, .header("Класс")), .init(.subject, .header("Предмет")),
          .init(.group, .header("Группа")), .init(.teacher, .header("Учитель")), .init(.topic, .header("Тема")),
          .init(.homework, .header("ДЗ")),
        ], dates: dates),
      text: """
        Дата;Класс;Предмет;Группа;Учитель;Тема;ДЗ
        05.09.2025;8А;Алгебра;Девочки;Смирнова А.В.;Дроби;§ 5
        05.09.2025;8А;Алгебра;Девочки;Смирнова А.В.;Доли;
        06.09.2025;8Б;Физика;;;.;№ 7

        """),
    Table(
      mapping: TableMapping(
        name: "Список",
        columns: [
          .init(.pupil, .header("Фамилия"), .header("Имя")), .init(.studyClass, .header("Класс")),
          .init(.birthDate, .header("Родился")), .init(.enrolled, .header("Зачислен")),
          .init(.left, .header("Выбыл")),
        ], constants: [.year: "2025/2026"], dates: dates),
      text: """
        Фамилия;Имя;Класс;Родился;Зачислен;Выбыл
        Белов;Иван;8А;01.02.2012;01.09.2025;
        Белов;Иван;8А;03.04.2012;;10.10.2025
        Волкова;Ольга;8-б;;;

        """),
    Table(
      mapping: TableMapping(
        name: "Дни", headerRow: 2, columns: [.init(.pupil, .header("ФИО"))],
        constants: [.studyClass: "8А", .subject: "Физика", .year: "2025/2026"],
        across: .init(field: .date, cell: .mark, from: 3, monthRow: 1)),
      text: """
        ;;Сентябрь;;;Октябрь;;
        №;ФИО;5;12;12;3;;Итого
        1;Белов Иван;5;н;;4;;4
        2;Волкова Ольга;;нн;5;осв;н3;5

        """),
    Table(
      mapping: TableMapping(
        name: "Сводная", columns: [.init(.pupil, .header("ФИО"))],
        constants: [.studyClass: "8 «А»", .period: "1 четверть", .year: "2025/2026"],
        across: .init(field: .subject, cell: .final, from: 3)),
      text: """
        №;ФИО;Алгебра;Русский язык;Физ. культура;Средний балл
        1;Белов Иван;5;4;осв;4,5
        2;Волкова Ольга;4;-;зач;4
        ;Средний балл;4,5;4;;

        """),
  ]

  @Test func mapped() async {
    await #expect(processExitsWith: .success) {
      let path = FileManager.default.temporaryDirectory.path + "/zavuch-mapped-\(UUID().uuidString).csv"
      defer { try? FileManager.default.removeItem(atPath: path) }
      let tables = MappedMutationTests.tables
      try Mutations.run(seed: 15) { mutations in
        for table in tables {
          try mutations.read(Mutations.count / tables.count, copiesOf: Array(table.text.utf8)) { file in
            try MappedMutationTests.read(file, table.mapping, path)
          }
        }
      }
    }
  }

  /// Throws the first problem that was told.
  private static func read(_ file: FileBytes, _ mapping: TableMapping, _ path: String) throws {
    try file.write(to: path)
    var problem: ImportProblem?
    let options = ImportOptions(takenAt: LocalMoment("2025-11-01T10:00"), mappings: [mapping])
    try Importer(options) { batch in
      ImporterMutationTests.checkReferences(batch)
      for file in batch.files {
        #expect(file.layout != nil || file.rejected.count == 1)
        #expect(file.notices.allSatisfy { !$0.problem.isEmpty && !$0.hint.isEmpty })
        problem = problem ?? file.rejected.first
      }
    }.read([path])
    if let problem { throw problem }
  }
}
