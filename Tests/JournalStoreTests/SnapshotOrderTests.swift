import FoundationEssentials
import Importing
import Journal
import JournalStore
import Testing

/// Snapshots of one journal may come in any order, and again: the store is the same as if they had come in their own.
@Suite struct SnapshotOrderTests {
  /// What a source shows at one moment: the cells of a small journal, each empty or one of a few values.
  private struct Snapshot {
    var moment: String
    var files: [(name: String, text: String)]

    init(month: Int, _ random: inout TimelineTests.Seeded) {
      moment = "2025-\(month < 10 ? "0" : "")\(month)-01T12:00"
      func maybe(_ values: String...) -> String { (values + [""]).randomElement(using: &random) ?? "" }
      var texts = [
        "lessons": "id;class_id;subject_id;teacher_id;date;topic\n", "works": "id;lesson_id;kind;is_written\n",
        "marks": "id;work_id;pupil_id;value\n", "attendance": "lesson_id;pupil_id;code\n",
        "final_marks": "pupil_id;subject_id;period_id;value\n", "exemptions": "pupil_id;subject_id;from;to\n",
        "logins": "person_id;role;at\n",
      ]
      for lesson in ["L1", "L2", "L3"] where lesson == "L1" || Bool.random(using: &random) {
        texts["lessons"]? += "\(lesson);C1;SU1;T1;2025-01-0\(lesson.last ?? "1");\(maybe("Дроби", "Доли", "."))\n"
        texts["works"]? += "W\(lesson);\(lesson);ответ;0\n"
        for pupil in ["P1", "P2"] {
          let (mark, code) = (maybe("4", "5"), maybe("Н", "Б"))
          if !mark.isEmpty { texts["marks"]? += "M\(lesson)\(pupil);W\(lesson);\(pupil);\(mark)\n" }
          if !code.isEmpty { texts["attendance"]? += "\(lesson);\(pupil);\(code)\n" }
        }
      }
      let (final, exempt, login) = (maybe("4", "5"), maybe("2025-02-01"), maybe("2025-01-05T08:00:00"))
      if !final.isEmpty { texts["final_marks"]? += "P1;SU1;Q1;\(final)\n" }
      if !exempt.isEmpty { texts["exemptions"]? += "P2;SU1;;\(exempt)\n" }
      if !login.isEmpty { texts["logins"]? += "P1;pupil;\(login)\n" }
      files = texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }

  private static let lists = [
    ("classes", "id;school_id;grade;letter\nC1;S1;5;А\n"), ("pupils", "id;class_id;name\nP1;C1;Белов\nP2;C1;Волкова\n"),
    ("teachers", "id;school_id;name\nT1;S1;Смирнова\n"), ("subjects", "id;name;graded\nSU1;Математика;1\n"),
    ("periods", "id;school_id;name;start;end\nQ1;S1;1 четверть;2025-01-01;2025-03-20\n"),
  ]

  private func facts(_ snapshots: [Snapshot], in folder: String) throws -> [String] {
    let store = try JournalStore(path: ":memory:")
    for snapshot in snapshots {
      for (name, text) in SnapshotOrderTests.lists + snapshot.files {
        try FileBytes(Array(text.utf8)).write(to: "\(folder)/\(name).csv")
      }
      try Importer(ImportOptions(takenAt: LocalMoment(snapshot.moment))) { batch in
        #expect(batch.files.allSatisfy { $0.layout != nil && $0.rejected.isEmpty })
        let outcome = try store.apply(batch)
        #expect(outcome.rejected.allSatisfy { $0.isEmpty })
      }.read([folder])
    }
    let interval = "f.entered_from, f.entered_by, f.gone_from, f.gone_by"
    return try [
      "SELECT key, entry_from, entry_by, held_from, held_by, shown_at, gone_from, gone_by FROM lesson",
      "SELECT l.key, f.text, \(interval) FROM lesson_text f JOIN lesson l ON l.id = f.lesson",
      "SELECT f.key, f.ordinal, f.value, \(interval) FROM mark f",
      "SELECT l.key, f.pupil, f.code, \(interval) FROM attendance f JOIN lesson l ON l.id = f.lesson",
      "SELECT f.value, \(interval) FROM final_mark f", "SELECT f.to_day, \(interval) FROM exemption f",
      "SELECT f.at, f.gone_from, f.gone_by FROM login f",
    ].flatMap { sql in
      let rows = try store.database.prepare(sql)
      var told: [String] = []
      while try rows.step() {
        told.append((0..<rows.columnCount).map { rows.optionalText($0) ?? "—" }.joined(separator: "|"))
      }
      return told.sorted()
    }
  }

  @Test func anyOrderGivesTheSameStore() throws {
    let folder = FileManager.default.temporaryDirectory.path + "/zavuch-order-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var random = TimelineTests.Seeded(state: 5)
    for _ in 0..<60 {
      let history = (1...Int.random(in: 2...4, using: &random)).map { Snapshot(month: $0 * 2, &random) }
      let expected = try facts(history, in: folder)
      #expect(expected.count > 1)
      var order = history.shuffled(using: &random)
      order.append(history.randomElement(using: &random) ?? history[0])
      let told = try facts(order, in: folder)
      #expect(
        told.difference(from: expected).isEmpty,
        "\(order.map(\.moment))\n\(history.map { $0.files.map(\.text).joined() }.joined(separator: "\n"))")
    }
  }
}
