import Importing
import Journal
import Testing

@Suite struct EljurTests {
  private static func answer(_ result: String) -> String {
    "{\"response\": {\"state\": 200, \"error\": null, \"result\": \(result)}}"
  }

  static let marks = answer(
    """
    {"students": {"10306": {"title": "Белов Иван", "lessons": [{"name": "Алгебра", "lesson_id": "5", "average": "4.00", "marks": [
      {"value": "4", "convert": 4, "count": true, "date": "2025-09-01", "weight": 1, "nm": "0", "mtype": {"type": "Контрольная"}},
      {"value": "3/5", "convert": 4, "count": true, "date": "2025-09-02", "mtype": {"type": "Диктант"}},
      {"value": "3/4", "convert": "3,5", "date": "2025-09-03"}, {"value": "н", "convert": 0, "count": false, "date": "2025-09-04"},
      {"value": "ОП", "convert": 0, "count": false, "date": "2025-09-05"}, {"value": "хор", "date": "2025-09-05"}]}]}}}
    """)
  static let diary = answer(
    """
    {"students": {"10306": {"title": "Белов Иван", "days": {"20250901": {"name": "20250901", "title": "Понедельник", "items": {
      "1": {"num": "1", "name": "Алгебра", "lesson_id": "5", "teacher": "Смирнова Анна", "topic": "Дроби",
            "homework": {"7": {"id": 7, "value": "№ 5", "individual": false}}, "files": [],
            "assessments": [{"value": "4", "mtype": {"type": "Контрольная"}}]},
      "2": {"num": 2, "name": "Физика", "lesson_id": "6", "homework": []}}, "items_extday": []},
      "20250907": {"title": "Воскресенье", "items": []}}}}}
    """)
  private static let periods = answer(
    "{\"students\": {\"10306\": {\"periods\": [{\"name\": \"I\", \"fullname\": \"1 четверть\", \"start\": \"20250901\", \"end\": \"20251026\"}]}}}"
  )
  static let finals = answer(
    """
    {"students": {"10306": {"title": "Белов Иван", "items": [{"name": "Алгебра", "assessments": [
      {"period": "I", "value": "4", "comment": ""}, {"period": "Год", "value": "осв"}, {"period": "2 четверть", "value": ""}]}]}}}
    """)

  @Test func marksDiaryPeriodsAndFinals() throws {
    let export = try ExportFolder([
      ("getdiary.json", Self.diary), ("getfinalassessments.json", Self.finals), ("getmarks.json", Self.marks),
      ("getperiods.json", Self.periods),
    ])
    let batch = try #require(export.batches.first)
    #expect(export.batches.count == 1 && Set(batch.files.map(\.layout)) == ["eljur"])
    #expect(batch.lessonLines.prefix(2) == ["2025-09-01 #1 Алгебра: Дроби / № 5", "2025-09-01 #2 Физика:  / "])
    // The mark of the diary and of the list of marks is one; `3/5` is one mark, its mean.
    #expect(
      batch.markLines == [
        "2025-09-01 Алгебра Белов Иван: 4 Контрольная", "2025-09-02 Алгебра Белов Иван: 4 (3/5) Диктант",
        "2025-09-03 Алгебра Белов Иван: 4 (3/4)",
      ])
    #expect(
      batch.attendanceLines == ["2025-09-04 Алгебра Белов Иван: Н (н)", "2025-09-05 Алгебра Белов Иван: О (ОП)"])
    #expect(batch.finalLines == ["Алгебра Белов Иван 1 четверть: 4"] && batch.exemptions.count == 1)
    #expect(batch.periods.first?.end == CivilDate("2025-10-26") && batch.pupils.map(\.isAmbiguous) == [false])
    #expect(
      export.rejected.count == 1 && export.rejected[0].contains("«{\"value\": \"хор\", \"date\": \"2025-09-05\"}»"))
    #expect(batch.teachers.map(\.name) == ["Смирнова Анна"])
  }

  @Test func anErrorIsNamed() throws {
    let text = "{\"response\": {\"state\": 403, \"error\": \"Неверный токен\", \"result\": null}}"
    let export = try ExportFolder([("e.json", text)])
    #expect(
      export.rejected == [
        " это не данные, а ответ ЭлЖура без них: Неверный токен «{\"state\": 403, \"error\": \"Неверный токен\", \"result\": null}»"
      ])
  }

  @Test func aPupilOfAnEmptyListIsNone() throws {
    let export = try ExportFolder([("e.json", Self.answer("{\"students\": []}"))])
    #expect(export.files.map(\.layout) == ["eljur"] && export.batches[0].pupils.isEmpty)
  }
}
