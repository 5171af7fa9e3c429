import Testing

/// What an export could not show, because its row or column could not be read, has not vanished.
@Suite struct UnreadRowTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let pupils = [["Белов И.", "5", "4", "5", "3", "5"], ["Волкова О.", "4", "н", "5", "2", "5"]]

  @Test func aLessonWhoseColumnHasNoDateAnyMore() throws {
    try scratch.write(JournalBook(.journal(pupils: Self.pupils)), to: "раз.xlsx")
    try scratch.write(
      JournalBook(.journal(days: ["1", "", "", "1", ""], pupils: Self.pupils), created: "2025-11-02T10:00:00Z"),
      to: "два.xlsx")
    try scratch.zavuch("import", "раз.xlsx")
    try scratch.expect(
      """
      $ zavuch import два.xlsx
      ✓ два.xlsx — журналы класса Дневник.ру: классов 1, уроков 2, учеников 2, отметок 4, итоговых 4, выгрузка на 02.11.2025 10:00:00
        новых 0, изменено 0, исчезло 0, отклонено 1
      ! два.xlsx, лист «Алгебра 5а», строка 8, столбец D: в столбце есть записи, а над ними нет числа
      !   записано: «4»
      !   что делать: Столбец пропущен; впишите число или выгрузите журнал заново.
      [3]
      """)
    #expect(try scratch.rows("SELECT count(*) FROM lesson WHERE gone_by IS NOT NULL") == ["0"])
  }

  @Test func aPupilWhoseRowHasNoNameAnyMore() throws {
    try scratch.write(JournalBook(.journal(pupils: Self.pupils)), to: "раз.xlsx")
    var nameless = Self.pupils
    nameless[1][0] = ""
    try scratch.write(
      JournalBook(.journal(pupils: nameless), created: "2025-11-02T10:00:00Z"), to: "два.xlsx")
    try scratch.zavuch("import", "раз.xlsx", "два.xlsx")
    #expect(try scratch.rows("SELECT count(*) FROM pupil WHERE gone_by IS NOT NULL") == ["0"])
  }

  /// The next export that is read whole tells it.
  @Test func theNextWholeExportEndsWhatIsGone() throws {
    try scratch.write(JournalBook(.journal(pupils: Self.pupils)), to: "раз.xlsx")
    let fewer = [["Белов И.", "5", "", "5", "3", "5"], ["Волкова О.", "4", "", "5", "2", "5"]]
    for (day, name, days) in [(2, "два", ["1", "32", "", "1", ""]), (3, "три", ["1", "", "", "1", ""])] {
      try scratch.write(
        JournalBook(.journal(days: days, pupils: fewer), created: "2025-11-0\(day)T10:00:00Z"), to: "\(name).xlsx")
    }
    try scratch.zavuch("import", "раз.xlsx", "два.xlsx")
    #expect(try scratch.rows("SELECT count(*) FROM lesson WHERE gone_by IS NOT NULL") == ["0"])
    try scratch.zavuch("import", "три.xlsx")
    #expect(try scratch.rows("SELECT count(*) FROM lesson WHERE gone_by IS NOT NULL") == ["1"])
  }

  @Test(arguments: [("2025-09-01;1", "2025-99-99;1"), ("L1;C1;SU1", "L1;C1;SU77")])
  func aLessonWhoseRowIsRejected(_ right: String, _ wrong: String) throws {
    try scratch.write(SchoolTables(), to: "раз")
    var tables = SchoolTables()
    tables.replace(right, with: wrong, in: "lessons")
    try scratch.write(tables, to: "два")
    #expect(try scratch.zavuch("import", "раз", "--taken-at", "2025-10-26T12:00").status == 0)
    try scratch.zavuch("import", "два", "--taken-at", "2025-11-01T12:00")
    #expect(try scratch.rows("SELECT count(*) FROM lesson WHERE gone_by IS NOT NULL") == ["0"])
  }

  @Test func aRowOfAMappedTableThatIsRejected() throws {
    try scratch.write(
      """
      { mappings: [{ name: "Уроки", columns: { date: "Дата", subject: "Предмет" }, constant: { class: "5А" } }] }
      """, to: "zavuch.json5")
    try scratch.write("Дата;Предмет\n02.09.2025;Алгебра\n03.09.2025;Алгебра\n04.09.2025;Алгебра\n", to: "раз.csv")
    try scratch.write("Дата;Предмет\n02.09.2025;Алгебра\n33.09.2025;Алгебра\n04.09.2025;Алгебра\n", to: "два.csv")
    try scratch.zavuch("import", "раз.csv", "--taken-at", "2025-10-01T12:00")
    try scratch.zavuch("import", "два.csv", "--taken-at", "2025-11-01T12:00")
    #expect(try scratch.rows("SELECT count(*), count(gone_by) FROM lesson") == ["3|0"])
  }

  // MARK: Cells

  private func book(_ rows: [[String]], day: Int) -> JournalBook {
    JournalBook(.journal(pupils: rows), created: "2025-11-0\(day)T10:00:00Z")
  }

  /// «5 4 5 3 5»: two marks, an absence, the finals; the cell of each is unreadable once.
  @Test(arguments: [1, 2, 3, 4, 5]) func aCellThatNobodyCanRead(_ column: Int) throws {
    var unread = Self.pupils
    unread[0][column] = "ъъ"
    try scratch.write(book(Self.pupils, day: 1), to: "раз.xlsx")
    try scratch.write(book(unread, day: 2), to: "два.xlsx")
    try scratch.zavuch("import", "раз.xlsx")
    let told = try scratch.zavuch("import", "два.xlsx").output
    #expect(told.contains("новых 0, изменено 0, исчезло 0, отклонено 1"), "\(told)")
    #expect(try scratch.rows("SELECT count(*) FROM mark WHERE gone_by IS NOT NULL") == ["0"])
    #expect(try scratch.rows("SELECT count(*) FROM final_mark WHERE gone_by IS NOT NULL") == ["0"])
  }

  /// The mark is gone between the last snapshot that showed its cell and the first that shows it empty.
  @Test(arguments: [["раз", "два", "три"], ["три", "два", "раз"], ["два", "три", "раз"]])
  func whatBecameOfItTheNextReadableExportTells(_ order: [String]) throws {
    var (unread, empty) = (Self.pupils, Self.pupils)
    unread[0][1] = "ъъ"
    empty[0][1] = ""
    for (day, (name, rows)) in [("раз", Self.pupils), ("два", unread), ("три", empty)].enumerated() {
      try scratch.write(book(rows, day: day + 1), to: "\(name).xlsx")
    }
    for name in order { try scratch.zavuch("import", "\(name).xlsx") }
    let day = 86_400
    #expect(
      try scratch.rows(
        """
        SELECT m.value, m.gone_from / \(day) - s.first, m.gone_by / \(day) - s.first
        FROM mark m JOIN (SELECT min(taken_at) / \(day) AS first FROM snapshot) s WHERE m.gone_by IS NOT NULL
        """) == ["5|0|2"])
  }

  /// A row of marks that cannot be read says nothing of the marks beside it, nor that its own is gone.
  @Test(arguments: [("marks", ";5;", ";ъъ;"), ("attendance", ";Н", ";ъъ")])
  func aRowOfATableThatNobodyCanRead(_ table: String, _ right: String, _ wrong: String) throws {
    try scratch.write(SchoolTables(), to: "раз")
    var tables = SchoolTables()
    tables.replace(right, with: wrong, in: table)
    try scratch.write(tables, to: "два")
    #expect(try scratch.zavuch("import", "раз", "--taken-at", "2025-10-26T12:00").status == 0)
    let told = try scratch.zavuch("import", "два", "--taken-at", "2025-11-01T12:00").output
    #expect(told.contains("исчезло 0, отклонено 1"), "\(told)")
    for table in ["mark", "attendance"] {
      #expect(try scratch.rows("SELECT count(*) FROM \(table) WHERE gone_by IS NOT NULL") == ["0"])
    }
  }

  /// A row without its lesson or pupil may be the one that stood there; the next whole export tells it, in any order.
  @Test(arguments: [
    ("marks", "W1;P1;", "W1;;"), ("marks", "W1;P1;", ";P1;"), ("marks", "W1;P1;", ";;"),
    ("marks", "W1;P1;5", "W1;P1;5;;5"), ("attendance", "L1;P3", "L1;"), ("attendance", "L1;", ";"),
    ("final_marks", "P1;SU1;", ";SU1;"), ("final_marks", "P1;SU1;", "P1;;"), ("final_marks", "P1;SU1;Q1", ";;"),
    ("exemptions", "P3;SU2", "P3;"),
    // The same with ids that nobody has: whoever mistyped them meant others.
    ("marks", "W1;P1;", "W1;P77;"), ("marks", "W1;P1;", "W77;P1;"), ("marks", "W1;P1;", "W77;P77;"),
    ("attendance", "L1;P3", "L1;P77"), ("attendance", "L1;P3", "L77;P3"), ("attendance", "L2;;В", "L77;;В"),
    ("final_marks", "P1;SU1;", "P77;SU1;"), ("final_marks", "P1;SU1;", "P1;SU77;"),
    ("final_marks", "P1;SU1;Q1", "P1;SU1;Q77"), ("final_marks", "P2;SU1;Q1;осв", "P77;SU1;Q1;осв"),
    ("exemptions", "P3;SU2", "P77;SU2"), ("exemptions", "P3;SU2", "P3;SU77"),
  ])
  func aRowThatDoesNotSayWhoseItIs(_ table: String, _ right: String, _ wrong: String) throws {
    let stored = table == "attendance" ? table : String(table.dropLast())
    let keys = ["mark", "attendance"].contains(stored) ? "lesson, pupil" : "pupil, subject"
    try scratch.write(SchoolTables(), to: "раз")
    var tables = SchoolTables()
    tables.replace(right, with: wrong, in: table)
    try scratch.write(tables, to: "два")
    var dumps: Set<[String]> = []
    for (index, order) in [[0, 1, 2], [2, 1, 0], [1, 0, 2], [1, 2, 0]].enumerated() {
      for moment in order {
        let told = try scratch.zavuch(
          "import", moment == 1 ? "два" : "раз", "--taken-at", "2025-11-1\(moment)T12:00", "--store", "\(index).db"
        ).output
        if moment == 1 { #expect(told.contains("исчезло 0, отклонено 1"), "\(order): \(told)") }
      }
      #expect(
        try scratch.rows("SELECT count(*) FROM \(stored) WHERE gone_by IS NOT NULL", in: "\(index).db") == ["0"])
      dumps.insert(
        try scratch.rows(
          "SELECT \(keys), version, entered_from, entered_by FROM \(stored) ORDER BY 1, 2, 3, 4, 5", in: "\(index).db"))
    }
    #expect(dumps.count == 1)
  }

  /// A work of a mistyped lesson is rejected with its marks, and a lesson of a mistyped teacher with all that is in it.
  @Test(arguments: [("works", "W1;L1", "W1;L77"), ("lessons", "L1;C1;SU1;T1", "L1;C1;SU1;T77")])
  func whatStandsUnderARejectedRow(_ table: String, _ right: String, _ wrong: String) throws {
    try scratch.write(SchoolTables(), to: "раз")
    var tables = SchoolTables()
    tables.replace(right, with: wrong, in: table)
    try scratch.write(tables, to: "два")
    try scratch.zavuch("import", "раз", "--taken-at", "2025-10-26T12:00")
    let told = try scratch.zavuch("import", "два", "--taken-at", "2025-11-01T12:00").output
    #expect(told.contains("исчезло 0"), "\(told)")
    for table in ["lesson", "work", "mark", "attendance"] {
      #expect(try scratch.rows("SELECT count(*) FROM \(table) WHERE gone_by IS NOT NULL") == ["0"], "\(table)")
    }
  }

  /// The mark of another pupil beside it says that the lesson is there.
  @Test func aRowOfAMappedListOfMarksWhoseDateNobodyCanRead() throws {
    try scratch.write(
      """
      { mappings: [{ name: "Отметки", columns: { pupil: "Ученик", date: "Дата", subject: "Предмет", mark: "Отметка" },
          constant: { class: "5А" } }] }
      """, to: "zavuch.json5")
    let list = "Ученик;Дата;Предмет;Отметка\nБелов И.;02.09.2025;Алгебра;5\nВолкова О.;02.09.2025;Алгебра;4\n"
    try scratch.write(list, to: "раз.csv")
    try scratch.write(list.replacing("О.;02.09", with: "О.;33.09"), to: "два.csv")
    try scratch.zavuch("import", "раз.csv", "--taken-at", "2025-10-01T12:00")
    let told = try scratch.zavuch("import", "два.csv", "--taken-at", "2025-11-01T12:00").output
    #expect(told.contains("исчезло 0, отклонено 1"), "\(told)")
    #expect(try scratch.rows("SELECT count(*), count(gone_by) FROM mark") == ["2|0"])
  }

  /// A result of OneRoster whose pupil nobody knows, and a mark of the Дневник.ру API whose lesson is not in the folder.
  @Test(arguments: [
    ("results.csv", "i1,u2", "i1,u77"),
    ("marks.json", "\"person\": 2, \"work\": 7, \"lesson\": 1", "\"person\": 2, \"work\": 7, \"lesson\": 77"),
    ("marks.json", "\"person\": 2, ", ""),
  ])
  func aRecordOfAnotherSystem(_ file: String, _ right: String, _ wrong: String) throws {
    let files = file.hasSuffix("csv") ? Self.roster : Self.answers
    for folder in ["раз", "два"] {
      for (name, text) in files {
        let changed = folder == "два" && name == file ? text.replacing(right, with: wrong) : text
        #expect(folder == "раз" || name != file || changed != text)
        try scratch.write(changed, to: "\(folder)/\(name)")
      }
    }
    #expect(try scratch.zavuch("import", "раз", "--taken-at", "2025-10-26T12:00").status == 0)
    let told = try scratch.zavuch("import", "два", "--taken-at", "2025-11-01T12:00")
    #expect(told.status == 3 && told.output.contains("исчезло 0, отклонено 1"), "\(told)")
    #expect(try scratch.rows("SELECT count(*), count(gone_by) FROM mark") == ["2|0"])
  }

  private static let roster = [
    ("users.csv", "sourcedId,givenName,familyName,role\nu1,Иван,Белов,student\nu2,Ольга,Волкова,student\n"),
    ("classes.csv", "sourcedId,title,grades,courseSourcedId,classType,schoolSourcedId\nc1,5А,05,,homeroom,S1\n"),
    (
      "enrollments.csv",
      "sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\ne2,c1,u2,student\n"
    ),
    ("lineItems.csv", "sourcedId,title,dueDate,classSourcedId,resultValueMax\ni1,Диктант,2025-09-02,c1,5\n"),
    (
      "results.csv",
      """
      sourcedId,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate
      r1,i1,u1,fully graded,5,2025-09-02
      r2,i1,u2,fully graded,4,2025-09-02

      """
    ),
  ]

  private static let answers = [
    (
      "lessons.json",
      """
      [{"id": 1, "title": "Дроби", "date": "2025-09-02T00:00:00", "number": 1, "group": 9,
        "subject": {"id": 3, "name": "Алгебра"}, "teachers": [], "works": []}]
      """
    ),
    (
      "marks.json",
      """
      [{"id": 11, "type": "Mark", "value": "5", "person": 1, "work": 7, "lesson": 1, "number": 1},
       {"id": 12, "type": "Mark", "value": "4", "person": 2, "work": 7, "lesson": 1, "number": 1}]
      """
    ),
  ]

  /// Its marks are in the export and say that the lesson is there; its topic stands in the row that was rejected.
  @Test func theTopicOfALessonWhoseRowIsRejected() throws {
    try scratch.write(SchoolTables(), to: "раз")
    var tables = SchoolTables()
    tables.replace("2025-09-01;1", with: "2025-99-99;1", in: "lessons")
    try scratch.write(tables, to: "два")
    #expect(try scratch.zavuch("import", "раз", "--taken-at", "2025-10-26T12:00").status == 0)
    try scratch.zavuch("import", "два", "--taken-at", "2025-11-01T12:00")
    #expect(try scratch.rows("SELECT count(*) FROM lesson_text WHERE gone_by IS NOT NULL") == ["0"])
  }
}
