import Importing
import Journal
import Testing

@Suite struct NetSchoolDiaryTests {
  static let diary = """
    {"weekStart": "2021-09-06T00:00:00", "weekEnd": "2021-09-11T00:00:00", "termName": "1 четверть", "className": "5ж",
     "weekDays": [{"date": "2021-09-06T00:00:00", "lessons": [
       {"classmeetingId": 1, "day": "2021-09-06T00:00:00", "number": 2, "subjectName": "Алгебра", "assignments": [
         {"id": 11, "typeId": 3, "assignmentName": "Не задано", "weight": 10, "classMeetingId": 1},
         {"id": 12, "typeId": 10, "assignmentName": "---Не указана---", "weight": 10, "classMeetingId": 1,
          "mark": {"assignmentId": 12, "studentId": 500, "mark": 4, "dutyMark": false}},
         {"id": 13, "typeId": 7, "assignmentName": "Дроби", "classMeetingId": 1,
          "mark": {"assignmentId": 13, "studentId": 500, "mark": "5", "dutyMark": false},
          "markComment": {"id": 1, "name": "!", "editTime": "2021-09-07T12:30:00"}}]}]},
      {"date": "2021-09-08T00:00:00", "lessons": [
       {"classmeetingId": 2, "day": "2021-09-08T00:00:00", "number": 1, "subjectName": "Алгебра", "assignments": [
         {"id": 21, "typeId": 3, "assignmentName": "№ 7", "classMeetingId": 2, "issueClassMeetingId": 1},
         {"id": 22, "typeId": 7, "assignmentName": "Уравнения", "classMeetingId": 2,
          "mark": {"assignmentId": 22, "studentId": 500, "mark": null, "dutyMark": true}},
         {"id": 23, "typeId": 7, "assignmentName": "Опрос", "classMeetingId": 2, "mark": {"studentId": 500, "mark": 9}}]}]}]}
    """

  @Test func diaryAndKindsOfWork() throws {
    let export = try ExportFolder([
      ("diary.json", Self.diary),
      (
        "types.json",
        """
        [{"id": 3, "order": 15, "abbr": "ДЗ", "name": "Домашнее задание"}, {"id": 7, "order": 1, "abbr": "К", "name": "Контрольная работа"},
         {"id": 10, "order": 2, "abbr": "О", "name": "Ответ на уроке"}]
        """
      ),
    ])
    let batch = try #require(export.batches.first)
    #expect(export.batches.count == 1 && batch.files.map(\.layout) == ["netschool-diary", "netschool-diary"])
    // Homework stands with the lesson it was given at.
    #expect(batch.lessonLines == ["2021-09-06 #2 Алгебра:  / № 7", "2021-09-08 #1 Алгебра:  / "])
    #expect(
      batch.markLines == [
        "2021-09-06 Алгебра Ученик 500: 4 Ответ на уроке",
        "2021-09-06 Алгебра Ученик 500: 5 Контрольная работа: Дроби",
        "2021-09-08 Алгебра Ученик 500: . (долг) Контрольная работа: Уравнения",
      ])
    #expect(batch.works.map(\.isWritten) == [false, true, true])
    let counts = batch.files[0].counts
    #expect([counts.lessons, counts.marks, counts.homework, counts.pupils] == [2, 2, 1, 1])
    #expect(batch.files[0].classes == ["5Ж"] && batch.files[0].takenAt == LocalMoment("2021-09-07T12:30:00"))
    #expect(export.rejected.count == 1 && export.rejected[0].contains("не читается отметка"))
    #expect(batch.told(batch.marks[1].place) == "$.weekDays[0].lessons[0].assignments:3")
  }

  @Test func fragmentWithoutLessons() throws {
    let export = try ExportFolder([
      (
        "a.json",
        """
        [{"id": 1, "typeId": 3, "assignmentName": "Не задано", "dueDate": "2025-09-03T00:00:00", "classMeetingId": 1},
         {"id": 2, "typeId": 40, "assignmentName": "Чертежи", "dueDate": "2025-04-07T00:00:00", "classMeetingId": 2,
          "mark": {"id": 0, "studentId": 100001, "mark": 5, "dutyMark": false, "assignmentId": 2}}]
        """
      )
    ])
    let batch = try #require(export.batches.first)
    #expect(batch.lessonLines == ["2025-09-03 предмет не указан:  / Не задано", "2025-04-07 предмет не указан:  / "])
    #expect(batch.markLines == ["2025-04-07 предмет не указан Ученик 100001: 5 вид работы 40: Чертежи"])
    #expect(batch.journals.map(\.schoolYear) == [2025, 2024] && batch.files[0].counts.homework == 0)
    #expect(batch.files[0].takenAt == LocalMoment("2025-04-07T00:00:00"))
  }

  private static func assignments(_ records: [String]) -> String {
    "[" + records.map { #"{"dueDate": "2025-09-03T00:00:00", "classMeetingId": 1, \#($0)}"# }.joined(separator: ",")
      + "]"
  }

  @Test func homeworkWhoseTextIsPartOfAnotherIsKept() throws {
    let tasks = ["упр. 12", "упр. 1", "упр. 12"].enumerated().map {
      #""id": \#($0), "typeId": 3, "assignmentName": "\#($1)""#
    }
    let export = try ExportFolder([("a.json", Self.assignments(tasks))], takenAt: "2025-09-10T08:00:00")
    #expect(export.batches[0].lessons.map(\.homework) == ["упр. 12; упр. 1"])
  }

  @Test func aMarkOfAnotherPupilIsRejected() throws {
    let marks = [500, 501, 500].enumerated().map {
      #""id": \#($0), "typeId": 7, "assignmentName": "Тест", "mark": {"studentId": \#($1), "mark": 4, "dutyMark": false}"#
    }
    let export = try ExportFolder([("a.json", Self.assignments(marks))])
    #expect(export.batches[0].marks.count == 2 && export.batches[0].pupils.count == 1)
    #expect(export.rejected.count == 1 && export.rejected[0].contains("отметка другого: 501"))
  }
}
