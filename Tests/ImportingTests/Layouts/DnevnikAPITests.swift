import Importing
import Journal
import Testing

@Suite struct DnevnikAPITests {
  private static let big = 9_007_199_254_740_993

  private static func id(_ name: String, _ number: Int) -> String {
    // The number loses its last digit in a client that keeps doubles; the text does not.
    "\"\(name)\": \(big / 2 * 2 + number / 100 * 100), \"\(name)_str\": \"\(big + number)\""
  }

  private static func lesson(_ number: Int, group: Int, day: Int, _ title: String = "Дроби") -> String {
    """
    {\(id("id", number)), "title": "\(title)", "date": "2019-09-0\(day)T00:00:00", "number": 2, \(id("group", group)),
     "subject": {\(id("id", 700)), "name": "Алгебра", "knowledgeArea": "M"}, "works": [], "teachers": [\(big + 801)],
     "teachers_str": ["\(big + 801)"], "status": "Passed"}
    """
  }

  private static func mark(_ number: Int, person: Int, work: Int, lesson: Int?, _ value: String, _ ordinal: Int = 1)
    -> String
  {
    """
    {\(id("id", number)), "type": "Mark", "value": "\(value)", "textValue": "\(value)", \(id("person", person)), \(id("work", work)),
     \(lesson.map { id("lesson", $0) } ?? "\"lesson\": null, \"lesson_str\": null"), "number": \(ordinal),
     "date": "2019-09-0\(lesson == nil ? 9 : 3)T00:00:00", "workType": 60, "mood": "Good", "use_avg_calc": true}
    """
  }

  static let files: [(name: String, text: String)] = [
    (
      "01.json",
      "[{\(id("id", 1)), \"parentIds\": [], \"type\": \"Group\", \"name\": \"7а\", \"parallel\": 7}, {\(id("id", 2)), \"parentIds\": [\(big + 1)], \"parentIds_str\": [\"\(big + 1)\"], \"type\": \"Subgroup\", \"name\": \"Англ 1\", \"parallel\": 7}]"
    ),
    ("02.json", "[\(lesson(100, group: 1, day: 3)), \(lesson(101, group: 2, day: 4, ""))]"),
    (
      "03.json",
      """
      [{\(id("id", 200)), "type": "DefaultNewLessonWork", "workType": 60, "markType": "Mark5", "markCount": 2, \(id("lesson", 100)),
        "displayInJournal": true, "periodNumber": 0, "periodType": "None", \(id("eduGroup", 1))},
       {\(id("id", 201)), "type": "Homework", "workType": 0, "markCount": 0, \(id("lesson", 100)), "text": "№ 5", "sentDate": "2019-09-03T14:00:00.5"},
       {\(id("id", 202)), "type": "PeriodFinalMark", "workType": 0, "markCount": 1, "lesson": null, "periodNumber": 1,
        "periodType": "Quarter", "subjectId": \(big), "subjectId_str": "\(big + 700)", \(id("eduGroup", 1))}]
      """
    ),
    (
      "04.json",
      "[\(mark(300, person: 901, work: 200, lesson: 100, "4")), \(mark(301, person: 901, work: 200, lesson: 100, "5", 2)), \(mark(302, person: 902, work: 202, lesson: nil, "3")), \(mark(303, person: 902, work: 203, lesson: 101, "зачёт")), \(mark(304, person: 902, work: 204, lesson: 999, "5")), \(mark(305, person: 902, work: 200, lesson: 100, "10"))]"
    ),
    (
      "05.json",
      """
      {"logEntries": [{\(id("person", 902)), \(id("lesson", 100)), "comment": null, "status": "Ill", "createdDate": "2019-09-03T10:00:00Z"},
       {\(id("person", 901)), \(id("lesson", 101)), "status": "Late"}, {\(id("person", 902)), \(id("lesson", 101)), "status": "Pass"},
       {\(id("person", 901)), \(id("lesson", 100)), "status": "Attend"}, {\(id("person", 901)), \(id("lesson", 100)), "status": "Asleep"}]}
      """
    ),
    (
      "06.json",
      """
      [{"person": {\(id("id", 901)), "firstName": "Иван", "lastName": "Белов", "middleName": "Ильич", "shortName": "Белов И.", "sex": "Male"}, "membershipstatus": "Active"},
       {"person": {\(id("id", 903)), "firstName": "Пётр", "lastName": "Орлов", "shortName": "Орлов П."}, "membershipstatus": "Archive"}]
      """
    ),
    (
      "07.json",
      "[{\"id\": 1, \"idStr\": \"\(big + 902)\", \"userId\": 5, \"firstName\": \"Ольга\", \"lastName\": \"Волкова\", \"middleName\": null, \"shortName\": \"Волкова О.\"}]"
    ),
    (
      "08.json",
      "[{\(id("id", 401)), \"start\": \"2019-09-02T00:00:00\", \"finish\": \"2019-10-27T00:00:00\", \"number\": 1, \"type\": \"Quarter\", \"name\": \"1 четверть\", \"year\": 2019}]"
    ),
    (
      "09.json",
      "[{\"id\": 60, \"schoolId\": 1, \"kindId\": 2, \"kind\": \"Control\", \"title\": \"Контрольная работа\", \"abbr\": \"КР\", \"weight\": 2}]"
    ),
    (
      "10.json",
      "[{\"Id\": \(big + 801), \"FirstName\": \"Анна\", \"LastName\": \"Смирнова\", \"MiddleName\": \"Викторовна\", \"Subjects\": \"Алгебра\", \"HouseMaster\": true}]"
    ),
    ("11.json", "[{\"Name\": \"Звонки\", \"FirstLessonNumber\": 1, \"Items\": []}]"),
    (
      "12.json",
      """
      [{\(id("person", 901)), \(id("group", 1)), \(id("reportingPeriod", 401)), "per-subject-final-marks": [
        {"subject": {\(id("id", 700)), "name": "Алгебра"}, "final-mark": {\(id("id", 500)), "value": "5", "date": "2019-10-25T00:00:00"}},
        {"subject": {\(id("id", 701)), "name": "Физика"}, "final-mark": null}]}]
      """
    ),
    (
      "13.json", "{\(id("id", 10)), \"name\": \"Школа 1\", \"fullName\": \"МБОУ «Школа № 1»\", \"markType\": \"Mark5\"}"
    ),
  ]

  @Test func aFolderOfAnswers() throws {
    let export = try ExportFolder(Self.files)
    let batch = try #require(export.batches.first)
    #expect(export.batches.count == 1 && batch.files.map(\.layout) == Array(repeating: "dnevnik-api", count: 13))
    #expect(batch.lessonLines == ["2019-09-03 #2 Алгебра: Дроби / № 5", "2019-09-04 #2 Алгебра:  / "])
    #expect(
      batch.markLines == [
        "2019-09-03 Алгебра Белов Иван Ильич: 4 Контрольная работа",
        "2019-09-03 Алгебра Белов Иван Ильич: 5 Контрольная работа",
        "2019-09-04 Алгебра Волкова Ольга: зач (зачёт) Контрольная работа",
      ])
    #expect(Set(batch.marks.prefix(2).map(\.work)).count == 1)
    #expect(
      batch.attendanceLines == [
        "2019-09-03 Алгебра Волкова Ольга: Б (Ill)", "2019-09-04 Алгебра Белов Иван Ильич: О (Late)",
        "2019-09-04 Алгебра Волкова Ольга: У (Pass)", "2019-09-03 Алгебра Белов Иван Ильич: В (Attend)",
      ])
    #expect(
      batch.finalLines == ["Алгебра Волкова Ольга 1 четверть: 3", "Алгебра Белов Иван Ильич 1 четверть: 5"])
    #expect(batch.pupils.map(\.key).contains("dnevnik-api/9007199254741894"))
    #expect(batch.pupils.filter(\.isAmbiguous).map(\.name) == ["Орлов Пётр"])
    #expect(batch.classes.map(\.title) == ["7а"] && batch.teachers.map(\.name) == ["Смирнова Анна Викторовна"])
    // The subgroup's lesson is of the class, for those who have a record in it.
    #expect(batch.lessons.map(\.group) == [-1, 0] && batch.memberships.count == 2)
    #expect(batch.schools.map(\.name) == ["Школа 1"] || batch.schools.map(\.name) == ["МБОУ «Школа № 1»"])
    #expect(batch.attendance.map(\.enteredAt) == [LocalMoment("2019-09-03T10:00:00"), nil, nil, nil])
    #expect(batch.files[0].takenAt == LocalMoment("2019-09-03T14:00:00"))
    #expect(
      export.rejected.map { String($0.split(separator: "«")[0]) } == [
        "$[4]:5 урока 9007199254741992 нет среди уроков этой папки ", "$[5]:6 не читается отметка ",
        "$.logEntries[4]:5 неизвестное посещение ",
      ])
  }

  @Test func subjectsAreNoTableOfOurs() throws {
    let text = "[{\"id\": 1, \"id_str\": \"1\", \"name\": \"Алгебра\"}]"
    #expect(try ExportFolder([("subjects.json", text)]).files.map(\.layout) == ["dnevnik-api"])
    #expect(try ExportFolder([("subjects.json", text)], layout: "mesh").files.map(\.layout) == [nil])
  }

  @Test func errorsAreNamed() throws {
    let export = try ExportFolder([
      ("marks.json", "{\"type\": \"apiServerError\", \"description\": \"Internal error\"}"),
      ("works.json", "{\"type\": \"parameterInvalid\", \"description\": \"from\"}"),
    ])
    #expect(
      export.rejected.map { String($0.split(separator: "«")[0]) } == [
        " это не данные, а ошибка сервера Дневник.ру apiServerError: Internal error ",
        " это не данные, а ошибка сервера Дневник.ру parameterInvalid: from ",
      ])
  }

  @Test func pupilsOfAListBelongToTheGroupInItsName() throws {
    let groups =
      "[{\"id\": 71, \"id_str\": \"71\", \"parentIds\": [], \"type\": \"Group\", \"name\": \"7а\", \"parallel\": 7}, {\"id\": 72, \"id_str\": \"72\", \"parentIds\": [], \"type\": \"Group\", \"name\": \"7б\", \"parallel\": 7}]"
    let person = { (id: Int) in
      "[{\"id\": \(id), \"id_str\": \"\(id)\", \"userId\": 1, \"firstName\": \"А\", \"lastName\": \"Б\(id)\"}]"
    }
    let export = try ExportFolder([
      ("edu-groups.json", groups), ("persons-72.json", person(1)), ("persons.json", person(2)),
    ])
    let batch = try #require(export.batches.first)
    #expect(batch.pupils.map { batch.classes[Int($0.studyClass)].title } == ["7б", "класс не указан"])
    #expect(
      export.notices.map { String($0.prefix(30)) } == [" класс учеников не назван: 1; п"].map { String($0.prefix(30)) })
  }

  @Test func marksOfOneClassSayNothingOfAnother() throws {
    let groups = [1, 2].map {
      "{\(Self.id("id", $0)), \"parentIds\": [], \"type\": \"Group\", \"name\": \"7\($0 == 1 ? "а" : "б")\", \"parallel\": 7}"
    }
    let export = try ExportFolder(
      [
        ("groups.json", "[\(groups.joined(separator: ","))]"),
        ("lessons.json", "[\(Self.lesson(100, group: 1, day: 3)), \(Self.lesson(101, group: 2, day: 3))]"),
        ("marks.json", "[\(Self.mark(300, person: 901, work: 200, lesson: 100, "4"))]"),
      ], takenAt: "2019-09-10T08:00:00")
    let batch = try #require(export.batches.first)
    #expect(batch.journals.map { $0.says.contains(.marks) } == [true, false])
    #expect(batch.journals.allSatisfy { $0.says.contains(.topics) })
    #expect(batch.snapshots.filter { $0.kind == .mark }.map(\.journal) == [0])
    #expect(batch.snapshots.filter { $0.kind == .lesson }.count == 2)
  }
}
