import Importing
import Journal
import Testing

/// Several files of one interchange table, of which some have columns that others have not.
@Suite struct UnevenFilesTests {
  private func read(_ others: String, _ otherRow: String) throws -> ExportFolder {
    try ExportFolder(
      [
        (
          "lessons-5a.csv",
          "id;class_id;subject_id;teacher_id;date;topic;entered_at\nL1;C1;M;T;2025-09-02;Дроби;2025-09-02T09:00:00\nL3;C1;M;T;2025-09-03;;\n"
        ),
        ("lessons-5b.csv", "id;class_id;subject_id;teacher_id;date\(others)\nL2;C2;M;T;2025-09-02\(otherRow)\n"),
      ], takenAt: "2025-10-01T08:00:00")
  }

  @Test(arguments: [("", ""), (";entered_at", ";")])
  func lessonsOfAFileWithoutTimesAreNotLessonsNeverEntered(_ columns: String, _ cells: String) throws {
    let batch = try #require(try read(";topic\(columns)", ";Доли\(cells)").batches.first)
    #expect(batch.lessons.map(\.isTimed) == [true, true, false])
    #expect(batch.journals.allSatisfy { !$0.says.contains(.lessonTimes) && $0.says.contains(.topics) })
  }

  @Test func lessonsOfAFileWithoutTopicsAreNotLessonsWithoutATopic() throws {
    let export = try read("", "")
    let batch = try #require(export.batches.first)
    #expect(!batch.snapshots.contains { $0.kind == .topic } && batch.files.map(\.counts.topics) == [0, 0])
    #expect(export.rejected.count == 1 && export.rejected[0].contains("темы не загружены"))
    #expect(try read(";topic", ";").rejected.isEmpty)
  }
}
