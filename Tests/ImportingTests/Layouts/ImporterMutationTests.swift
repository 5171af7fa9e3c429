import FoundationEssentials
import Importing
import Journal
import Testing

/// Damaged exports end in a batch or in problems that say what to do; a trap would end the whole test run.
@Suite struct ImporterMutationTests {
  private static let tables = [
    ("schools", "id;name\nS1;\"Школа \"\"Радуга\"\"\"\n"), ("teachers", "id;school_id;name\nT1;S1;Смирнова\n"),
    ("classes", "id;school_id;grade;letter;head_teacher_id\nC1;S1;5;А;T1\n"),
    ("groups", "id;class_id;name\nG1;C1;Англ. 1\n"),
    ("pupils", "id;class_id;name;birth_date;enrolled;left\nP1;C1;Белов;2014-03-01;2025-09-01;\nP2;C1;Волкова;;;\n"),
    ("group_pupils", "group_id;pupil_id;from;to\nG1;P1;2025-09-01;\n"),
    ("subjects", "id;name;weekly_hours;graded\nSU1;Математика;0,5;1\n"),
    ("periods", "id;school_id;name;start;end;kind;grades\nQ1;S1;1 четверть;2025-09-01;2025-10-26;quarter;1-9\n"),
    ("holidays", "school_id;from;to\nS1;2025-10-27;02.11.2025\n"),
    (
      "lessons",
      "id;class_id;subject_id;teacher_id;date;number;group_id;topic;homework;entered_at\nL1;C1;SU1;T1;2025-09-01;1;G1;\"Дроби\nи \";№ 5;2025-09-01T09:00:00\nL2;C1;SU1;T1;02.09.2025;;;;;\n"
    ),
    ("works", "id;lesson_id;kind;is_written\nW1;L1;контрольная;1\n"),
    ("marks", "id;work_id;pupil_id;value;entered_at\nM1;W1;P1;5;2025-09-01T09:10:00\nM2;W1;P2;4/5;\nM3;W1;P2;зач;\n"),
    ("attendance", "lesson_id;pupil_id;code;entered_at\nL2;P1;Н;\nL1;;В;2025-09-01T09:10:00\n"),
    ("final_marks", "pupil_id;subject_id;period_id;value;decided_at\nP1;SU1;Q1;5;2025-10-24\nP2;SU1;Q1;осв;\n"),
    ("exemptions", "pupil_id;subject_id;from;to\nP1;SU1;2025-09-01;2025-10-01\n"),
    ("logins", "person_id;role;class_id;at\nP1;parent;C1;2025-09-03T19:00:00\nT1;teacher;;2025-09-01T08:00:00\n"),
    ("consents", "pupil_id;kind;given;withdrawn\nP1;child;2025-09-01;\n"),
    ("paper_tally", "lesson_id;marks;absences\nL1;2;1\n"),
    (
      "waivers",
      "rule;reason;decided_by;paper;from;until;finding;class\nlesson-entered-late;болезнь;директор;№ 1;2025-09-01;2025-09-30;;5А\n"
    ),
    ("class_hours", "id;class_id;date;topic\nH1;C1;2025-09-01;Мир\n"),
    ("plan", "class_id;subject_id;number;topic\nC1;SU1;1;Дроби\n"),
    ("class_lists", "class_id;verified_by;verified_at\nC1;Смирнова;2025-09-01\n"),
  ]

  /// Flips, cuts, doubles and drops bytes, and swaps lines and cells for those of other tables, a few at a time.
  private func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...3, using: &random) where !bytes.isEmpty {
      let at = Int.random(in: bytes.indices, using: &random)
      switch Int.random(in: 0..<8, using: &random) {
      case 0: bytes.removeSubrange(at...)
      case 1: bytes.remove(at: at)
      case 2: bytes.insert([10, 34, 59, 44, 0, 255, 48].randomElement(using: &random) ?? 10, at: at)
      case 3:
        let end = min(bytes.count, at + Int.random(in: 1...40, using: &random))
        bytes.insert(contentsOf: bytes[at..<end], at: Int.random(in: 0...bytes.count, using: &random))
      case 4: bytes.replaceSubrange(at..<min(bytes.count, at + 3), with: Array("P99".utf8))
      default: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &random)
      }
    }
    return bytes
  }

  private final class Outcome {
    var accepted = 0
    var refused = 0
    var rejected = 0
  }

  private func read(_ path: String, _ outcome: Outcome) throws {
    try Importer(ImportOptions(takenAt: LocalMoment("2025-11-01T10:00"))) { batch in
      #expect(!batch.files.isEmpty)
      for file in batch.files {
        if file.layout == nil { outcome.refused += 1 } else { outcome.accepted += 1 }
        outcome.rejected += file.rejected.count
        #expect(file.layout != nil || file.rejected.count == 1)
        for problem in file.rejected {
          #expect(!problem.problem.isEmpty && !problem.hint.isEmpty && problem.raw.count <= 61)
        }
      }
      ImporterMutationTests.checkReferences(batch)
    }.read([path])
  }

  /// What facts point to is there: the store trusts a batch's own positions.
  static func checkReferences(_ batch: JournalBatch) {
    let (lessons, pupils, works) = (batch.lessons.indices, batch.pupils.indices, batch.works.indices)
    let points = { (position: Int32, range: Range<Int>) in position == -1 || range.contains(Int(position)) }
    let areSound =
      batch.marks.allSatisfy { points($0.lesson, lessons) && points($0.pupil, pupils) && points($0.work, works) }
      && batch.attendance.allSatisfy { lessons.contains(Int($0.lesson)) && points($0.pupil, pupils) }
      && batch.lessons.allSatisfy {
        $0.isReference
          || batch.classes.indices.contains(Int($0.studyClass)) && batch.subjects.indices.contains(Int($0.subject))
            && batch.teacherSets.indices.contains(Int($0.teacherSet))
            && batch.journals.indices.contains(Int($0.journal))
      }
      && batch.lists.allSatisfy { batch.schools.indices.contains(Int($0.school)) }
      && batch.snapshots.allSatisfy { batch.files.indices.contains(Int($0.file)) }
      && batch.sheets.allSatisfy { batch.files.indices.contains(Int($0.file)) }
    #expect(areSound)
  }

  private func inScratch(_ body: (String) throws -> Void) throws {
    let folder = FileManager.default.temporaryDirectory.path + "/zavuch-mutations-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    try body(folder)
  }

  @Test func tables() throws {
    var random = SeededGenerator(seed: 11)
    let outcome = Outcome()
    try inScratch { folder in
      for (name, text) in ImporterMutationTests.tables {
        try FileBytes(Array(text.utf8)).write(to: "\(folder)/\(name).csv")
      }
      for round in 0..<400 {
        let (name, text) = ImporterMutationTests.tables[round % ImporterMutationTests.tables.count]
        try FileBytes(mutated(Array(text.utf8), &random)).write(to: "\(folder)/\(name).csv")
        try read(folder, outcome)
        try FileBytes(Array(text.utf8)).write(to: "\(folder)/\(name).csv")
      }
    }
    #expect(
      outcome.accepted > 7000 && outcome.refused > 50 && outcome.rejected > 100,
      "\(outcome.accepted) \(outcome.refused) \(outcome.rejected)")
  }

  @Test func journal() throws {
    try damage([
      ["Класс: 5а (5а)"], ["Год: 2025/2026"], ["Наименование предмета: Алгебра"],
      ["Фамилия, имя, отчество педагога: Анна Викторовна Смирнова"], [], [],
      ["№ п/п", "Месяц", "Сентябрь", "", "1 чтв", "Октябрь", "Год"], ["", "Число", "1", "2", "", "1", ""],
      ["", "Фамилия и имя ученика"], ["1", "Белов И.", "5", "н", "5", "", "5"],
      ["2", "Волкова О.", "4/5", "н3", "осв", "нн", ""],
    ])
  }

  @Test func planning() throws {
    let head = [
      ["Предмет: Алгебра"], ["0"], ["ФИО педагога: Анна Смирнова, Пётр Орлов"], [],
      ["Дата", "Тема урока", "Домашнее задание"],
    ]
    try damage(
      [["Класс: 5а (5а) 2025/2026 учебный год"]] + head
        + [["01.09.2025", "Дроби", "§ 1"], ["01.09.2025", ".", ""], []] + [
          ["Класс: 5а (Девочки) 2025/2026 учебный год"]
        ] + head
        + [["01.09.2025", "Дроби", "§ 1"], ["02.10.2025"]])
  }

  /// The texts of one sheet are damaged, in every second round the bytes of its part too.
  private func damage(_ grid: [[String]]) throws {
    var random = SeededGenerator(seed: 12)
    let outcome = Outcome()
    try inScratch { folder in
      for round in 0..<600 {
        let rows = mutated(grid, &random).enumerated().map { row, cells in
          let cells = cells.map { $0.isEmpty ? "<c/>" : "<c t=\"inlineStr\"><is><t>\($0)</t></is></c>" }
          return "<row r=\"\(row + 1)\">\(cells.joined())</row>"
        }
        var archive = WorkbookFixture(sheet: "<sheetData>\(rows.joined())</sheetData>").zip()
        let last = archive.parts.count - 1
        if round % 2 == 1 { archive.parts[last].bytes = mutated(archive.parts[last].bytes, &random) }
        try archive.file().write(to: "\(folder)/5а.xlsx")
        try read("\(folder)/5а.xlsx", outcome)
      }
    }
    #expect(
      outcome.accepted > 200 && outcome.refused > 200 && outcome.rejected > 300,
      "\(outcome.accepted) \(outcome.refused) \(outcome.rejected)")
  }

  private func mutated(_ grid: [[String]], _ random: inout SeededGenerator) -> [[String]] {
    let texts = [
      "", "5", "н", "х", "6", "5/", "осв", "нн", "31", "0", "-1", "+5", "99999999999999999999", "Класс:", "Класс: (",
      "Класс: 5а )(", "Класс: ()", "Класс: 99", "Год:", "Год: 99999", "Год: 1899/", "Месяц", "Число", "Сентябрь", "Год",
      "Итог", "1 чтв", ",", "Наименование предмета:", "Дата", "Тема", "31.02.2025",
      "01.09.2024", "Класс: 5а 2025/2026", "Класс: (2025/2026)", "Предмет:", "Фамилия, имя, отчество педагога: , ,",
      "\u{feff}", "e\u{301}",
    ]
    var grid = grid
    for _ in 0..<Int.random(in: 1...4, using: &random) {
      let row = Int.random(in: grid.indices, using: &random)
      switch Int.random(in: 0..<6, using: &random) {
      case 0: grid.remove(at: row)
      case 1: grid.insert(grid[row], at: Int.random(in: grid.indices, using: &random))
      case 2: grid[row].insert(texts.randomElement(using: &random) ?? "", at: 0)
      default:
        let column = Int.random(in: 0...7, using: &random)
        while grid[row].count <= column { grid[row].append("") }
        grid[row][column] = texts.randomElement(using: &random) ?? ""
      }
    }
    return grid
  }
}
