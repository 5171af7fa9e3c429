import Testing

/// What `history` answers where there is nothing to show, or too much, and how it spells what it shows.
@Suite struct HistoryAnswerTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func ofManyTeachersOnlyTheNearestAreNamed() throws {
    var tables = SchoolTables()
    for number in 3...50 { tables.append("T\(number);S1;Учитель\(number) Анна Ивановна", to: "teachers") }
    tables.append("T51;S1;Иванов Пётр Ильич", to: "teachers")
    try scratch.write(tables)
    try scratch.zavuch("import", "Школа")
    let outcome = try scratch.zavuch("history", "--teacher", "Иваноа")
    let told = outcome.messages.split(separator: "Похожие: ").last?.split(separator: ", ") ?? []
    #expect(told.count == 5 && told.first == "Иванов Пётр Ильич", "\(outcome.messages)")
  }

  @Test func nothingChangedIsSaid() throws {
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
    let outcome = try scratch.zavuch("history", "--class", "5А", "--changes")
    #expect(
      outcome.output.hasSuffix("\nОт выгрузки к выгрузке ничего не изменено и не исчезло.\n"), "\(outcome.output)")
  }

  /// An exemption of a period has no value; a cell is quoted as it is written.
  @Test func cellsAndExemptionsAreSpeltAsTheyAre() throws {
    try scratch.write(JournalBook(.journal(pupils: [["Белов И.", "н", "Н", "осв", "5", ""]])))
    try scratch.zavuch("import", "5а.xlsx")
    let outcome = try scratch.zavuch("history", "--class", "5А")
    for text in ["столбец C, в ячейке «н»", "столбец D, в ячейке «Н»", "Белов И.: освобождение: внесено"] {
      #expect(outcome.output.contains(text), "\(outcome.output)")
    }
  }

  @Test func aKeyWithoutARuleIsExplained() throws {
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
    let outcome = try scratch.zavuch("findings", "--as-of", "2025-09-30", "--explain", "lesson-entered:L1")
    #expect(outcome.status == 2 && outcome.messages.contains("например lesson-not-entered:…"), "\(outcome.messages)")
    let other = try scratch.zavuch("findings", "--as-of", "2025-09-30", "--explain", "lesson-not-entered:L77")
    #expect(other.messages.contains("«lesson-not-entered:L77» на 30.09.2025 нет"), "\(other.messages)")
  }
}
