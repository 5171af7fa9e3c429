import Testing

/// Every fault of `mappings` is refused at its place, before anything is read.
@Suite struct MappingSettingsTests {
  struct Fault: Sendable {
    /// One element of `mappings`, which begins at line 1, column 14.
    var mapping: String
    var told: String
  }

  private static let whole =
    "{ name: \"А\", columns: { pupil: \"ФИО\", class: \"Класс\" }, constant: { year: 2024 } }"

  @Test(arguments: MappingSettingsTests.faults)
  func isRefused(_ fault: Fault) throws {
    let scratch = try Scratch()
    try scratch.write("{ mappings: [\(fault.mapping)] }\n", to: "zavuch.json5")
    let outcome = try scratch.zavuch("import", "нет.csv")
    #expect(outcome.status == 2)
    let lines = outcome.messages.split(separator: "\n")
    #expect(lines.first.map(String.init) == "zavuch import: zavuch.json5, строка 1, \(fault.told).")
  }

  @Test func wholeOneIsTaken() throws {
    let scratch = try Scratch()
    try scratch.write("{ mappings: [\(MappingSettingsTests.whole)] }\n", to: "zavuch.json5")
    #expect(try scratch.zavuch("import", "нет.csv").status == 3)
  }

  static let faults: [Fault] = [
    Fault(
      mapping: "1",
      told: "столбец 14: ожидается набор настроек {…}, а стоит число 1"),
    Fault(
      mapping: "{ }",
      told: "столбец 14: у таблицы нет названия: добавьте name: \"…\""),
    Fault(
      mapping: "{ name: 5 }",
      told: "столбец 22: ожидается строка в кавычках, а стоит число 5"),
    Fault(
      mapping: "{ name: \"А\", colums: {} }",
      told:
        "столбец 27: неизвестная настройка «colums», возможно, «columns»; допустимы: name, sheet, header, columns, across, constant, dates"
    ),
    Fault(
      mapping: "{ name: \"А\", columns: [] }",
      told: "столбец 36: ожидается набор настроек {…}, а стоит список"),
    Fault(
      mapping: "{ name: \"А\", columns: { pupl: \"ФИО\" } }",
      told:
        "столбец 38: неизвестное поле «pupl», возможно, «pupil»; допустимы: pupil, class, group, subject, teacher, date, number, topic, homework, work, mark, attendance, period, final, entered, birth_date, enrolled, left, year"
    ),
    Fault(
      mapping: "{ name: \"А\", columns: { ученик: \"ФИО\" } }",
      told:
        "столбец 38: неизвестное поле «ученик», возможно, «pupil»; допустимы: pupil, class, group, subject, teacher, date, number, topic, homework, work, mark, attendance, period, final, entered, birth_date, enrolled, left, year"
    ),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: 5 } }",
      told: "столбец 45: ожидается заголовок столбца или буква вида \"=C\", а стоит число 5"),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: \"=5\" } }",
      told: "столбец 45: «=5» — не буква столбца; столбцы таблицы: A, B … Z, AA, AB …"),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: \" \" } }",
      told: "столбец 45: заголовок столбца пуст; столбец без заголовка называют буквой: \"=C\""),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: [] } }",
      told: "столбец 45: столбец не назван"),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: \"ФИО\" }, header: 0 }",
      told: "столбец 62: ожидается номер строки, целое число от 1, а стоит число 0"),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: \"ФИО\" }, header: \"первая\" }",
      told: "столбец 62: ожидается номер строки, целое число от 1, а стоит строка"),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: \"ФИО\" } }",
      told: "столбец 38: таблица «А»: для поля pupil (ученик) нужно ещё: class (класс)"),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: \"ФИО\", class: \"Класс\" } }",
      told:
        "столбец 52: таблица «А»: неизвестен учебный год: добавьте constant: { year: \"2024/2025\" } или столбец year"),
    Fault(
      mapping: "{ name: \"А\", columns: { mark: \"Отметка\" } }",
      told:
        "столбец 38: таблица «А»: для поля mark (отметка) нужно ещё: pupil (ученик), class (класс), subject (предмет), date (дата урока)"
    ),
    Fault(
      mapping: "{ name: \"А\", columns: { class: \"Класс\" } }",
      told: "столбец 14: таблица «А»: в таблице нет ни ученика (pupil), ни даты урока (date): загружать нечего"),
    Fault(
      mapping:
        "{ name: \"А\", columns: { pupil: \"ФИО\", class: \"Класс\", work: \"Работа\" }, constant: { year: 2024 } }",
      told: "столбец 68: таблица «А»: для поля work (вид работы) нужно ещё: mark (отметка)"),
    Fault(
      mapping:
        "{ name: \"А\", columns: { pupil: \"ФИО\", class: \"Класс\", subject: \"Предмет\" }, constant: { year: 2024 } }",
      told:
        "столбец 68: таблица «А»: для поля subject (предмет) нужно ещё: date (дата урока) или final (итоговая отметка)"),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: \"=A\", class: \"=B\" }, constant: { year: 2024 } }",
      told: "столбец 14: таблица «А»: не сказано, где строка заголовков: укажите её номер (header) или название столбца"
    ),
    Fault(
      mapping:
        "{ name: \"А\", columns: { pupil: \"ФИО\", class: \"Класс\" }, constant: { class: \"8А\", year: 2024 } }",
      told: "столбец 82: таблица «А»: поле class (класс) названо дважды; оставьте одно из columns, constant и across"),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: \"ФИО\" }, constant: { class: \"восьмой\", year: 2024 } }",
      told: "столбец 66: таблица «А»: не годится «восьмой»: ожидается класс вида 8А"),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: \"ФИО\" }, constant: { class: \"?\", year: 2024 } }",
      told: "столбец 66: таблица «А»: вместо «?» впишите класс"),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: \"ФИО\" }, constant: { class: \"8А\", year: \"24/25\" } }",
      told: "столбец 79: таблица «А»: не годится «24/25»: ожидается учебный год вида 2024/2025"),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: \"ФИО\" }, constant: { class: \"8А\", year: true } }",
      told: "столбец 85: ожидается строка в кавычках, а стоит да/нет (true, false)"),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: \"ФИО\" }, constant: { class: \"8А\", year: 2024, mark: \"5\" } }",
      told:
        "столбец 91: неизвестное поле «mark»; допустимы: pupil, class, group, subject, teacher, date, number, work, period, year"
    ),
    Fault(
      mapping:
        "{ name: \"А\", columns: { pupil: \"ФИО\", final: \"Итог\" }, constant: { class: \"8А\", year: 2024, subject: \"Химия\", period: \"осень\" } }",
      told: "столбец 124: таблица «А»: не годится «осень»: ожидается период вида «1 четверть», «2 полугодие», «Год»"),
    Fault(
      mapping:
        "{ name: \"А\", columns: { pupil: \"ФИО\", mark: \"Отметка\" }, constant: { class: \"8А\", subject: \"Химия\", date: \"осенью\" } }",
      told: "столбец 114: таблица «А»: не годится «осенью»: ожидается дата вида ДД.ММ.ГГГГ"),
    Fault(
      mapping:
        "{ name: \"А\", columns: { pupil: \"ФИО\", mark: \"Отметка\" }, constant: { class: \"8А\", subject: \"Химия\", date: \"01.09.2024\", number: \"первый\" } }",
      told: "столбец 134: таблица «А»: не годится «первый»: ожидается номер урока"),
    Fault(
      mapping:
        "{ name: \"А\", columns: { pupil: \"ФИО\", mark: \"Отметка\" }, constant: { class: \"8А\", subject: \"\", date: \"01.09.2024\" } }",
      told: "столбец 96: таблица «А»: не годится «»: ожидается предмет, а не пустая строка"),
    Fault(
      mapping:
        "{ name: \"А\", columns: { pupil: \"ФИО\" }, across: { field: \"subject\", cell: \"final\" }, constant: { class: \"8А\" } }",
      told:
        "столбец 62: в across нужны field (что в заголовках столбцов), cell (что в ячейках) и from (буква первого столбца)"
    ),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: \"ФИО\" }, across: { feld: \"subject\" } }",
      told: "столбец 64: неизвестная настройка «feld», возможно, «field»; допустимы: field, cell, from, to, months"),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: \"ФИО\" }, across: { field: \"subjekt\" } }",
      told: "столбец 71: не годится «subjekt», возможно, «subject»; допустимы: subject, date, period"),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: \"ФИО\" }, across: { field: \"subject\", cell: \"topic\" } }",
      told: "столбец 88: не годится «topic»; допустимы: mark, final, attendance"),
    Fault(
      mapping:
        "{ name: \"А\", columns: { pupil: \"ФИО\" }, across: { field: \"subject\", cell: \"final\", from: \"Ж\" } }",
      told: "столбец 103: «Ж» — не буква столбца; столбцы таблицы: A, B … Z, AA, AB …"),
    Fault(
      mapping:
        "{ name: \"А\", columns: { pupil: \"ФИО\" }, across: { field: \"subject\", cell: \"final\", from: \"D\", to: \"C\" } }",
      told: "столбец 62: в across столбец to стоит левее столбца from"),
    Fault(
      mapping:
        "{ name: \"А\", columns: { pupil: \"ФИО\" }, across: { field: \"date\", cell: \"final\", from: \"C\" }, constant: { class: \"8А\" } }",
      told: "столбец 85: таблица «А»: под датами стоят отметки (mark) или посещаемость (attendance), а не итоговые"),
    Fault(
      mapping:
        "{ name: \"А\", columns: { pupil: \"ФИО\" }, across: { field: \"subject\", cell: \"final\", from: \"C\", months: 1 }, constant: { class: \"8А\" } }",
      told: "столбец 14: таблица «А»: строка месяцев months нужна только датам: field: \"date\""),
    Fault(
      mapping:
        "{ name: \"А\", columns: { pupil: \"ФИО\", final: \"Итог\" }, across: { field: \"subject\", cell: \"final\", from: \"C\" }, constant: { class: \"8А\" } }",
      told: "столбец 103: таблица «А»: поле final (итоговая отметка) названо и в columns, и в ячейках across"),
    Fault(
      mapping:
        "{ name: \"А\", columns: { pupil: \"ФИО\" }, across: { field: \"date\", cell: \"mark\", from: \"C\", months: 1 }, constant: { class: \"8А\", subject: \"Химия\" } }",
      told:
        "столбец 71: таблица «А»: неизвестен учебный год: добавьте constant: { year: \"2024/2025\" } или столбец year"),
    Fault(
      mapping:
        "{ name: \"А\", columns: { pupil: \"ФИО\" }, across: { field: \"date\", cell: \"mark\", from: \"C\" }, constant: { class: \"8А\", subject: \"Химия\" }, dates: \"ДД.ММ\" }",
      told:
        "столбец 71: таблица «А»: неизвестен учебный год: добавьте constant: { year: \"2024/2025\" } или столбец year"),
    Fault(
      mapping: "{ name: \"А\", columns: { pupil: \"ФИО\" }, dates: \"DD.MM.YY\" }",
      told:
        "столбец 61: не понятно, как записаны даты: «DD.MM.YY»; нужно вида ДД.ММ.ГГГГ, ДД.ММ.ГГ, ММ/ДД/ГГГГ, «Д месяц ГГГГ» или ДД.ММ"
    ),
    Fault(
      mapping:
        "{ name: \"А\", columns: { pupil: \"ФИО\", class: \"Класс\" }, constant: { year: 2024 } }, { name: \"А\", columns: { pupil: \"ФИО\", class: \"Класс\" }, constant: { year: 2024 } }",
      told: "столбец 98: две таблицы с одним названием «А»; назовите их по-разному"),
  ]
}
