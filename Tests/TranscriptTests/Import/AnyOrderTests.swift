import Testing

/// Three exports of one journal in any order leave the same store, whatever the layout: a mark that vanishes, one that changes
/// and one that appears.
@Suite struct AnyOrderTests {
  /// A layout's look-alike: the files of an export with these marks, by the day of September.
  struct Look: Sendable, CustomTestStringConvertible {
    var layout: String
    var files: @Sendable ([Int: String]) throws -> [(name: String, bytes: [UInt8])]
    var testDescription: String { layout }

    init(_ layout: String, _ files: @escaping @Sendable ([Int: String]) -> [(name: String, text: String)]) {
      self.layout = layout
      self.files = { marks in files(marks).map { ($0.name, Array($0.text.utf8)) } }
    }

    init(_ layout: String, book: @escaping @Sendable ([Int: String]) throws -> [UInt8]) {
      self.layout = layout
      files = { marks in [("Отчёт.xlsx", try book(marks))] }
    }
  }

  private static let snapshots = [[2: "5", 3: "4"], [2: "5", 3: "3", 4: "5"], [3: "3", 4: "2"]]
  private static let mapping = """
    { mappings: [
      { name: "Отметки", columns: { pupil: "Ученик", date: "Дата", subject: "Предмет", mark: "Отметка" },
        constant: { class: "5А" } },
      { name: "Дни", columns: { pupil: "ФИО" }, across: { field: "date", cell: "mark", from: "B" },
        constant: { class: "5А", subject: "Алгебра" } } ] }
    """

  @Test(arguments: looks) func anyOrderGivesTheSameFacts(_ look: Look) throws {
    let scratch = try Scratch()
    try scratch.write(Self.mapping, to: "zavuch.json5")
    for (index, marks) in Self.snapshots.enumerated() {
      for file in try look.files(marks) { try scratch.write(file.bytes, to: "\(index)/\(file.name)") }
    }
    var expected: [String] = []
    for (number, order) in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0], [2, 2, 0, 1, 0]]
      .enumerated()
    {
      let store = "\(number).db"
      for index in order {
        let told = try scratch.zavuch(
          "import", "\(index)", "--taken-at", "2025-10-1\(index)T12:00", "--store", store, "--config", "zavuch.json5",
          "--json")
        #expect(told.status == 0 && told.output.contains("\"layout\":\"\(look.layout)\""), "\(told)")
      }
      let facts = try scratch.facts(store)
      if number == 0 {
        expected = facts
        // The mark of the second day is gone, that of the third is another, that of the fourth changed once more.
        let versions = facts.filter { $0.hasPrefix("mark|") || $0.hasPrefix("final|") }
        #expect(versions.count == 5, "\(versions)")
        // What vanished with its lesson ends with it.
        #expect(versions.count { !$0.hasSuffix("|—|—") } >= 2, "\(versions)")
      }
      #expect(facts.difference(from: expected).isEmpty, "\(order): \(facts.difference(from: expected))")
    }
  }

  private static func list(_ marks: [Int: String], _ record: (Int, String) -> String) -> [String] {
    marks.sorted { $0.key < $1.key }.map { record($0.key, $0.value) }
  }

  static let looks: [Look] = [
    Look("interchange") { marks in
      var tables = SchoolTables()
      for name in ["lessons", "marks", "attendance", "final_marks"] { tables.removeLastColumn(of: name) }
      tables.remove("exemptions", "final_marks", "logins", "attendance", "groups", "group_pupils")
      tables["lessons"] = "id;class_id;subject_id;teacher_id;date;topic\n"
      tables["works"] = "id;lesson_id;kind;is_written\n"
      for day in 2...4 {
        tables.append("L\(day);C1;SU1;T1;2025-09-0\(day);Дроби", to: "lessons")
        tables.append("W\(day);L\(day);ответ;0", to: "works")
      }
      tables["marks"] = "id;work_id;pupil_id;value\n"
      for mark in list(marks, { "M\($0);W\($0);P1;\($1)" }) { tables.append(mark, to: "marks") }
      return tables.files
    },
    Look(
      "dnevnik-journal",
      book: { marks in
        try JournalBook(
          .journal(
            months: ["Сентябрь", "", ""], days: ["2", "3", "4"],
            pupils: [["Белов И."] + (2...4).map { marks[$0] ?? "" }, ["Волкова О.", "", "", ""]])
        ).bytes()
      }),
    Look(
      "student-report",
      book: { marks in
        var book = StudentBook([1: ["Школа"], 3: ["Отчет об успеваемости и посещаемости ученика"]])
        book.addBlock(
          row: 6, pupil: "Белов Иван Петрович", period: "с 02.09.25 по 04.09.25", months: ["Сентябрь", nil, nil],
          days: ["=2", "=3", "=4"], subjects: [["Алгебра"] + (2...4).map { marks[$0] ?? "" }])
        book.rows[6] = ["Учебный год: 2025/2026"]
        return try book.bytes()
      }),
    Look(
      "student-table",
      book: { marks in
        var book = StudentBook([1: ["Школа"], 3: ["Табель успеваемости учащегося"]])
        book.addCard(
          row: 6, pupil: "Белов Иван Петрович",
          subjects: (2...4).map { ["Предмет \($0)", "=0", "=0", marks[$0], "=0", "=0", nil] })
        return try book.bytes()
      }),
    Look("netschool-report") { marks in
      let cells = (2...4).map { "<td>\(marks[$0] ?? "&nbsp;")</td>" }.joined()
      return [
        (
          "Отчет.xls",
          """
          <html><head><meta charset="utf-8"></head><body><table><tr><td></td><td><span>Учебный год:</span> <span>2025/2026</span><br>
          <span>Класс:</span> <span>5А</span><br><span>Период:</span> <span>2.9.25 - 4.9.25</span><br>
          <span>Ученик:</span> <span>Белов Иван</span></td></tr></table><table class="table-print">
          <tr><th rowspan="2">Предмет</th><th colspan="3">Сентябрь</th><th rowspan="2">Средняя оценка</th></tr>
          <tr><th>2</th><th>3</th><th>4</th></tr>
          <tr><td class="cell-text">Алгебра</td>\(cells)<td class="cell-num-2">&nbsp;</td></tr></table></body></html>
          """
        )
      ]
    },
    Look("dnevnik-api") { marks in
      let lessons = (2...4).map {
        """
        {"id": \($0), "title": "Дроби", "date": "2025-09-0\($0)T00:00:00", "number": 1, "group": 9,
         "subject": {"id": 3, "name": "Алгебра"}, "teachers": [], "works": []}
        """
      }
      let records = list(marks) {
        "{\"id\": \($0)0, \"type\": \"Mark\", \"value\": \"\($1)\", \"person\": 1, \"work\": \($0)7, \"lesson\": \($0), \"number\": 1}"
      }
      return [
        ("lessons.json", "[\(lessons.joined(separator: ","))]"), ("marks.json", "[\(records.joined(separator: ","))]"),
      ]
    },
    Look("netschool-diary") { marks in
      let days = (2...4).map { day in
        """
        {"date": "2025-09-0\(day)T00:00:00", "lessons": [{"classmeetingId": \(day), "number": 1, "subjectName": "Алгебра",
          "assignments": [{"id": \(day), "typeId": 7, "assignmentName": "Дроби", "classMeetingId": \(day),
            "mark": \(marks[day].map { "{\"assignmentId\": \(day), \"studentId\": 500, \"mark\": \($0)}" } ?? "null")}]}]}
        """
      }
      return [
        (
          "diary.json",
          """
          {"weekStart": "2025-09-01T00:00:00", "weekEnd": "2025-09-07T00:00:00", "className": "5А",
           "weekDays": [\(days.joined(separator: ","))]}
          """
        )
      ]
    },
    Look("eljur") { marks in
      let records = list(marks) { "{\"value\": \"\($1)\", \"date\": \"2025-09-0\($0)\", \"nm\": \"0\"}" }
      return [
        (
          "getmarks.json",
          """
          {"response": {"state": 200, "error": null, "result": {"students": {"10306": {"title": "Белов Иван", "lessons": [
            {"name": "Алгебра", "lesson_id": "5", "marks": [\(records.joined(separator: ","))]}]}}}}}
          """
        )
      ]
    },
    Look("mesh") { marks in
      let records = list(marks) {
        """
        {"id": \($0), "value": "\($1)", "date": "2025-09-0\($0)", "is_point": false, "subject_name": "Физика", "subject_id": 2,
         "student_id": 77}
        """
      }
      return [("marks.json", "{\"payload\": [\(records.joined(separator: ","))]}")]
    },
    Look("petersburg") { marks in
      let records = list(marks) {
        """
        {"education_id": 10, "lesson_id": \($0), "date": "0\($0).09.2025", "subject_id": 12, "subject_name": "Алгебра",
         "estimate_value_code": "\($1)/5", "estimate_value_name": "\($1)", "estimate_type_code": "1058",
         "estimate_type_name": "Работа на уроке"}
        """
      }
      return [("estimates.json", "{\"data\": {\"items\": [\(records.joined(separator: ","))]}}")]
    },
    Look("oneroster") { marks in
      [
        ("users.csv", "sourcedId,givenName,familyName,role\nu1,Иван,Белов,student\n"),
        (
          "classes.csv",
          "sourcedId,title,grades,courseSourcedId,classType,schoolSourcedId\nc1,5А,05,,homeroom,S1\n"
        ),
        ("enrollments.csv", "sourcedId,classSourcedId,userSourcedId,role\ne1,c1,u1,student\n"),
        (
          "lineItems.csv",
          "sourcedId,title,dueDate,classSourcedId,resultValueMax\n"
            + (2...4).map { "i\($0),Диктант,2025-09-0\($0),c1,5\n" }.joined()
        ),
        (
          "results.csv",
          "sourcedId,lineItemSourcedId,studentSourcedId,scoreStatus,score,scoreDate\n"
            + list(marks) { "r\($0),i\($0),u1,fully graded,\($1),2025-09-0\($0)\n" }.joined()
        ),
      ]
    },
    Look("mapped") { marks in
      [
        (
          "Отметки.csv",
          "Ученик;Дата;Предмет;Отметка\n"
            + (2...4).map { "Белов Иван;0\($0).09.2025;Алгебра;\(marks[$0] ?? "")\n" }.joined()
        )
      ]
    },
    Look("mapped") { marks in
      [
        (
          "Дни.csv",
          "ФИО;02.09.2025;03.09.2025;04.09.2025\nБелов Иван;\((2...4).map { marks[$0] ?? "" }.joined(separator: ";"))\n"
        )
      ]
    },
  ]
}
