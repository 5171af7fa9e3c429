import Testing

/// A school that begins its ids anew every school year.
@Suite struct ReusedIdTests {
  @Test func findingsOfTwoYearsHaveKeysOfTheirOwn() throws {
    let scratch = try Scratch()
    try scratch.write(SchoolTables(), to: "1")
    var next = SchoolTables()
    for name in SchoolTables.names { next.replace("2025-", with: "2026-", in: name) }
    try scratch.write(next, to: "2")
    for name in ["1", "2"] { #expect(try scratch.zavuch("import", name).status == 0) }
    let checks = [("2025", "lesson-not-entered:L3"), ("2026", "lesson-not-entered:2026/L3")]
    for (year, key) in checks {
      let window = ["--as-of", "\(year)-10-25", "--from", "\(year)-09-01"]
      let told = try scratch.zavuch(
        "findings", "--rule", "lesson-not-entered", "--explain", key, window[0], window[1], window[2], window[3])
      #expect(told.status == 0 && told.output.contains("02.09.\(year)"), "\(told.output)\(told.messages)")
    }
    #expect(try scratch.rows("SELECT count(*) FROM lesson WHERE key = 'L3'") == ["2"])
  }

  /// A year that is imported later, though it is an earlier one, changes no key that is known.
  @Test func earlierYearImportedLaterChangesNoKey() throws {
    let scratch = try Scratch()
    var next = SchoolTables()
    for name in SchoolTables.names { next.replace("2025-", with: "2026-", in: name) }
    try scratch.write(next, to: "2026")
    try scratch.write(SchoolTables(), to: "2025")
    for name in ["2026", "2025"] {
      #expect(try scratch.zavuch("import", name).status == 0)
      let told = try scratch.zavuch("findings", "--as-of", "2026-10-25", "--from", "2026-09-01")
      #expect(told.output.contains("lesson-not-entered:L3\n"))
    }
  }

  /// The class C1 of 2026/27 is 6А; P3 has left the school, P4 has come, and the first quarter is another one.
  static let next: SchoolTables = {
    var tables = SchoolTables()
    for name in SchoolTables.names { tables.replace("2025-", with: "2026-", in: name) }
    tables.replace("C1;S1;5;А;T1", with: "C1;S1;6;А;T2", in: "classes")
    tables.replace("SU1;Математика;5;1", with: "SU1;Математика;1;1", in: "subjects")
    tables.replace("P3;C1;Громов Яков;;;", with: "P4;C1;Дятлова Вера;;;", in: "pupils")
    tables.replace("L1;P3;Н", with: "L1;P4;Н", in: "attendance")
    tables.replace("P3;SU2", with: "P4;SU2", in: "exemptions")
    tables.replace("1 четверть;2026-09-01;2026-10-26", with: "1 четверть;2026-09-01;2026-10-30", in: "periods")
    tables["plan"] = "class_id;subject_id;number;topic\nC1;SU1;1;Пропорции\n"
    return tables
  }()

  static let first = SchoolTables.changed {
    $0["plan"] = "class_id;subject_id;number;topic\nC1;SU1;1;Дроби\nC1;SU1;2;Сложение дробей\n"
  }

  private func run(_ arguments: [String], _ scratch: Scratch) throws -> Zavuch.Outcome {
    try Zavuch.run(arguments, in: scratch.folder, environment: ["LC_ALL": "C", "TZ": "UTC"])
  }

  private func load(_ years: [String], into scratch: Scratch) throws {
    for year in years {
      try scratch.write(year == "2025" ? Self.first : Self.next, to: year)
      #expect(try scratch.zavuch("import", year).status == 0)
    }
  }

  @Test func twoYearsAreOneStoreInAnyOrder() throws {
    let (one, other) = (try Scratch(), try Scratch())
    try load(["2025", "2026"], into: one)
    try load(["2026", "2025"], into: other)
    #expect(try one.facts() == other.facts())
    #expect(
      try one.rows("SELECT title, id_year FROM study_class ORDER BY id_year") == ["5А|2025", "6А|2026"])
    #expect(
      try one.rows("SELECT name, school_year, end_day FROM period ORDER BY id_year")
        == ["1 четверть|2025|20387", "1 четверть|2026|20756"])
    #expect(
      try one.rows("SELECT c.title, r.topic FROM plan_row r JOIN study_class c ON c.id = r.study_class ORDER BY 1, 2")
        == ["5А|Дроби", "5А|Сложение дробей", "6А|Пропорции"])
    #expect(
      try one.rows(
        """
        SELECT p.key, c.title FROM pupil p JOIN study_class c ON c.id = p.study_class ORDER BY p.key
        """) == ["P1|6А", "P2|6А", "P3|5А", "P4|6А"])
    #expect(
      try one.rows("SELECT f.value, q.school_year FROM final_mark f JOIN period q ON q.id = f.period ORDER BY 2")
        == ["5|2025", "5|2026"])
  }

  @Test func checkOfTheFirstYearStaysAsItWas() throws {
    let scratch = try Scratch()
    let window = ["--as-of", "2025-10-27", "--from", "2025-09-01"]
    func told() throws -> [String] {
      try [
        ["check", "--json", "--by", "class,subject,teacher,period"], ["findings"],
        ["analyse", "--as-of", "2025-10-27"],
      ].map {
        let answer = try run($0 + ($0.contains("--as-of") ? [] : window), scratch)
        #expect(answer.status == 0, "\(answer.messages)")
        return answer.output
      }
    }
    try load(["2025"], into: scratch)
    let before = try told()
    #expect(before[1].contains("5А"))
    try load(["2026"], into: scratch)
    #expect(try told() == before)
    #expect(
      try scratch.rows("SELECT school_year, weekly_hours FROM subject_hours WHERE subject = 1 ORDER BY 1") == [
        "2025|500", "2026|100",
      ])
    let norms = { (year: Int) in
      try self.run(
        ["findings", "--rule", "marks-below-norm", "--as-of", "\(year)-10-27", "--from", "\(year)-09-01"], scratch
      ).output
    }
    let (first, next) = (try norms(2025), try norms(2026))
    #expect(first.contains("не меньше 7") && !first.contains("за весь период — 3"), "\(first)")
    #expect(next.contains("за весь период — 3"), "\(next)")
  }

  /// Who is in no list of the year has finished school.
  @Test func nextYearJudgesItsOwnPupils() throws {
    let scratch = try Scratch()
    let window = ["--as-of", "2026-10-27", "--from", "2026-09-01"]
    try load(["2025", "2026"], into: scratch)
    let told = try run(["findings"] + window, scratch).output
    #expect(told.contains("6А") && !told.contains("5А") && !told.contains("Громов"), "\(told)")
    let checked = try run(["check", "--by", "class"] + window, scratch).output
    #expect(!checked.contains("5А"))
  }

  /// Final marks exported alone are of the year of their period, whichever year they are exported in.
  @Test(arguments: ["2025-11-01T12:00", "2026-09-10T12:00"]) func finalMarksAloneAreOfTheirPeriod(_ moment: String)
    throws
  {
    let scratch = try Scratch()
    try scratch.write(SchoolTables(), to: "Всё")
    var alone = SchoolTables()
    alone["final_marks"] = "pupil_id;subject_id;period_id;value\nP1;SU1;Q1;4\nP2;SU1;Q1;осв\n"
    try scratch.write(alone["final_marks"], to: "Итоги/final_marks.csv")
    #expect(try scratch.zavuch("import", "Всё", "--taken-at", "2025-10-26T12:00").status == 0)
    let told = try scratch.zavuch("import", "Итоги", "--taken-at", moment)
    #expect(told.output.contains("новых 0, изменено 1, исчезло 0, отклонено 0"), "\(told)")
    #expect(
      try scratch.rows(
        "SELECT j.key, f.value, f.gone_by IS NULL FROM final_mark f JOIN journal j ON j.id = f.journal ORDER BY f.version"
      )
        == ["interchange/2025|5|0", "interchange/2025|4|1"])
    #expect(try scratch.rows("SELECT key FROM journal") == ["interchange/2025"])
  }

  /// Two years in one export, with ids of their own, are what they are in two.
  @Test func twoYearsInOneExportAreTheirOwn() throws {
    var both = SchoolTables()
    var next = SchoolTables()
    for name in SchoolTables.names {
      next.replace("2025-", with: "2026-", in: name)
      for (id, other) in [
        ("C1;", "C2;"), ("G1;", "G2;"), ("Q1;", "Q2;"), ("L1;", "L11;"), ("L2;", "L12;"), ("L3;", "L13;"),
        ("W1;", "W11;"),
        ("W2;", "W12;"), ("M1;", "M11;"), ("M2;", "M12;"), ("M3;", "M13;"),
      ] {
        next.replace(id, with: other, in: name)
      }
    }
    next.replace("C2;S1;5;А", with: "C2;S1;6;А", in: "classes")
    next.remove("pupils", "teachers", "subjects", "schools")
    for name in SchoolTables.names where !next[name].isEmpty {
      both.append(next[name].split(separator: "\n").dropFirst().joined(separator: "\n"), to: name)
    }
    let scratch = try Scratch()
    try scratch.write(both)
    let told = try scratch.zavuch("import", "Школа")
    #expect(told.status == 0, "\(told.messages)")
    #expect(try scratch.rows("SELECT key, title FROM study_class ORDER BY key") == ["C1@2025|5А", "C2@2026|6А"])
    #expect(try scratch.rows("SELECT key FROM study_group ORDER BY key") == ["G1@2025", "G2@2026"])
    #expect(try scratch.rows("SELECT key FROM period ORDER BY key") == ["Q1@2025", "Q2@2026"])
  }

  /// Lists without a year are of the year that is known, whichever comes first.
  @Test func listsWithoutAYearJoinTheKnownOne() throws {
    let (one, other) = (try Scratch(), try Scratch())
    for (scratch, order) in [(one, ["lists", "2025"]), (other, ["2025", "lists"])] {
      try scratch.write(Self.first, to: "2025")
      var lists = Self.first
      lists.remove(
        "attendance", "exemptions", "final_marks", "lessons", "logins", "marks", "periods", "works", "plan", "holidays")
      try scratch.write(lists, to: "lists")
      for name in order { #expect(try scratch.zavuch("import", name).status == 0) }
      #expect(try scratch.rows("SELECT key FROM study_class") == ["C1@2025"])
      #expect(try scratch.rows("SELECT key FROM study_group") == ["G1@2025"])
    }
  }
}
