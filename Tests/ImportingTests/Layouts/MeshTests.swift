import Importing
import Journal
import Testing

@Suite struct MeshTests {
  static let marks = """
    {"payload": [{"subject_name": "Русский язык", "subject_id": 101, "average_by_all": "4.80", "year_mark": "5",
      "periods": [{"title": "1 четверть", "start_iso": "2026-09-01", "end_iso": "2026-10-25", "fixed_value": "4", "marks": [
        {"id": 1, "value": "5", "weight": 2, "date": "2026-09-29 00:00:00", "control_form_name": "Контрольный диктант",
         "is_exam": true, "is_point": false, "created_at": "2026-09-29T15:04:05"},
        {"id": 2, "value": "8", "date": "2026-09-30 00:00:00", "control_form_name": "Ответ", "is_point": false,
         "values": [{"nmax": 10, "grade": {"origin": "8", "five": 4.0, "hundred": 80}}], "updated_at": "2026-10-02T09:00:00"},
        {"id": 3, "value": "4", "date": "2026-10-01", "is_point": true, "point_date": "2026-10-08"},
        {"id": 4, "value": "9", "date": "2026-10-01", "is_point": false, "control_form_name": "Ответ"}]}]}]}
    """

  @Test func marksOfPeriods() throws {
    let export = try ExportFolder([("subject_marks.json", Self.marks)])
    let batch = try #require(export.batches.first)
    let pupil = "Ученик без имени (выгрузка/subject_marks)"
    #expect(
      batch.markLines == [
        "2026-09-29 Русский язык \(pupil): 5 Контрольный диктант", "2026-09-30 Русский язык \(pupil): 4 (8) Ответ",
        "2026-10-01 Русский язык \(pupil): . (точка 4 2026-10-08)",
      ])
    #expect(batch.marks.map(\.enteredAt) == [LocalMoment("2026-09-29T15:04:05"), nil, nil])
    #expect(batch.finalLines == ["Русский язык \(pupil) 1 четверть: 4", "Русский язык \(pupil) Год: 5"])
    #expect(batch.files[0].layout == "mesh" && batch.files[0].counts.marks == 2)
    #expect(batch.files[0].takenAt == LocalMoment("2026-10-02T09:00:00") && export.notices.isEmpty)
    #expect(
      export.rejected.count == 1
        && export.rejected[0].hasPrefix("$.payload[0].periods[0].marks[3]:4 не читается отметка"))
    #expect(batch.periods.map(\.kind) == [.quarter, .year] && batch.lessons.allSatisfy { $0.period == 0 })
  }

  @Test func flatMarksAndLessons() throws {
    let export = try ExportFolder([
      (
        "1.json",
        """
        {"payload": [{"id": 1, "value": "5", "date": "2025-09-18", "control_form_name": "", "is_point": false,
                      "subject_name": "Физика", "subject_id": 2, "student_id": 77}]}
        """
      ),
      (
        "2.json",
        """
        [{"id": 9, "date": "2025-09-19", "begin_time": "09:00", "end_time": "09:45", "subject_name": "Физика", "student_id": 77,
          "teacher": {"last_name": "Орлов", "first_name": "Пётр", "middle_name": null}, "is_missed_lesson": true,
          "lesson_homeworks": [{"homework": "§ 5"}], "details": {"lesson_topic": "Сила"}, "marks": [
          {"id": 5, "value": "3", "is_point": false, "weight": 1}]}]
        """
      ),
    ])
    // Files that name the same pupil are snapshots of their own.
    #expect(export.batches.count == 2 && export.rejected.isEmpty)
    #expect(export.batches[0].markLines == ["2025-09-18 Физика Ученик 77: 5"])
    let lessons = export.batches[1]
    #expect(lessons.lessonLines == ["2025-09-19 Физика: Сила / § 5"])
    #expect(lessons.markLines == ["2025-09-19 Физика Ученик 77: 3"])
    #expect(
      lessons.attendanceLines == ["2025-09-19 Физика Ученик 77: Н"] && lessons.teachers.map(\.name) == ["Орлов Пётр"])
  }
}
