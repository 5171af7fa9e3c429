import Testing

/// A store is one school's: of storage, of privacy and of parallel work.
@Suite struct SeveralSchoolsTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The small school, and another with a class of two.
  private static let two = SchoolTables.changed {
    $0.append("S2;Школа № 2", to: "schools")
    $0.append("T7;S2;Юрьева Яна", to: "teachers")
    $0.append("C7;S2;6;Б;T7", to: "classes")
    $0.append("P7;C7;Юдин Юрий;;;", "P8;C7;Яшина Яна;;;", to: "pupils")
    $0.append("G7;C7;Англ. 2", to: "groups")
    $0.append("G7;P7;;", to: "group_pupils")
    $0.append("Q7;S2;1 четверть;2025-09-01;2025-10-26", to: "periods")
    $0.append("S2;2025-10-27;2025-11-04", to: "holidays")
    $0.append("L7;C7;SU1;T7;2025-09-03;1;;Уравнения;№ 1;2025-09-03T09:00:00", to: "lessons")
    $0.append("W7;L7;контрольная;1", to: "works")
    $0.append("M7;W7;P7;3;2025-09-03T10:00:00", to: "marks")
    $0.append("L7;P8;Б;2025-09-03T10:00:00", to: "attendance")
    $0.append("P7;SU1;Q7;3;;", to: "final_marks")
    $0.append("P8;SU2;;", to: "exemptions")
    $0.append("P7;pupil;;2025-09-03T10:00:00", to: "logins")
  }

  @Test func everyStoreHasItsOwnRowsOnly() throws {
    try scratch.write(SeveralSchoolsTests.two, to: "Район")
    #expect(try scratch.zavuch("import", "Район").status == 0)
    #expect(scratch.names() == ["schools", "Район"])
    #expect(scratch.names("schools") == ["S1.sqlite", "S2.sqlite", "Выгрузки"])

    // The first store is as if the first school had been alone; the second has what was added.
    let alone = try Scratch()
    try alone.write(SchoolTables())
    try alone.zavuch("import", "Школа")
    #expect(try scratch.facts("schools/S1.sqlite") == alone.facts())
    let tables = [
      "teacher", "study_class", "pupil", "study_group", "membership", "period", "lesson", "work", "mark", "attendance",
      "final_mark", "exemption", "login",
    ]
    let counts = try tables.map { try scratch.rows("SELECT count(*) FROM \($0)", in: "schools/S2.sqlite")[0] }
    #expect(counts == ["1", "1", "2", "1", "1", "1", "1", "1", "1", "1", "1", "1", "1"])
    #expect(
      try scratch.rows("SELECT name FROM school UNION ALL SELECT name FROM pupil", in: "schools/S2.sqlite")
        == ["Школа № 2", "Юдин Юрий", "Яшина Яна"])
    // Nowhere in the file, not even in what was deleted.
    let bytes = String(decoding: try scratch.bytes("schools/S2.sqlite"), as: UTF8.self)
    #expect(!bytes.contains("Белов") && bytes.contains("Юдин"))
  }

  /// A row cannot join two schools; it is told once, in whose lesson it stands.
  @Test func rowsAcrossSchools() throws {
    var tables = SeveralSchoolsTests.two
    tables.append("M8;W7;P1;2;", to: "marks")
    tables.append("L7;P2;Н;", to: "attendance")
    tables.append("P1;SU1;Q7;4;;", to: "final_marks")
    tables.append("G7;P1;;", to: "group_pupils")
    tables.append("L9;C7;SU1;T1;2025-09-03;2;;Уравнения;;", to: "lessons")
    tables.append("C9;S2;7;В;T1", to: "classes")
    try scratch.write(tables, to: "Район")
    let outcome = try scratch.zavuch("import", "Район")
    #expect(outcome.status == 3)
    let told = outcome.messages.split(separator: "\n").filter { !$0.hasPrefix("  что делать") }
    #expect(
      told == [
        "Район/attendance.csv, строка 5: ученик «P2» — из другой школы", "  записано: «P2»",
        "Район/classes.csv, строка 4: учитель «T1» — из другой школы", "  записано: «T1»",
        "Район/final_marks.csv, строка 5: период «Q7» — из другой школы", "  записано: «Q7»",
        "Район/group_pupils.csv, строка 5: ученик «P1» — из другой школы", "  записано: «P1»",
        "Район/lessons.csv, строка 6: учитель «T1» — из другой школы", "  записано: «T1»",
        "Район/marks.csv, строка 6: ученик «P1» — из другой школы", "  записано: «P1»",
      ])
    #expect(try scratch.rows("SELECT count(*) FROM mark", in: "schools/S2.sqlite") == ["1"])
  }

  @Test func aFileTakesOneSchool() throws {
    try scratch.write(SeveralSchoolsTests.two, to: "Район")
    try scratch.write(SchoolTables())
    try scratch.expect(
      """
      $ zavuch import Район --store school.sqlite
      ! zavuch import: В выгрузке школ: 2, а --store называет один файл.
      ! Укажите папку: --store schools
      [2]
      """)
    #expect(scratch.names() == ["Район", "Школа"])
    #expect(try scratch.zavuch("import", "Школа", "--store", "Хранилища/Первая/school.sqlite").status == 0)
    #expect(scratch.names("Хранилища/Первая") == ["school.sqlite", "Выгрузки"])
  }

  /// The pupils of one school do not get among those of another.
  @Test func aStoreRefusesAnotherSchool() throws {
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
    let before = try (scratch.dump(), scratch.names("Выгрузки"))
    try scratch.write(
      SchoolTables.changed { tables in
        for (name, text) in [
          ("schools", "S1;Школа № 1"), ("teachers", ";S1;"), ("classes", ";S1;"), ("periods", ";S1;"),
          ("holidays", "S1;2"),
        ] {
          tables.replace(text, with: text.replacing("S1", with: "S2").replacing("№ 1", with: "№ 2"), in: name)
        }
        tables.replace("Белов", with: "Юдин", in: "pupils")
      }, to: "Другая")
    let refused = try scratch.zavuch("import", "Другая")
    #expect(refused.status == 3 && !refused.output.contains("✓"), "\(refused)")
    #expect(
      refused.messages.contains(
        "в хранилище «zavuch.sqlite» школа «Школа № 1» (S1), а выгрузка — школы «Школа № 2» (S2)"), "\(refused)")
    #expect(try scratch.dump() == before.0)
    #expect(scratch.names("Выгрузки") == before.1)
  }

  /// Where a folder of schools is all there is, it is the store.
  /// A report without the school's key gives it a name; that of the tables holds, in whatever order they come, and a
  /// difference is told.
  @Test(arguments: [["Отчёт.xlsx", "Школа"], ["Школа", "Отчёт.xlsx"]])
  func theNameOfAnExportWithAKeyHolds(_ order: [String]) throws {
    try scratch.write(SchoolTables())
    try scratch.write(StudentBook.report(), to: "Отчёт.xlsx")
    let told = try order.map { try scratch.zavuch("import", $0).messages }
    #expect(told[0].isEmpty || !told[0].contains("называет школу"))
    #expect(told[1].contains("выгрузка называет школу «"), "\(told)")
    #expect(try scratch.rows("SELECT key, name FROM school") == ["S1|Школа № 1"])
  }

  @Test func oneSchoolOfAFolder() throws {
    try scratch.write(SeveralSchoolsTests.two, to: "Район")
    try scratch.zavuch("import", "Район")
    let other = try scratch.dump("schools/S2.sqlite")
    try scratch.write(SchoolTables.changed { $0.replace("Белов", with: "Беляев", in: "pupils") })
    #expect(try scratch.zavuch("import", "Школа").status == 0)
    #expect(scratch.names("schools") == ["S1.sqlite", "S2.sqlite", "Выгрузки"])
    #expect(try scratch.rows("SELECT name FROM pupil WHERE key = 'P1'", in: "schools/S1.sqlite") == ["Беляев Иван"])
    #expect(try scratch.dump("schools/S2.sqlite") == other)
  }

  @Test func anExportThatNamesNoSchool() throws {
    try scratch.write(JournalBook(.journal()))
    try scratch.makeFolder("Район")
    try scratch.expect(
      """
      $ zavuch import 5а.xlsx --store Район
      ! zavuch import: Выгрузка не называет школу, а файлов школ в папке «Район»: 0.
      ! Укажите файл школы: --store Район/ШКОЛА.sqlite
      [2]
      """)
    #expect(scratch.names("Район") == [])
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа", "--store", "Район")
    #expect(try scratch.zavuch("import", "5а.xlsx", "--store", "Район").status == 0)
    #expect(try scratch.rows("SELECT key, name FROM school", in: "Район/S1.sqlite") == ["S1|Школа № 1"])
    #expect(try scratch.rows("SELECT title FROM study_class ORDER BY id", in: "Район/S1.sqlite") == ["5А", "5а"])
  }
}
