import Importing
import Journal
import Testing

@Suite struct InterchangeJSONTests {
  private static let tables = """
    {"schools": [{"id": "S1", "name": "Школа \\"Радуга\\""}],
     "classes": [{"id": 5, "school_id": "S1", "grade": 5, "letter": "А"}],
     "subjects": [{"id": "SU1", "name": "Алгебра; геометрия", "weekly_hours": 2.5, "graded": true}],
     "teachers": [{"id": "T1", "school_id": "S1", "name": "Смирнова Анна"}],
     "pupils": [{"id": 9007199254740993, "class_id": 5, "name": "Белов И.", "enrolled": null}],
     "lessons": [{"id": "L1", "class_id": 5, "subject_id": "SU1", "teacher_id": "T1", "date": "2025-09-01",
                  "topic": "Дроби,\\nчасть 1", "entered_at": "2025-09-01T09:00:00"},
                 {"id": "L2", "class_id": 5, "subject_id": "SU1", "teacher_id": "T1", "date": "завтра"}],
     "works": [{"id": "W1", "lesson_id": "L1", "kind": "ответ", "is_written": false}],
     "marks": [{"id": "M1", "work_id": "W1", "pupil_id": 9007199254740993, "value": 5}, 7]}
    """

  @Test func aMemberATable() throws {
    let export = try ExportFolder([("таблицы.json", Self.tables)])
    let batch = try #require(export.batches.first)
    #expect(export.batches.count == 1 && batch.files[0].layout == "interchange" && batch.files[0].sheetCount == 8)
    #expect(batch.lessonLines == ["2025-09-01 Алгебра; геометрия: Дроби,\nчасть 1 / "])
    #expect(batch.markLines == ["2025-09-01 Алгебра; геометрия Белов И.: 5 ответ"])
    #expect(batch.pupils.map(\.key) == ["9007199254740993"] && batch.subjects[0].weeklyHours == 250)
    #expect(batch.told(batch.marks[0].place) == "$.marks:1" && batch.told(batch.pupils[0].place) == "$.pupils:1")
    #expect(
      export.rejected == [
        "$.lessons[1].date:2 не читается дата «завтра»", "$.marks[1]:2 вместо значения стоит не запись «7»",
      ])
    let counts = batch.files[0].counts
    #expect([counts.lessons, counts.pupils, counts.marks, counts.topics] == [1, 1, 1, 1])
    #expect(batch.files[0].classes == ["5А"] && batch.files[0].schools == ["Школа \"Радуга\""])
    #expect(batch.files[0].takenAt == LocalMoment("2025-09-01T09:00:00"))
  }

  @Test func oneFileATableBesideCSV() throws {
    let export = try ExportFolder([
      ("classes.csv", "id;school_id;grade;letter\nC1;S1;7;б\n"),
      ("pupils.json", "[{\"id\": \"P1\", \"class_id\": \"C1\", \"name\": \"Белов\"}]"),
      ("schools.json", "[{\"id\": \"S1\", \"name\": \"Школа\"}]"),
      ("consents.json", "[{\"pupil_id\": \"P1\", \"kind\": \"child\", \"given\": \"01.09.2025\", \"note\": 1}]"),
    ])
    let batch = try #require(export.batches.first)
    #expect(batch.files.map(\.layout) == Array(repeating: "interchange", count: 4) && batch.lists.count == 1)
    #expect(export.rejected.isEmpty)
    #expect(export.notices == ["$[].note столбец «note» не входит в таблицу consents и пропущен «note»"])
  }

  @Test func whatIsNoTableIsTold() throws {
    let export = try ExportFolder([
      (
        "a.json",
        "{\"teachers\": [{\"id\": \"T1\", \"school_id\": \"S1\", \"name\": \"Иванова\"}], \"lessons\": [{\"id\": 1, \"class_id\": 2, \"date\": 3, \"subject_id\": 4}]}"
      ),
      ("список.json", "[{\"id\": 1, \"name\": \"Алгебра\"}]"),
      ("чужое.json", "{\"payload\": []}"),
      ("плохое.json", "{\"marks\": [{\"id\": 1,}]}"),
    ])
    #expect(
      export.rejected == [
        "$.lessons похоже на таблицу lessons, но нет столбцов: teacher_id «id,class_id,date,subject_id»",
        "1 ожидается название поля в кавычках «}]}»",
        "$ такие столбцы есть в нескольких таблицах: schools, subjects «id,name»",
        " данные JSON не похожи ни на одну известную выгрузку «{\"payload\": []}»",
      ])
  }

  @Test func tablesWithoutRowsAreThere() throws {
    let export = try ExportFolder(
      [("a.json", "{\"marks\": [], \"works\": [], \"other\": []}")], takenAt: "2025-10-01T08:00")
    #expect(export.files.map(\.layout) == ["interchange"] && export.rejected.isEmpty)
    #expect(export.batches[0].journals[0].says.contains(.marks))
  }
}
