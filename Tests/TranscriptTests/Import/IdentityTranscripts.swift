import Testing

/// One school's people in two sources: what is certain is joined, what is not is told, and the school settles it.
@Suite struct IdentityTranscripts {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(
      JournalBook(.journal(pupils: [["Белов И.И.", "5"], ["Ким А.Б.", "4"]])))
    let tables = [
      "schools": "id;name\nS1;Школа № 1\n", "classes": "id;school_id;grade;letter\nC1;S1;5;А\n",
      "teachers": "id;school_id;name\nT1;S1;Смирнова А.В.\n", "subjects": "id;name\nM;Алгебра\n",
      "pupils": "id;class_id;name\nP1;C1;Белов Иван Ильич\nP2;C1;Ким Анна Борисовна\nP3;C1;Ким Алла Богдановна\n",
      "lessons":
        "id;class_id;subject_id;teacher_id;date;entered_at\nL1;C1;M;T1;2025-09-01;2025-09-01T10:00:00\n",
    ]
    for (name, text) in tables { try scratch.write(text, to: "Таблицы/\(name).csv") }
    try scratch.write(
      "kind;class;name;same_as\nученик;5А;Ким А.Б.;Ким Алла Богдановна\nпредмет;;Труд;\n", to: "Кто есть кто.csv")
  }

  private func shown() throws -> [String] {
    try scratch.rows(
      """
      SELECT x.name, s.name FROM pupil x JOIN pupil s ON s.id = x.same_as
      UNION ALL SELECT x.name, s.name FROM teacher x JOIN teacher s ON s.id = x.same_as
      UNION ALL SELECT x.name, s.name FROM subject x JOIN subject s ON s.id = x.same_as
      UNION ALL SELECT x.title, s.title FROM study_class x JOIN study_class s ON s.id = x.same_as ORDER BY 1
      """)
  }

  @Test func isJoinedToldAndSettled() throws {
    #expect(try scratch.zavuch("import", "5а.xlsx").messages.isEmpty)
    #expect(try shown().isEmpty)
    let second = try scratch.zavuch("import", "Таблицы")
    #expect(second.status == 0)
    #expect(
      second.output.contains(
        "Имён из разных выгрузок объединено — классов: 1, предметов: 1, учителей: 1, учеников: 1.\n"))
    #expect(
      second.output.contains(
        """
          учитель «Смирнова А.В.» — это «Смирнова Анна Викторовна»
          ученик «Белов И.И.», класс 5а — это «Белов Иван Ильич»

        """), "\(second.output)")
    #expect(
      second.messages.contains(
        """
        ученик «Ким А.Б.», класс 5а: неясно, одно ли это с другой выгрузкой: подходит «Ким Анна Борисовна», «Ким Алла Богдановна»
          что делать: Имя не объединено; решает школа строкой таблицы aliases: ученик;5а;Ким А.Б.;Ким Анна
                      Борисовна
        """), "\(second.messages)")
    let joined = try shown()
    #expect(joined.contains("Белов И.И.|Белов Иван Ильич") && joined.count == 4, "\(joined)")

    let settled = try scratch.zavuch("import", "Кто есть кто.csv")
    #expect(
      settled.messages == """
        таблица aliases: какого-то из этих имён в загруженных выгрузках нет
          записано: «предмет;;Труд;»
          что делать: Имя в таблице должно стоять так же, как в выгрузке.

        """)
    #expect(try shown().contains("Ким А.Б.|Ким Алла Богдановна"))
  }

  @Test func anyOrderGivesTheSameAnswer() throws {
    for path in ["5а.xlsx", "Таблицы", "Кто есть кто.csv"] { _ = try scratch.zavuch("import", path) }
    let other = try IdentityTranscripts()
    for path in ["Кто есть кто.csv", "Таблицы", "5а.xlsx"] { _ = try other.scratch.zavuch("import", path) }
    #expect(try shown() == other.shown())
  }

  /// The teacher of both sources has one row in a check by teachers, under the fuller name.
  @Test func isCountedOnce() throws {
    for path in ["5а.xlsx", "Таблицы"] { _ = try scratch.zavuch("import", path) }
    let check = try scratch.zavuch(
      "check", "--as-of", "2025-11-01", "--from", "2025-09-01", "--by", "teacher,class", "--rule", "lesson-not-entered",
      "--json")
    let teachers = check.output.components(separatedBy: "\"teacher\":").dropFirst().map { $0.prefix { $0 != "," } }
    #expect(teachers == ["\"Смирнова Анна Викторовна\""], "\(check.output)")
  }

  /// Two subjects of one source under one name are told as two.
  @Test func equalCandidatesAreCounted() throws {
    var tables = SchoolTables()
    tables.append("SU3;Алгебра;3;1", "SU4;Алгебра;3;1", to: "subjects")
    try scratch.write(tables)
    try scratch.write(JournalBook(.journal()))
    let outcome = try scratch.zavuch("import", "Школа", "5а.xlsx")
    #expect(outcome.messages.contains("подходит «Алгебра» (записей с таким именем: 2)\n"), "\(outcome.messages)")
  }
}
