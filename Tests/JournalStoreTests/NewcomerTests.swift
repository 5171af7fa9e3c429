import FoundationEssentials
import Importing
import Journal
import JournalStore
import Testing

/// Lists of one class, of which the second names a pupil whom the first does not.
@Suite struct NewcomerTests {
  private func store(_ lists: [(moment: String, pupils: String)], absences: String = "") throws -> JournalStore {
    let folder = FileManager.default.temporaryDirectory.path + "/newcomer-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    let store = try JournalStore(path: ":memory:")
    for list in lists {
      for (name, text) in [
        ("teachers", "id;school_id;name\nT1;S1;Смирнова\n"), ("subjects", "id;name;graded\nSU1;Математика;1\n"),
        ("classes", "id;school_id;grade;letter\nC1;S1;5;А\nC2;S1;5;Б\n"), ("pupils", list.pupils),
        ("lessons", "id;class_id;subject_id;teacher_id;date\nL1;C1;SU1;T1;2025-09-03\nL2;C1;SU1;T1;2025-10-20\n"),
        ("attendance", "lesson_id;pupil_id;code\n\(absences)"),
      ] {
        try FileBytes(Array(text.utf8)).write(to: "\(folder)/\(name).csv")
      }
      try Importer(ImportOptions(takenAt: LocalMoment(list.moment))) { _ = try store.apply($0) }.read([folder])
    }
    return store
  }

  private func since(_ pupil: String, _ store: JournalStore) throws -> CivilDate? {
    let rows = try store.database.prepare("SELECT class_from FROM pupil WHERE key = '\(pupil)'")
    guard try rows.step() else { return nil }
    return rows.optionalInteger(0).map { CivilDate(days: Int32($0)) }
  }

  private let first = ("2025-09-10T12:00", "id;class_id;name\nP1;C1;Белов\n")
  private let second = ("2025-10-15T12:00", "id;class_id;name\nP1;C1;Белов\nP2;C1;Котов\nP3;C2;Орлов\n")

  @Test func whomAnEarlierListLacksIsInTheClassFromTheFirstThatNamesThem() throws {
    for lists in [[first, second], [second, first]] {
      let store = try store(lists)
      #expect(try since("P1", store) == nil)
      #expect(try since("P2", store) == CivilDate(year: 2025, month: 10, day: 15))
      // Of that class there was no list before.
      #expect(try since("P3", store) == nil)
    }
  }

  @Test func anAbsenceOfBeforeTellsThatTheyWereThere() throws {
    let store = try store([first, second], absences: "L1;P2;Н\n")
    #expect(try since("P2", store) == CivilDate(year: 2025, month: 9, day: 3))
  }

  @Test func anAdmissionThatTheListTellsGoesBefore() throws {
    let told = ("2025-10-15T12:00", "id;class_id;name;enrolled\nP1;C1;Белов;\nP2;C1;Котов;2025-09-20\n")
    #expect(try since("P2", store([first, told])) == nil)
  }

  @Test func aListReadAfterTheYearTellsNoDay() throws {
    #expect(try since("P2", store([first, ("2026-10-15T12:00", second.1)])) == nil)
  }

  @Test func aStillEarlierListThatNamesThemTakesItBack() throws {
    let earliest = ("2025-09-02T12:00", "id;class_id;name\nP2;C1;Котов\n")
    #expect(try since("P2", store([first, second, earliest])) == nil)
  }
}
