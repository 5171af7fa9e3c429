import Testing

/// A class whose exports are journals of single subjects: what nobody exported is told, and nobody is accused of it.
@Suite struct MissingJournalTests {
  @Test func aSubjectOfThePlanWithoutItsJournalIsNamed() throws {
    let scratch = try Scratch()
    try scratch.write(JournalBook(.journal()))
    var tables = SchoolTables()
    tables["subjects"] = "id;name\nSU1;Алгебра\nSU2;Биология\n"
    tables["plan"] = """
      class_id;subject_id;number;topic;date
      C1;SU1;1;Дроби;2025-09-01
      C1;SU2;1;Клетка;2025-09-01
      C1;SU2;2;Ткани;2025-09-02
      C1;SU2;3;Органы;2025-09-03

      """
    tables.remove(
      "attendance", "exemptions", "final_marks", "group_pupils", "groups", "lessons", "logins", "marks", "periods",
      "works")
    try scratch.write(tables)
    #expect(try scratch.zavuch("import", "5а.xlsx", "Школа").status == 0)
    let window = ["--as-of", "2025-10-25", "--from", "2025-09-01"]
    let check = try Zavuch.run(["check", "--rule", "programme-behind-plan"] + window, in: scratch.folder)
    #expect(
      check.output.contains("журнал предмета не загружен, хотя другие журналы класса есть"), "\(check.output)")
    let asked = ["--class", "5А", "--json"] + window
    let told = try Zavuch.run(["check", "--rule", "programme-behind-plan"] + asked, in: scratch.folder).output
    #expect(told.contains(#""checked":2,"kept":1,"broken":0,"undetermined":1"#), "\(told)")
    _ = try Zavuch.run(["report", "control", "--format", "html", "--out", "Отчёты"] + window, in: scratch.folder)
    let page = String(decoding: try scratch.bytes("Отчёты/control-2025-10-25.html"), as: UTF8.self)
    #expect(page.contains("Журналов нет в выгрузках по предметам 5а — Биология: план по ним есть"))
  }
}
