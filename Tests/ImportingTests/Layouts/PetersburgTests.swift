import Importing
import Journal
import Testing

@Suite struct PetersburgTests {
  private static func answer(_ items: String) -> String {
    "{\"data\": {\"items\": [\(items)], \"total_items\": 1}, \"validations\": [], \"messages\": [], \"debug\": []}"
  }

  private static func child(_ education: Int, _ surname: String, school: String = "Школа") -> String {
    """
    {"educations": [{"education_id": \(education), "group_id": 7, "group_name": "7 д", "institution_name": "\(school)"}],
     "identity": {"id": 1}, "firstname": "Вера", "surname": "\(surname)", "middlename": "Львовна"}
    """
  }

  private static func estimate(_ fields: String) -> String {
    "{\"education_id\": 10, \"date\": \"10.09.2026\", \"subject_id\": 12, \"subject_name\": \"Алгебра\", \(fields)}"
  }

  static let estimates = answer(
    [
      #""lesson_id": 1, "estimate_value_code": "4/5", "estimate_value_name": "4", "estimate_type_code": "1065", "estimate_type_name": "Самостоятельная работа""#,
      #""lesson_id": 1, "estimate_type_code": "30000", "estimate_type_name": "Посещаемость", "estimate_value_name": "по болезни""#,
      #""lesson_id": 2, "estimate_type_code": "30001", "estimate_type_name": "Опоздание""#,
      #""lesson_id": 3, "estimate_type_code": "30000", "estimate_value_name": "по уважительной причине""#,
      #""lesson_id": 4, "estimate_value_name": "зачёт", "estimate_type_code": "1058", "estimate_type_name": "Работа на уроке""#,
      #""lesson_id": 4, "estimate_value_name": "неизвестная", "estimate_type_code": "1058", "estimate_type_name": "Работа на уроке""#,
      #""lesson_id": 5, "estimate_value_name": "шумел", "estimate_type_code": "40000", "estimate_type_name": "Замечание""#,
      #""lesson_id": 5, "estimate_value_code": "7/10", "estimate_type_code": "1058", "estimate_type_name": "Работа на уроке""#,
      #""estimate_value_code": "5/5", "estimate_type_code": "2", "estimate_type_name": "Итоговая за 1 четверть""#,
      #""lesson_id": 6, "estimate_value_code": "3/5", "estimate_type_code": "9", "estimate_type_name": "Итоговая контрольная работа""#,
    ].map(estimate).joined(separator: ","))

  @Test func marksAbsencesAndRemarksOfOneList() throws {
    let export = try ExportFolder([
      ("children.json", Self.answer(Self.child(10, "Ольхова"))), ("a.json", Self.estimates),
    ])
    let batch = try #require(export.batches.first)
    #expect(batch.files.map(\.layout) == ["petersburg", "petersburg"])
    #expect(
      batch.markLines == [
        "2026-09-10 Алгебра Ольхова Вера Львовна: 4 (4/5) Самостоятельная работа",
        "2026-09-10 Алгебра Ольхова Вера Львовна: зач (зачёт) Работа на уроке",
        "2026-09-10 Алгебра Ольхова Вера Львовна: 3 (3/5) Итоговая контрольная работа",
      ])
    #expect(
      batch.attendanceLines == [
        "2026-09-10 Алгебра Ольхова Вера Львовна: Б (по болезни)", "2026-09-10 Алгебра Ольхова Вера Львовна: О",
        "2026-09-10 Алгебра Ольхова Вера Львовна: У (по уважительной причине)",
      ])
    #expect(batch.finalLines == ["Алгебра Ольхова Вера Львовна Итоговая за 1 четверть: 5"])
    #expect(batch.classes.map(\.title) == ["7 д"] && batch.files[1].classes == ["7Д"])
    #expect(batch.works.map(\.isWritten) == [true, false, true])
    #expect(export.rejected.count == 1 && export.rejected[0].hasPrefix("$.data.items[7]:8 не читается отметка"))
    #expect(
      export.notices.map { String($0.prefix(40)) } == [
        " замечания учителей (1) не загружены: эт", " записи без отметки — «неизвестная» или ",
        " когда сделана выгрузка, не сказано; при",
      ])
    #expect(batch.files.map(\.takenAt) == Array(repeating: LocalMoment("2026-09-10T00:00:00"), count: 2))
  }

  @Test func lessonsHaveTopicsAndHomework() throws {
    let lesson = """
      {"identity": {"id": 1, "uid": null}, "number": 3, "datetime_from": "10.09.2026 10:30:00", "subject_id": 12,
       "subject_name": "Алгебра", "content_name": "Дроби", "tasks": [{"task_name": "№ 5", "task_kind_code": "homework"},
       {"task_name": "реферат", "task_kind_code": "other"}, {"task_name": "№ 6", "task_kind_code": "homework"}],
       "estimates": [{"estimate_type_code": "1065", "estimate_type_name": "Самостоятельная работа",
       "estimate_value_code": "4/5", "estimate_value_name": "4"}]}
      """
    let export = try ExportFolder([
      ("children.json", Self.answer(Self.child(10, "Ольхова"))), ("estimates.json", Self.estimates),
      ("lessons.json", Self.answer(lesson)),
    ])
    let batch = try #require(export.batches.first)
    #expect(batch.lessonLines.first == "2026-09-10 #3 Алгебра: Дроби / № 5; № 6")
    // The same mark in both answers is one.
    #expect(batch.marks.count == 3 && batch.files[2].counts.marks == 1 && batch.files[1].counts.marks == 2)
    #expect(batch.told(batch.lessons[0].place) == "$.data.items:1")
    #expect(batch.told(batch.marks[0].place) == "$.data.items[0].estimates:1")
  }

  @Test func aFeedThatNamesNobodyIsNobodysOfTwo() throws {
    let nameless = Self.estimates.replacing("\"education_id\": 10, ", with: "")
    let children = Self.child(10, "Ольхова") + "," + Self.child(11, "Кедрова", school: "Лицей")
    let export = try ExportFolder([("a.json", nameless), ("children.json", Self.answer(children))])
    let batch = try #require(export.batches.first)
    #expect(
      batch.pupils.map(\.name) == ["Ольхова Вера Львовна", "Кедрова Вера Львовна", "Ученик без имени (выгрузка/a)"])
    #expect(batch.pupils.map(\.isAmbiguous) == [false, false, true])
    #expect(batch.marks.allSatisfy { $0.pupil == 2 } && batch.classes.map(\.title) == ["7 д", "класс не указан"])
    #expect(batch.journals.allSatisfy { $0.says.contains(.partial) })
    #expect(export.notices.contains { $0.contains("Лицей, Школа") })
  }

  @Test func childrenAloneNeedNoMoment() throws {
    let export = try ExportFolder([("c.json", Self.answer(Self.child(10, "Ольхова")))])
    #expect(export.rejected.isEmpty && export.files[0].takenAt == nil && export.batches[0].pupils.count == 1)
  }

  @Test func lessonsWithoutAnyMarkNeedAMoment() throws {
    let lesson = """
      {"identity": {"id": 1}, "datetime_from": "10.09.2026 10:30:00", "subject_id": 1, "subject_name": "Алгебра"}
      """
    #expect(
      try ExportFolder([("l.json", Self.answer(lesson))]).rejected.map { String($0.prefix(38)) }
        == [
          " неизвестно, когда сделана выгрузка: в "
        ].map { String($0.prefix(38)) })
    let dated = try ExportFolder([("l-11.09.2026.json", Self.answer(lesson))])
    #expect(dated.rejected.isEmpty && dated.files[0].takenAt == LocalMoment("2026-09-11T00:00:00"))
  }

  private static func answered(_ fields: String, _ type: String) -> String {
    #"\#(fields), "estimate_value_code": "4/5", "estimate_value_name": "4", "estimate_type_name": "\#(type)""#
  }

  private func read(_ estimates: [String]) throws -> ExportFolder {
    try ExportFolder(
      [
        ("children.json", Self.answer(Self.child(10, "Ольхова"))),
        ("a.json", Self.answer(estimates.map(Self.estimate).joined(separator: ","))),
      ], takenAt: "2026-10-01T08:00:00")
  }

  @Test func anIllnessEnteredAheadDoesNotDateTheExport() throws {
    let mark = Self.answered(#""lesson_id": 1, "estimate_type_code": "1058""#, "Ответ")
    let ill = #""lesson_id": 2, "estimate_type_code": "30000", "estimate_value_name": "по болезни""#
    let later = Self.estimate(ill).replacing("10.09.2026", with: "21.09.2026")
    let export = try ExportFolder([("a.json", Self.answer("\(Self.estimate(mark)), \(later)"))])
    #expect(export.batches[0].attendance.count == 1)
    #expect(export.files[0].takenAt == LocalMoment("2026-09-10T00:00:00"))
  }

  @Test(arguments: ["Контрольный диктант за 1 четверть", "Четырёхугольники", "Годы войны", "Смотр за полугодие"])
  func aWorkThatNamesAPeriodIsNoFinalMark(_ type: String) throws {
    let export = try read([Self.answered(#""lesson_id": 1, "estimate_type_code": "2""#, type)])
    #expect(export.batches[0].finalMarks.isEmpty && export.batches[0].marks.count == 1)
  }

  @Test(arguments: ["четверть", "Четвертная", "годовая", "Итоговая за II полугодие", "Оценка за 1-й триместр"])
  func aPeriodAloneIsAFinalMark(_ type: String) throws {
    let export = try read([Self.answered(#""estimate_type_code": "2""#, type)])
    #expect(export.batches[0].finalMarks.count == 1 && export.batches[0].marks.isEmpty)
  }

  @Test(arguments: [
    ("неизвестная", nil, false), ("", .absent, false), ("выдан учебник", nil, true),
    ("отсутствовал", AttendanceCode.absent, false),
    ("без уважительной причины", .absent, false), ("н", .absent, false),
  ])
  func wordsThatTellNoAbsenceAreNone(_ words: String, _ code: AttendanceCode?, _ isRejected: Bool) throws {
    let export = try read([
      Self.answered(#""lesson_id": 1, "estimate_type_code": "1058""#, "Ответ"),
      #""lesson_id": 1, "estimate_type_code": "30000", "estimate_value_name": "\#(words)""#,
    ])
    #expect(export.batches[0].attendance.map(\.code) == [code].compactMap { $0 })
    #expect(export.rejected.count == (isRejected ? 1 : 0))
  }
}
