import FoundationEssentials
import Importing
import Journal
import JournalStore
import Testing

/// Journals and lesson planning of one class may come in any order, and again: the store is the same as if they had come in
/// order of their moments.
@Suite struct PlanningOrderTests {
  private struct Snapshot {
    var moment: String
    var text: String
  }

  private static let days = ["02", "03", "03", "04", "05"]
  private static let groups = ["5а", "Девочки"]

  /// A workbook of «Таблица XML 2003» with one or both groups' sheets; the planning has them as blocks of one sheet.
  private func snapshot(_ number: Int, isPlanning: Bool, _ random: inout TimelineTests.Seeded) -> Snapshot {
    func maybe(_ values: String...) -> String { (values + [""]).randomElement(using: &random) ?? "" }
    let groups = Self.groups.filter { _ in Int.random(in: 0...4, using: &random) > 0 }
    let shown = { (random: inout TimelineTests.Seeded) in
      Self.days.filter { _ in Int.random(in: 0...4, using: &random) > 0 }
    }
    var sheets: [(name: String, rows: [[String]])] = isPlanning ? [("Физ. культура", [])] : []
    for group in groups.isEmpty ? ["5а"] : groups {
      let days = shown(&random)
      if isPlanning {
        sheets[0].rows += [
          ["Класс: 5а (\(group)) 2025/2026 учебный год"], ["Предмет: Физ. культура"], ["0"],
          ["ФИО педагога: Анна Викторовна Смирнова"], [], ["Дата", "Тема урока", "Домашнее задание"],
        ]
        sheets[0].rows += days.map { ["\($0).09.2025", maybe("Бег", "Прыжки", "."), maybe("стр. 5")] } + [[]]
      } else {
        var rows = [
          ["Класс: 5а (\(group))"], ["Год: 2025/2026"], ["Наименование предмета: Физическая культура"],
          ["Фамилия, имя, отчество педагога: Анна Викторовна Смирнова"], [], [],
          ["№ п/п", "Месяц"] + days.map { _ in "Сентябрь" } + ["1 чтв"], ["", "Число"] + days,
          ["", "Фамилия и имя ученика"],
        ]
        for pupil in ["Белов И.", "Волкова О."] where Int.random(in: 0...3, using: &random) > 0 {
          rows.append(["1", pupil] + days.map { _ in maybe("5", "н", "4") } + [maybe("4", "осв")])
        }
        sheets.append(("Физ. культура \(group)", rows))
      }
    }
    // Before, among and after the days of the lessons.
    let moment = "2025-09-\(number < 10 ? "0" : "")\(number)T12:00"
    return Snapshot(moment: moment, text: Self.workbook(sheets))
  }

  private static func workbook(_ sheets: [(name: String, rows: [[String]])]) -> String {
    let parts = sheets.map { name, rows in
      let cells = rows.map { row in
        "<Row>" + row.map { "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>" }.joined() + "</Row>"
      }
      return "<Worksheet ss:Name=\"\(name)\"><Table>\(cells.joined())</Table></Worksheet>"
    }
    return """
      <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
      xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">\(parts.joined())</Workbook>
      """
  }

  private func facts(_ snapshots: [Snapshot], in folder: String) throws -> [String] {
    let store = try JournalStore(path: ":memory:")
    for snapshot in snapshots {
      let path = "\(folder)/книга.xml"
      try FileBytes(Array(snapshot.text.utf8)).write(to: path)
      try Importer(ImportOptions(takenAt: LocalMoment(snapshot.moment))) { batch in
        #expect(batch.files.allSatisfy { $0.layout != nil && $0.rejected.isEmpty }, "\(batch.files.map(\.rejected))")
        let outcome = try store.apply(batch)
        #expect(outcome.rejected.allSatisfy { $0.isEmpty })
      }.read([path])
    }
    let interval = "f.entered_from, f.entered_by, f.gone_from, f.gone_by"
    return try [
      """
      SELECT 'lesson', l.key, s.key, s.name, g.name, p.key, l.is_planned, entry_from, entry_by, held_from, held_by,
        shown_from, shown_at, gone_from, gone_by
      FROM lesson l JOIN subject s ON s.id = l.subject JOIN study_group g ON g.id = l.study_group
        LEFT JOIN period p ON p.id = l.period
      """,
      "SELECT l.key, f.kind, f.text, \(interval) FROM lesson_text f JOIN lesson l ON l.id = f.lesson",
      "SELECT l.key, p.key, f.value, \(interval) FROM mark f JOIN lesson l ON l.id = f.lesson JOIN pupil p ON p.id = f.pupil",
      "SELECT l.key, p.key, f.code, \(interval) FROM attendance f JOIN lesson l ON l.id = f.lesson JOIN pupil p ON p.id = f.pupil",
      "SELECT p.key, f.value, \(interval) FROM final_mark f JOIN pupil p ON p.id = f.pupil",
      "SELECT 'listing', j.key, l.key, f.shown_from, f.shown_at FROM listing f JOIN journal j ON j.id = f.journal JOIN lesson l ON l.id = f.item AND f.kind = 4",
      "SELECT 'coverage', v.kind, j.key, v.taken_at, v.from_day, v.to_day FROM coverage v JOIN journal j ON j.id = v.journal",
      "SELECT 'journal', key, layout, says FROM journal",
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
    let folder = FileManager.default.temporaryDirectory.path + "/zavuch-planning-\(UUID().uuidString)"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(atPath: folder) }
    var random = TimelineTests.Seeded(state: 11)
    for _ in 0..<60 {
      let history = (1...Int.random(in: 2...5, using: &random)).flatMap { number in
        // Both may be of one moment.
        ([[true], [false], [true, false]].randomElement(using: &random) ?? [])
          .map { snapshot(number * 2 - 1, isPlanning: $0, &random) }
      }
      let expected = try facts(history, in: folder)
      #expect(expected.count > 1)
      let order = history.shuffled(using: &random) + [history.randomElement(using: &random) ?? history[0]]
      let told = try facts(order, in: folder)
      let difference = told.difference(from: expected)
      #expect(
        difference.isEmpty,
        "\(order.map(\.moment))\n\(difference.map { "\($0)" }.joined(separator: "\n"))\n\(history.map { "\($0.moment)\n" + $0.text }.joined(separator: "\n"))"
      )
      if !difference.isEmpty { break }
    }
  }
}
