import FoundationEssentials
import Importing
import Journal
import JournalStore
import Testing

/// Snapshots of one journal may come in any order, and again: the store is the same as if they had come in their own,
/// also where a snapshot shows only some of the classes, pupils, days or tables, and where some of it cannot be read.
@Suite struct SnapshotOrderTests {
  /// What a source shows at one moment: the cells of a small journal, each empty or one of a few values.
  private struct Snapshot {
    var moment: String
    var files: [(name: String, text: String)]

    /// A whole one names every lesson and every pupil; later ones may leave out whatever they like.
    init(
      month: Int, isWhole: Bool, isPartial: Bool, hasUnread: Bool = false, _ random: inout TimelineTests.Seeded
    ) {
      moment = "2025-\(month < 10 ? "0" : "")\(month)-01T12:00"
      func maybe(_ values: String..., unread: String? = nil) -> String {
        (values + (hasUnread ? [unread].compactMap { $0 } : []) + [""]).randomElement(using: &random) ?? ""
      }
      func isShown(_ chance: Int = 3) -> Bool { isWhole || Int.random(in: 0...chance, using: &random) > 0 }
      let classes =
        !isPartial || isWhole ? ["C1", "C2"] : [["C1"], ["C2"], ["C1", "C2"]].randomElement(using: &random)!
      let saysLeft = isShown()
      let hasTopics = !isPartial || isShown()
      var texts = [
        "classes": "id;school_id;grade;letter\n", "pupils": "id;class_id;name\(saysLeft ? ";left" : "")\n",
        "lessons": "id;class_id;subject_id;teacher_id;date\(hasTopics ? ";topic" : "")\n",
        "works": "id;lesson_id;kind;is_written\n", "marks": "id;work_id;pupil_id;value\n",
        "attendance": "lesson_id;pupil_id;code\n", "final_marks": "pupil_id;subject_id;period_id;value\n",
        "exemptions": "pupil_id;subject_id;from;to\n", "logins": "person_id;role;at\n",
      ]
      for (index, lesson) in ["L1", "L2", "L3", "L4", "L5"].enumerated() {
        let studyClass = index < 3 ? "C1" : "C2"
        let topic = hasTopics ? ";" + maybe("Дроби", "Доли", ".") : ""
        guard classes.contains(studyClass), lesson == "L1" || isShown(1) else { continue }
        // A lesson that no snapshot has shown yet cannot be referred to.
        let month = hasUnread && isPartial && !isShown() ? 99 : 1
        texts["lessons"]? +=
          "\(lesson);\(studyClass);SU1;T1;2025-\(month < 10 ? "0" : "")\(month)-0\(index + 1)\(topic)\n"
        if isShown() { texts["works"]? += "W\(lesson);\(lesson);ответ;0\n" } else { continue }
        for pupil in studyClass == "C1" ? ["P1", "P2"] : ["P3"] {
          let (mark, code) = (maybe("4", "5", unread: "ъъ"), maybe("Н", "Б", unread: "ъъ"))
          if !mark.isEmpty { texts["marks"]? += "M\(lesson)\(pupil);W\(lesson);\(pupil);\(mark)\n" }
          if !code.isEmpty { texts["attendance"]? += "\(lesson);\(pupil);\(code)\n" }
        }
      }
      for (pupil, studyClass) in [("P1", "C1"), ("P2", "C1"), ("P3", "C2")] where classes.contains(studyClass) {
        // Where every list names everybody, one pupil goes to and fro between the classes.
        let listed = !isPartial && pupil == "P2" ? ["C1", "C2"].randomElement(using: &random) ?? "C1" : studyClass
        let left = saysLeft ? ";" + maybe("2025-03-01", "2025-04-01") : ""
        if isShown() || !isPartial { texts["pupils"]? += "\(pupil);\(listed);Белов\(left)\n" }
        let (final, exempt) = (maybe("4", "5", unread: "ъъ"), maybe("2025-02-01", unread: "2025-02-99"))
        if !final.isEmpty { texts["final_marks"]? += "\(pupil);SU1;Q1;\(final)\n" }
        if !exempt.isEmpty { texts["exemptions"]? += "\(pupil);SU1;;\(exempt)\n" }
        for day in 4...6 where Bool.random(using: &random) {
          texts["logins"]? += "\(pupil);pupil;2025-01-0\(day)T08:00:00\n"
        }
      }
      if isPartial, !isWhole {
        for table in texts.keys.sorted() where Int.random(in: 0...4, using: &random) == 0 { texts[table] = nil }
      }
      for studyClass in classes { texts["classes"]? += "\(studyClass);S1;5;\(studyClass)\n" }
      files = texts.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    }
  }

  private static let lists = [
    ("teachers", "id;school_id;name\nT1;S1;Смирнова\n"), ("subjects", "id;name;graded\nSU1;Математика;1\n"),
    ("periods", "id;school_id;name;start;end\nQ1;S1;1 четверть;2025-01-01;2025-03-20\n"),
  ]

  private func facts(_ snapshots: [Snapshot], hasUnread: Bool, in folder: String) throws -> [String] {
    let store = try JournalStore(path: ":memory:")
    for snapshot in snapshots {
      try? FileManager.default.removeItem(atPath: folder)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for (name, text) in SnapshotOrderTests.lists + snapshot.files {
        try FileBytes(Array(text.utf8)).write(to: "\(folder)/\(name).csv")
      }
      try Importer(ImportOptions(takenAt: LocalMoment(snapshot.moment))) { batch in
        #expect(batch.files.allSatisfy { $0.layout != nil && (hasUnread || $0.rejected.isEmpty) })
        let outcome = try store.apply(batch)
        #expect(outcome.rejected.allSatisfy { $0.isEmpty })
      }.read([folder])
    }
    let interval = "f.entered_from, f.entered_by, f.gone_from, f.gone_by"
    let sums = "SELECT * FROM lesson_sum"
    for (one, other) in [(sums, Self.recount), (Self.recount, sums)] {
      #expect(try store.database.integer("SELECT count(*) FROM (\(one) EXCEPT \(other))") == 0)
    }
    return try [
      """
      SELECT 'lesson', key, is_timed, entry_from, entry_by, held_from, held_by, shown_from, shown_at, gone_from, gone_by
      FROM lesson
      """,
      "SELECT l.key, f.text, \(interval) FROM lesson_text f JOIN lesson l ON l.id = f.lesson",
      "SELECT f.key, f.ordinal, f.value, \(interval) FROM mark f",
      "SELECT l.key, p.key, f.code, \(interval) FROM attendance f JOIN lesson l ON l.id = f.lesson JOIN pupil p ON p.id = f.pupil",
      "SELECT p.key, f.value, \(interval) FROM final_mark f JOIN pupil p ON p.id = f.pupil",
      "SELECT p.key, f.to_day, \(interval) FROM exemption f JOIN pupil p ON p.id = f.pupil",
      "SELECT p.key, f.at, f.shown_at, f.gone_from, f.gone_by FROM login f JOIN pupil p ON p.id = f.person",
      "SELECT 'work', key, shown_at, gone_by FROM work",
      """
      SELECT 'pupil', p.key, c.key, p.class_from, p.enrolled_on, p.left_on, p.shown_at, p.gone_by
      FROM pupil p JOIN study_class c ON c.id = p.study_class
      """,
      """
      SELECT 'former', p.key, c.key, k.from_day, k.to_day
      FROM former_class k JOIN pupil p ON p.id = k.pupil JOIN study_class c ON c.id = k.study_class
      """,
      """
      SELECT 'unseen', u.kind, l.key, p.key, u.item, u.taken_at
      FROM unseen u LEFT JOIN lesson l ON l.id = u.lesson JOIN pupil p ON p.id = u.pupil
      """,
      """
      SELECT 'coverage', v.kind, c.key, v.taken_at, v.from_day, v.to_day, v.is_timed
      FROM coverage v LEFT JOIN study_class c ON c.id = v.study_class
      """,
      """
      SELECT 'sum', s.span, c.key, s.first_day, s.last_day, s.entered, s.settled_by
      FROM lesson_sum s JOIN study_class c ON c.id = s.study_class
      """,
    ].flatMap { sql in
      let rows = try store.database.prepare(sql)
      var told: [String] = []
      while try rows.step() {
        told.append((0..<rows.columnCount).map { rows.optionalText($0) ?? "—" }.joined(separator: "|"))
      }
      return told.sorted()
    }
  }

  /// The sums of the lessons by SQL's own grouping.
  private static let recount = """
    SELECT held_on / 32, study_class, subject, coalesce(study_group, 0), teacher_set, journal, coalesce(period, 0),
      min(held_on), max(held_on), count(entry_by),
      CASE WHEN min(gone_by IS NULL AND same_as IS NULL AND is_planned = 0 AND held_on <= shown_at / 86400
        AND (entry_by IS NOT NULL OR is_timed = 1)) = 1 THEN max(coalesce(entry_by, 0)) END
    FROM lesson GROUP BY 1, 2, 3, 4, 5, 6, 7
    """

  @Test(arguments: [false, true], [false, true])
  func anyOrderGivesTheSameStore(isPartial: Bool, hasUnread: Bool) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/zavuch-order-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var random = TimelineTests.Seeded(state: 5)
    for _ in 0..<(isPartial ? 40 : 20) {
      let history = (1...Int.random(in: 2...5, using: &random)).map {
        Snapshot(month: $0 * 2, isWhole: isPartial && $0 == 1, isPartial: isPartial, hasUnread: hasUnread, &random)
      }
      let expected = try facts(history, hasUnread: hasUnread, in: folder)
      #expect(expected.count > 1)
      // Tables without lessons refer to those of the first, so it comes first.
      var order =
        isPartial ? [history[0]] + history.dropFirst().shuffled(using: &random) : history.shuffled(using: &random)
      order.append(history.randomElement(using: &random) ?? history[0])
      let told = try facts(order, hasUnread: hasUnread, in: folder)
      #expect(
        told.difference(from: expected).isEmpty,
        "\(order.map(\.moment))\n\(history.map { "\($0.moment)\n" + $0.files.map(\.text).joined() }.joined(separator: "\n"))"
      )
    }
  }
}
