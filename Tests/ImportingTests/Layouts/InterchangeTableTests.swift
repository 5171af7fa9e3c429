import Testing

@testable import Importing

@Suite struct InterchangeTableTests {
  @Test(arguments: InterchangeTable.allCases)
  func knowsItselfByItsColumns(_ table: InterchangeTable) {
    #expect(InterchangeTable.recognise(header: table.required + table.optional, name: table.rawValue) == table)
    #expect(InterchangeTable.recognise(header: table.required.reversed(), name: "\(table.rawValue)_2025") == table)
    // Only these are alike without their optional columns.
    let isAlike = [.schools, .subjects, .groups, .pupils].contains(table)
    #expect(InterchangeTable.recognise(header: table.required + ["x"], name: "выгрузка") == (isAlike ? nil : table))
  }

  @Test(arguments: [
    ("works", ["id", "lesson_id", "вид"], ["kind", "is_written"]),
    ("lessons", ["id", "class_id", "subject_id", "date", "topic"], ["teacher_id"]),
    ("marks", ["id", "work_id", "value", "entered_at"], ["pupil_id"]),
  ])
  func nearest(_ table: String, _ header: [String], _ missing: [String]) throws {
    let nearest = try #require(InterchangeTable.nearest(to: header))
    #expect(nearest.table.rawValue == table && nearest.missing == missing)
  }

  /// All columns of class hours are among these.
  @Test func lessonsWithoutTeachersAreNoClassHours() {
    let header = ["id", "class_id", "subject_id", "date", "topic", "homework"]
    #expect(InterchangeTable.recognise(header: header, name: "lessons") == nil)
    #expect(InterchangeTable.recognise(header: header, name: "выгрузка") == nil)
    #expect(InterchangeTable.recognise(header: ["id", "class_id", "date", "topic"], name: "lessons") == .classHours)
  }

  @Test func nothingIsNearStrangeColumns() {
    #expect(InterchangeTable.nearest(to: ["город", "столица"]) == nil)
  }

  @Test(arguments: [
    ("2", 200), ("0,5", 50), ("0.5", 50), ("1,25", 125), ("0", 0), ("60", 6000), ("61", nil), ("-1", nil),
    ("1,", nil), ("два", nil), ("1,5,5", nil), ("1,255", nil),
  ])
  func weeklyHours(_ text: String, _ hundredths: Int?) {
    #expect(InterchangeReader.hundredths(text) == hundredths)
  }

  @Test(arguments: [
    ("5", 5...5), ("10-11", 10...11), ("1 – 4", 1...4), ("11-10", nil), ("0-4", nil), ("5-13", nil), ("", nil),
    ("1-2-3", nil),
  ])
  func grades(_ text: String, _ grades: ClosedRange<Int>?) {
    #expect(InterchangeReader.grades(text) == grades)
  }
}
