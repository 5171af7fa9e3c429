import Testing

/// Which table of the settings a file is read by, and why by none.
@Suite struct MappingChoiceTranscripts {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func settings(_ mappings: String...) throws {
    try scratch.write("{ mappings: [\n\(mappings.joined(separator: ",\n"))\n] }\n", to: "zavuch.json5")
  }

  private let list = "ФИО;Класс\nБелов Иван;8А\n"
  private let pupils = "{ name: \"Список\", columns: { pupil: \"ФИО\", class: \"Класс\" }, constant: { year: 2024 } }"

  @Test func ofTwoTables() throws {
    try settings(pupils, "{ name: \"Другой\", columns: { pupil: \"ФИО\" }, constant: { year: 2024, class: \"9Б\" } }")
    try scratch.write(list, to: "Список.csv")
    try scratch.expect(
      """
      $ zavuch import Список.csv
      ✗ Список.csv: не принят
      ! Список.csv: подходит под несколько таблиц из настроек: «Список», «Другой»
      !   что делать: Назовите нужную: --mapping "Список"; или уточните в настройках sheet либо header.
      [3]
      $ zavuch import Список.csv --mapping Список
      ✓ Список.csv — таблица из настроек: классов 1, учеников 1
      $ zavuch import Список.csv --mapping Спиcок
      ! zavuch import: Таблицы «Спиcок» в настройках нет.
      ! Описаны: «Список», «Другой».
      [2]
      """)
  }

  @Test func ofATableAndAnExport() throws {
    try settings(
      "{ name: \"Наши\", columns: { pupil: \"name\" }, constant: { class: \"8А\", year: 2024 } }")
    try scratch.write("id;class_id;name\nP1;C1;Белов Иван\n", to: "pupils.csv")
    try scratch.expect(
      """
      $ zavuch import pupils.csv
      ✗ pupils.csv: не принят
      ! pupils.csv: подходит к нескольким видам выгрузок: таблицы обмена (interchange), таблица из настроек (mapped)
      !   что делать: Укажите вид: --layout interchange или --layout mapped.
      [3]
      $ zavuch import pupils.csv --layout mapped
      ✓ pupils.csv — таблица из настроек: классов 1, учеников 1
      """)
  }

  @Test func headerThatIsMissing() throws {
    try settings(pupils)
    try scratch.write("ФИО;Кл.\nБелов Иван;8А\n", to: "Список.csv")
    try scratch.write("a;b\n1;2\n", to: "Иное.csv")
    try scratch.expect(
      """
      $ zavuch import Список.csv
      ✗ Список.csv: не принят
      ! Список.csv, строка 1: похоже на таблицу «Список» из настроек, но нет столбца «Класс»
      !   что делать: Верните таблице этот заголовок или исправьте его в настройках, в mappings.
      [3]
      $ zavuch import Список.csv --layout mapped
      ✗ Список.csv: не принят
      ! Список.csv, строка 1: похоже на таблицу «Список» из настроек, но нет столбца «Класс»
      !   что делать: Верните таблице этот заголовок или исправьте его в настройках, в mappings.
      [3]
      $ zavuch import Иное.csv --layout mapped
      ✗ Иное.csv: не принят
      ! Иное.csv: не похоже на выгрузку вида mapped, который назван в --layout
      !   что делать: Уберите --layout: вид узнаётся по содержанию файла.
      [3]
      """)
  }

  @Test func headerThatStandsTwice() throws {
    try settings(pupils)
    try scratch.write("ФИО;Класс;Класс\nБелов Иван;8А;9А\n", to: "Список.csv")
    try scratch.expect(
      """
      $ zavuch import Список.csv
      ✗ Список.csv: не принят
      ! Список.csv, строка 1: заголовок «Класс» стоит над несколькими столбцами: B и C
      !   что делать: Назовите в настройках букву нужного: "=B".
      [3]
      """)
  }

  @Test func withoutTables() throws {
    try scratch.write(list, to: "Список.csv")
    try scratch.expect(
      """
      $ zavuch import Список.csv
      ✗ Список.csv: не принят
      ! Список.csv, строка 1: не похоже ни на одну известную выгрузку: такие столбцы не встречаются
      !   записано: «ФИО;Класс»
      !   что делать: Опишите в настройках, что значат столбцы: заготовку даст команда zavuch import
      !               --describe ФАЙЛ. Если это таблица обмена, назовите столбцы, как в руководстве.
      [3]
      $ zavuch import Список.csv --layout mapped
      ✗ Список.csv: не принят
      ! Список.csv: в настройках не описано ни одной таблицы
      !   что делать: Опишите её в файле настроек, в mappings: zavuch import --describe ФАЙЛ.
      [3]
      $ zavuch import Список.csv --mapping Список
      ! zavuch import: Таблицы «Список» в настройках нет.
      ! В настройках не описано ни одной таблицы (mappings).
      [2]
      """)
  }

  /// `run` takes the settings' tables as `import` does.
  @Test func runReadsThem() throws {
    try settings(pupils)
    try scratch.write(list, to: "Входящие/Список.csv")
    let outcome = try scratch.zavuch("run", "--as-of", "2024-10-01")
    #expect(
      outcome.output.hasPrefix("✓ Входящие/Список.csv — таблица из настроек: классов 1, учеников 1\n"), "\(outcome)")
  }
}
