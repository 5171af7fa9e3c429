import Journal
import Testing

/// One export after another: what is new, changed and gone, and between which moments.
@Suite struct RepeatedImportTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// The files that changed something, in order.
  private func changes(_ path: String) throws -> [String] {
    try scratch.imported(path).filter { $0.new + $0.changed + $0.vanished > 0 }
      .map { "\($0.file) +\($0.new) ~\($0.changed) -\($0.vanished)" }
  }

  @Test func theSameTablesAgain() throws {
    try scratch.write(SchoolTables())
    #expect(
      try changes("Школа") == [
        "Школа/attendance.csv +1 ~0 -0", "Школа/exemptions.csv +1 ~0 -0", "Школа/final_marks.csv +2 ~0 -0",
        "Школа/lessons.csv +7 ~0 -0", "Школа/logins.csv +3 ~0 -0", "Школа/marks.csv +4 ~0 -0",
      ])
    let before = try scratch.dump()
    #expect(try changes("Школа") == [])
    #expect(try scratch.dump() == before)
    #expect(try scratch.rows("PRAGMA foreign_key_check") == [])
  }

  @Test func theSameWorkbookAgain() throws {
    try scratch.write(JournalBook(.journal(), .journal("Физика 5а", subject: "Физика")))
    #expect(try changes("5а.xlsx") == ["5а.xlsx +26 ~0 -0"])
    let before = try scratch.dump()
    #expect(try changes("5а.xlsx") == [])
    #expect(try scratch.dump() == before)
  }

  /// Later by entry times: the moments are the source's own, exact.
  @Test func aLaterExportOfTablesWithTimes() throws {
    try scratch.write(SchoolTables())
    _ = try changes("Школа")
    let later = SchoolTables.changed {
      $0.append("L4;C1;SU1;T1;2025-10-27;1;;Умножение;.;2025-10-27T09:00:00", to: "lessons")
      $0.replace("Дроби;№ 5", with: "Дроби;№ 5, № 6", in: "lessons")
      $0.replace("M1;W1;P1;5;2025-09-01T09:10:00", with: "M1;W1;P1;4;2025-10-27T09:30:00", in: "marks")
      $0.replace("M3;W2;P2;зач;2025-09-01T10:05:00\n", with: "", in: "marks")
      $0.append("M4;W2;P1;незач;2025-10-27T09:20:00", to: "marks")
      $0.replace("L1;P3;Н;2025-09-01T09:01:00", with: "L1;P3;Б;2025-10-27T08:00:00", in: "attendance")
      $0.replace("P1;SU1;Q1;5;", with: "P1;SU1;Q1;4;", in: "final_marks")
      $0.replace("P3;SU2;2025-09-01;\n", with: "", in: "exemptions")
      $0.replace("P1;parent;C1;2025-09-03T19:00:00\n", with: "", in: "logins")
    }
    try scratch.write(later, to: "Позже")
    #expect(
      try changes("Позже") == [
        "Позже/attendance.csv +0 ~1 -0", "Позже/exemptions.csv +0 ~0 -1", "Позже/final_marks.csv +0 ~1 -0",
        "Позже/lessons.csv +2 ~1 -0", "Позже/logins.csv +0 ~0 -1", "Позже/marks.csv +1 ~1 -1",
      ])
    let moments =
      "datetime(entered_from, 'unixepoch'), datetime(entered_by, 'unixepoch'), "
      + "datetime(gone_from, 'unixepoch'), datetime(gone_by, 'unixepoch')"
    #expect(
      try scratch.rows("SELECT key, value, \(moments) FROM mark WHERE key IN ('M1', 'M3', 'M4') ORDER BY key, version")
        == [
          "M1|5|2025-09-01 09:10:00|2025-09-01 09:10:00|2025-10-27 09:30:00|2025-10-27 09:30:00",
          "M1|4|2025-10-27 09:30:00|2025-10-27 09:30:00|—|—",
          "M3|зач|2025-09-01 10:05:00|2025-09-01 10:05:00|2025-10-25 12:00:00|2025-10-27 09:30:00",
          "M4|незач|2025-10-27 09:20:00|2025-10-27 09:20:00|—|—",
        ])
    let before = try scratch.dump()
    #expect(try changes("Позже") == [])
    #expect(try scratch.dump() == before)
  }

  private static let first = JournalBook(
    .journal(pupils: [["Белов И.", "5", "н", "", "", ""], ["Волкова О.", "4/5", "3", "", "", ""]]),
    created: "2025-10-01T12:00:00Z")
  /// An absence has become a mark, a double mark a single one, a mark is gone; 1 October and the quarter are filled.
  private static let second = JournalBook(
    .journal(pupils: [["Белов И.", "5", "4", "5", "н", ""], ["Волкова О.", "4", "", "осв", "5", ""]]),
    created: "2025-11-01T12:00:00Z")
  /// 2 September is gone, 8 October new; one pupil has left, another has come.
  private static let third = JournalBook(
    .journal(
      months: ["Сентябрь", "1 чтв", "Октябрь", "", "Год"], days: ["1", "", "1", "8", ""],
      pupils: [["Белов И.", "5", "5", "н", "4"], ["Громов Я.", "", "4", "2", "3"]]),
    created: "2025-12-01T12:00:00Z")

  private func write(_ books: Scratch) throws {
    try books.write(RepeatedImportTests.first, to: "1.xlsx")
    try books.write(RepeatedImportTests.second, to: "2.xlsx")
    try books.write(RepeatedImportTests.third, to: "3.xlsx")
  }

  /// Without times a fact lies between two snapshots.
  @Test func laterExportsOfAWorkbook() throws {
    try write(scratch)
    #expect(try changes("1.xlsx") == ["1.xlsx +8 ~0 -0"])
    #expect(try changes("2.xlsx") == ["2.xlsx +5 ~0 -3"])
    #expect(
      try scratch.rows(
        """
        SELECT substr(l.key, -10), p.name, f.ordinal, f.value, date(f.entered_from, 'unixepoch'),
          date(f.entered_by, 'unixepoch'), date(f.gone_from, 'unixepoch'), date(f.gone_by, 'unixepoch')
        FROM mark f JOIN lesson l ON l.id = f.lesson JOIN pupil p ON p.id = f.pupil
        ORDER BY l.held_on, p.name, f.ordinal, f.version
        """) == [
          "2025-09-01|Белов И.|1|5|1970-01-01|2025-10-01|—|—",
          "2025-09-01|Волкова О.|1|4|1970-01-01|2025-10-01|—|—",
          "2025-09-01|Волкова О.|2|5|1970-01-01|2025-10-01|2025-10-01|2025-11-01",
          "2025-09-02|Белов И.|1|4|2025-10-01|2025-11-01|—|—",
          "2025-09-02|Волкова О.|1|3|1970-01-01|2025-10-01|2025-10-01|2025-11-01",
          "2025-10-01|Волкова О.|1|5|2025-10-01|2025-11-01|—|—",
        ])
    let before = try scratch.dump()
    #expect(try changes("1.xlsx") == [] && changes("2.xlsx") == [])
    #expect(try scratch.dump() == before)
  }

  @Test(arguments: [
    ["1", "3", "2"], ["2", "1", "3"], ["2", "3", "1"], ["3", "1", "2"], ["3", "2", "1"], ["3", "3", "1", "2", "1"],
  ])
  func anyOrderGivesTheSameFacts(_ order: [String]) throws {
    try write(scratch)
    for book in ["1", "2", "3"] { try scratch.zavuch("import", "\(book).xlsx") }
    let other = try Scratch()
    try write(other)
    for book in order { try other.zavuch("import", "\(book).xlsx") }
    #expect(try other.facts().difference(from: scratch.facts()).isEmpty)
  }

  /// Tables without entry times take theirs from --taken-at.
  @Test(arguments: [["1", "2"], ["2", "1"]])
  func tablesWithoutTimes(_ order: [String]) throws {
    let tables = SchoolTables.changed { tables in
      for name in ["lessons", "marks", "attendance", "final_marks"] { tables.removeLastColumn(of: name) }
    }
    let later = tables.changed {
      $0.append("M4;W2;P1;незач", to: "marks")
      $0.replace("L1;P3;Н", with: "L1;P3;Б", in: "attendance")
      $0.replace("L3;C1;SU1;T1;2025-09-02;1;;Сложение дробей;", with: "L3;C1;SU1;T1;2025-09-02;1;;;", in: "lessons")
    }
    try scratch.write(tables, to: "1")
    try scratch.write(later, to: "2")
    let moments = ["1": "2025-10-01T12:00", "2": "2025-11-01T12:00"]
    for name in order { try scratch.zavuch("import", name, "--taken-at", moments[name] ?? "") }
    let (first, second) = (LocalMoment("2025-10-01T12:00")?.seconds ?? 0, LocalMoment("2025-11-01T12:00")?.seconds ?? 0)
    #expect(
      try scratch.rows("SELECT key, entered_from, entered_by FROM mark ORDER BY key") == [
        "M1|0|\(first)", "M2|0|\(first)", "M2/2|0|\(first)", "M3|0|\(first)", "M4|\(first)|\(second)",
      ])
    #expect(
      try scratch.rows(
        "SELECT code, entered_from, entered_by, gone_from, gone_by FROM attendance WHERE pupil > 0 ORDER BY entered_by")
        == ["Н|0|\(first)|\(first)|\(second)", "Б|\(first)|\(second)|—|—"])
    #expect(
      try scratch.rows(
        "SELECT f.text, f.gone_from, f.gone_by FROM lesson_text f JOIN lesson l ON l.id = f.lesson WHERE l.key = 'L3'")
        == ["Сложение дробей|\(first)|\(second)"])
  }

  /// The export of another class is no later list of this one, however late it was taken.
  /// A folder is read in order of names, not of moments.
  @Test func anOlderExportTellsWhatTheLaterOneShowsOtherwise() throws {
    func told(_ names: [String]) throws -> [String] {
      let scratch = try Scratch()
      try write(scratch)
      return try names.flatMap { name in
        let lines = try scratch.zavuch("import", "\(name).xlsx").output.split(separator: "\n").map(String.init)
        return lines.filter { $0.hasPrefix("  изменено: ") || $0.hasPrefix("  исчезло: ") || $0.hasPrefix("    ") }
      }
    }
    let inOrder = try told(["1", "2"])
    #expect(inOrder.count > 1)
    #expect(try told(["2", "1"]) == inOrder)
    // What went between the first and the third is told with the third; the second only tells how.
    let missing = try told(["1", "2", "3"]).count { $0.contains(", ученик: ") }
    #expect(try missing == 1 && told(["1", "3", "2"]).count { $0.contains(", ученик: ") } == 1)
  }

  @Test func anotherClassInBetween() throws {
    try write(scratch)
    var other = JournalBook(.journal(), created: "2026-01-15T12:00:00Z")
    other.sheets[0].rows[1] = ["Класс: 6б (6б)"]
    other.sheets[0].name = other.sheets[0].name.replacing("5а", with: "6б")
    try scratch.write(other, to: "6б.xlsx")
    for name in ["1", "2", "6б"] { try scratch.zavuch("import", "\(name).xlsx") }
    // Of the marks of the pupil whose row is no longer there the export says nothing.
    #expect(try changes("3.xlsx") == ["3.xlsx +5 ~0 -3"])
    #expect(
      try scratch.rows(
        """
        SELECT p.name, date(m.to_day * 86400, 'unixepoch') FROM membership m JOIN pupil p ON p.id = m.pupil
        JOIN study_class c ON c.id = p.study_class WHERE c.grade = 5 ORDER BY p.name
        """) == ["Белов И.|—", "Волкова О.|2025-11-01", "Громов Я.|—"])
  }
}

extension SchoolTables {
  fileprivate func changed(_ change: (inout SchoolTables) -> Void) -> SchoolTables {
    var tables = self
    change(&tables)
    return tables
  }
}
