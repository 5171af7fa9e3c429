import Foundation
import Journal
import Testing

/// A snapshot speaks only of what it shows: of lessons, pupils, classes and tables that it does not name it proves nothing.
@Suite struct PartialExportTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private func seconds(_ moment: String) -> Int64 { LocalMoment(moment)?.seconds ?? 0 }

  /// Tables without entry times.
  private static let untimed: SchoolTables = {
    var tables = SchoolTables()
    for name in ["lessons", "marks", "attendance", "final_marks"] { tables.removeLastColumn(of: name) }
    return tables
  }()

  private func load(_ tables: SchoolTables, _ moment: String) throws {
    let folder = moment.split(separator: ":").joined()
    try scratch.write(tables, to: folder)
    try scratch.zavuch("import", folder, "--taken-at", moment)
  }

  private struct Check: Decodable {
    struct Rule: Decodable {
      var kept: Int
      var broken: Int
      var undetermined: Int
    }
    var rules: [Rule]
  }

  /// [kept, broken, undetermined] of one rule.
  private func judge(_ rule: String, from: String, asOf: String, to: String? = nil) throws -> [Int] {
    let outcome = try scratch.zavuch(
      "check", "--rule", rule, "--from", from, "--to", to ?? asOf, "--as-of", asOf, "--json")
    let counts = try JSONDecoder().decode(Check.self, from: Data(outcome.output.utf8)).rules[0]
    return [counts.kept, counts.broken, counts.undetermined]
  }

  /// A second class with one lesson, one work and one pupil.
  private static let twoClasses: SchoolTables = {
    var tables = untimed
    tables.append("C2;S1;6;Б;T2", to: "classes")
    tables.append("P9;C2;Дятлова Вера;;;", to: "pupils")
    tables.append("L9;C2;SU1;T2;2025-09-02;1;;Проценты;№ 1", to: "lessons")
    tables.append("W9;L9;контрольная;1", to: "works")
    tables.append("M9;W9;P9;4", to: "marks")
    return tables
  }()

  @Test func aLessonThatTheFirstExportDidNotListWasNotSeenEmptyByIt() throws {
    try load(Self.untimed, "2025-10-01T12:00")
    var later = Self.untimed
    later.append("L4;C1;SU1;T1;2025-09-03;1;;Умножение;№ 7", to: "lessons")
    later.append("W4;L4;ответ;0", to: "works")
    later.append("M4;W4;P1;5", to: "marks")
    later.append("L4;P2;Н", to: "attendance")
    try load(later, "2025-11-01T12:00")
    let moment = seconds("2025-11-01T12:00")
    let unbound = "0|\(moment)"
    #expect(try scratch.rows("SELECT entry_from, entry_by FROM lesson WHERE key = 'L4'") == [unbound])
    for (table, rows) in [("lesson_text", 2), ("mark", 1), ("attendance", 1)] {
      let intervals = try scratch.rows(
        "SELECT f.entered_from, f.entered_by FROM \(table) f JOIN lesson l ON l.id = f.lesson WHERE l.key = 'L4'")
      #expect(intervals == Array(repeating: unbound, count: rows), "\(table)")
    }
    #expect(
      try judge("lesson-entered-late", from: "2025-09-03", asOf: "2025-11-01", to: "2025-09-03") == [0, 0, 1])
  }

  @Test func aPupilWhomTheFirstExportDidNotListWasNotSeenWithoutMarks() throws {
    try load(Self.untimed, "2025-10-01T12:00")
    var later = Self.untimed
    later.append("P4;C1;Егоров Глеб;;;", to: "pupils")
    later.append("M4;W1;P4;5", to: "marks")
    later.append("M5;W2;P1;4", to: "marks")
    try load(later, "2025-11-01T12:00")
    let (first, second) = (seconds("2025-10-01T12:00"), seconds("2025-11-01T12:00"))
    #expect(
      try scratch.rows("SELECT key, entered_from, entered_by FROM mark WHERE key IN ('M4', 'M5') ORDER BY key") == [
        "M4|0|\(second)", "M5|\(first)|\(second)",
      ])
  }

  @Test func anExportOfOneClassEndsNothingOfTheOther() throws {
    try load(Self.twoClasses, "2025-10-01T12:00")
    var later = Self.untimed
    later.replace("M1;W1;P1;5", with: "M1;W1;P1;4", in: "marks")
    try load(later, "2025-11-01T12:00")
    #expect(
      try scratch.rows(
        """
        SELECT (SELECT count(*) FROM lesson WHERE gone_by IS NOT NULL), (SELECT count(*) FROM work WHERE gone_by IS NOT NULL),
          (SELECT count(*) FROM pupil WHERE gone_by IS NOT NULL), (SELECT count(*) FROM mark WHERE gone_by IS NOT NULL)
        """) == ["0|0|0|1"])
  }

  @Test func anExportOfOneMonthEndsNothingOfTheOthers() throws {
    try load(Self.untimed, "2025-10-01T12:00")
    var later = Self.untimed
    later["lessons"] = "id;class_id;subject_id;teacher_id;date\nL5;C1;SU1;T1;2025-10-03\nL7;C1;SU1;T1;2025-10-07\n"
    later.remove("works", "marks", "attendance", "logins")
    try load(later, "2025-11-01T12:00")
    #expect(try scratch.rows("SELECT key FROM lesson WHERE gone_by IS NOT NULL") == [])
    // Between its first and its last day the export shows everything.
    later["lessons"] = "id;class_id;subject_id;teacher_id;date\nL6;C1;SU1;T1;2025-10-01\nL7;C1;SU1;T1;2025-10-07\n"
    try load(later, "2025-12-01T12:00")
    #expect(
      try scratch.rows("SELECT key, gone_from, gone_by FROM lesson WHERE gone_by IS NOT NULL") == [
        "L5|\(seconds("2025-11-01T12:00"))|\(seconds("2025-12-01T12:00"))"
      ])
  }

  /// Marks alone name their lessons and pupils; nothing else is touched, and of another pupil they prove nothing.
  @Test func aTableOfMarksAloneEndsNoLessons() throws {
    try load(Self.untimed, "2025-10-01T12:00")
    try scratch.write("id;work_id;pupil_id;value\nM1;W1;P1;4\n", to: "marks.csv")
    try scratch.zavuch("import", "marks.csv", "--taken-at", "2025-11-01T12:00")
    #expect(try scratch.rows("SELECT key FROM lesson WHERE gone_by IS NOT NULL") == [])
    #expect(
      try scratch.rows("SELECT key, value, gone_by FROM mark ORDER BY key, version") == [
        "M1|5|\(seconds("2025-11-01T12:00"))", "M1|4|—", "M2|4|—", "M2/2|5|—", "M3|зач|—",
      ])
  }

  @Test func aLaterExportWithoutTopicsMakesNoLessonOneWithoutATopic() throws {
    try load(Self.untimed, "2025-10-01T23:59")
    var later = Self.untimed
    later["lessons"] = "id;class_id;subject_id;teacher_id;date\nL1;C1;SU1;T1;2025-09-01\nL4;C1;SU1;T1;2025-10-02\n"
    later.append("L4;;В", to: "attendance")
    try load(later, "2025-11-01T23:59:59")
    // The two lessons with topics were dropped from the later export; L4 was never shown with a column of topics.
    #expect(try judge("lesson-without-topic", from: "2025-09-01", asOf: "2025-11-01")[1] == 0)
  }

  /// Works, marks, absences and topics that a later export of the same lessons lacks have vanished, and nothing else.
  @Test func whatALaterExportOfTheSameLessonsLacksIsGone() throws {
    try load(Self.twoClasses, "2025-10-01T12:00")
    var later = Self.twoClasses
    later.replace("W2;L2;ответ;0\n", with: "", in: "works")
    later.replace("M1;W1;P1;5\n", with: "", in: "marks")
    later.replace("M3;W2;P2;зач\n", with: "", in: "marks")
    later.replace("L1;P3;Н\n", with: "", in: "attendance")
    later.replace("L3;C1;SU1;T1;2025-09-02;1;;Сложение дробей;\n", with: "", in: "lessons")
    later.append("L4;C1;SU1;T1;2025-09-03;1;;Умножение;№ 7", to: "lessons")
    try load(later, "2025-11-01T12:00")
    let (first, second) = (seconds("2025-10-01T12:00"), seconds("2025-11-01T12:00"))
    #expect(
      try scratch.rows(
        """
        SELECT 'lesson', key, gone_from, gone_by FROM lesson WHERE gone_by IS NOT NULL
        UNION ALL SELECT 'work', key, shown_at, gone_by FROM work WHERE gone_by IS NOT NULL
        UNION ALL SELECT 'mark', key, gone_from, gone_by FROM mark WHERE gone_by IS NOT NULL
        UNION ALL SELECT 'absence', l.key, f.gone_from, f.gone_by FROM attendance f JOIN lesson l ON l.id = f.lesson
          WHERE f.gone_by IS NOT NULL
        UNION ALL SELECT 'text', l.key, f.gone_from, f.gone_by FROM lesson_text f JOIN lesson l ON l.id = f.lesson
          WHERE f.gone_by IS NOT NULL
        """) == ["lesson|L3", "work|W2", "mark|M1", "mark|M3", "absence|L1"].map { "\($0)|\(first)|\(second)" })
  }

  /// A column that a later export lacks, and a cell that it leaves empty, say nothing of what is known.
  @Test(arguments: [["2025-10-01T12:00", "2025-11-01T12:00"], ["2025-11-01T12:00", "2025-10-01T12:00"]])
  func whatAnotherExportDoesNotSayStaysKnown(_ moments: [String]) throws {
    try load(Self.untimed, moments[0])
    var other = Self.untimed
    other["classes"] = "id;school_id;grade;letter\nC1;S1;5;А\n"
    other["pupils"] = "id;class_id;name\nP1;C1;Белов Иван\nP2;C1;Волкова Ольга\nP3;C1;Громов Яков\n"
    other["subjects"] = "id;name;weekly_hours;graded\nSU1;Математика;;1\nSU2;Английский язык;3;1\n"
    try load(other, moments[1])
    #expect(
      try scratch.rows(
        "SELECT t.key FROM study_class c JOIN teacher t ON t.id = c.head_teacher") == ["T1"])
    #expect(
      try scratch.rows(
        "SELECT date(birth_date * 86400, 'unixepoch'), date(enrolled_on * 86400, 'unixepoch') FROM pupil")
        == ["2014-03-01|2025-09-01", "—|—", "—|—"])
    #expect(try scratch.rows("SELECT weekly_hours FROM subject ORDER BY key") == ["500", "300"])
  }

  /// What the later export lost is gone, and was not put right.
  @Test func findingsOfVanishedWorksAndPupilsAreGone() throws {
    var tables = SchoolTables()
    tables.append("W3;L3;диктант;1", to: "works")
    tables.append("L5;C1;SU1;T1;2025-09-30;1;;Деление;№ 8;2025-09-30T09:00:00", to: "lessons")
    try scratch.write(tables, to: "1")
    try scratch.zavuch("import", "1")
    try scratch.zavuch("check", "--register", "--from", "2025-09-01", "--as-of", "2025-10-24")
    var later = tables
    later.replace("W3;L3;диктант;1\n", with: "", in: "works")
    later.replace("P3;C1;Громов Яков;;;\n", with: "", in: "pupils")
    for name in ["attendance", "exemptions"] { later.remove(name) }
    later.append("L4;C1;SU1;T1;2025-10-28;1;;Умножение;.;2025-10-28T09:00:00", to: "lessons")
    try scratch.write(later, to: "2")
    try scratch.zavuch("import", "2")
    try scratch.zavuch("check", "--register", "--from", "2025-09-01", "--as-of", "2025-10-28")
    let gone = try scratch.rows(
      "SELECT key FROM finding WHERE registered_check = 2 AND state = 'gone' ORDER BY key")
    #expect(gone.contains { $0.hasPrefix("written-work-overdue:W3/") } && gone.contains("pupil-not-participating:P3"))
    #expect(
      try scratch.rows("SELECT key FROM finding WHERE registered_check = 2 AND state <> 'gone' AND key LIKE '%P3%'")
        == [])
  }

  /// Entry times prove what is missing at any later day (CONTROL 1); logins of before the window say nothing of it.
  @Test func entryTimesProveAndLoginsOfBeforeTheWindowDoNot() throws {
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
    // The export is of 25 October; the lesson of 2 September was not entered by then.
    #expect(try judge("lesson-not-entered", from: "2025-09-01", asOf: "2025-10-25") == [2, 1, 0])
    #expect(try judge("lesson-not-entered", from: "2025-09-01", asOf: "2025-11-15") == [2, 1, 0])
    #expect(try judge("pupil-not-participating", from: "2025-10-11", asOf: "2025-10-25") == [0, 3, 0])
    #expect(try judge("pupil-not-participating", from: "2025-11-01", asOf: "2025-11-15") == [0, 0, 3])
  }
}
