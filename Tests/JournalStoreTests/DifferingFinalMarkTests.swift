import FoundationEssentials
import Importing
import Journal
import JournalStore
import Testing

/// The tables and the Дневник.ру journal of one class, each with a mark for the quarter, which they spell in their own ways.
@Suite struct DifferingFinalMarkTests {
  private static func tables(final: String) -> [(name: String, text: String)] {
    [
      ("teachers.csv", "id;school_id;name\nT1;S1;Смирнова Анна Викторовна\n"),
      ("subjects.csv", "id;name\nSU1;Физическая культура\n"),
      ("classes.csv", "id;school_id;grade;letter\nC1;S1;5;А\n"), ("pupils.csv", "id;class_id;name\nP1;C1;Белов Иван\n"),
      ("periods.csv", "id;school_id;name;start;end\nQ1;S1;I четверть;2025-09-01;2025-10-26\n"),
      ("lessons.csv", "id;class_id;subject_id;teacher_id;date\nL1;C1;SU1;T1;2025-09-02\n"),
      ("final_marks.csv", "pupil_id;subject_id;period_id;value\nP1;SU1;Q1;\(final)\n"),
    ]
  }

  private static let journal: [(name: String, text: String)] = {
    let rows = [
      ["Класс: 5а (5а)"], ["Год: 2025/2026"], ["Наименование предмета: Физическая культура"],
      ["Фамилия, имя, отчество педагога: Анна Викторовна Смирнова"], [], [],
      ["№ п/п", "Месяц", "Сентябрь", "1 чтв"], ["", "Число", "02"], ["", "Фамилия и имя ученика"],
      ["1", "Белов И.", "5", "4"],
    ]
    let cells = rows.map { row in
      "<Row>" + row.map { "<Cell><Data ss:Type=\"String\">\($0)</Data></Cell>" }.joined() + "</Row>"
    }
    let text = """
      <?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet" \
      xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"><Worksheet ss:Name="Физ. культура 5а">\
      <Table>\(cells.joined())</Table></Worksheet></Workbook>
      """
    return [("книга.xml", text)]
  }()

  /// What the last of the imports tells of final marks, and which periods are one.
  private func told(_ exports: [[(name: String, text: String)]]) throws -> (notices: [String], joined: [String]) {
    let store = try JournalStore(path: ":memory:")
    var notices: [String] = []
    for export in exports {
      let folder = FileManager.default.temporaryDirectory.path + "/finals-\(UUID().uuidString)"
      defer { try? FileManager.default.removeItem(atPath: folder) }
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      for (name, text) in export { try FileBytes(Array(text.utf8)).write(to: "\(folder)/\(name)") }
      try Importer(ImportOptions(takenAt: LocalMoment("2025-10-30T12:00"))) { batch in
        let outcome = try store.apply(batch)
        #expect(outcome.rejected.allSatisfy { $0.isEmpty }, "\(outcome.rejected)")
        notices = outcome.notices.flatMap { $0 }.map(\.problem).filter { $0.contains("отметка «") }
      }.read([folder])
    }
    let rows = try store.database.prepare(
      """
      SELECT p.name || ' — ' || q.name FROM period_same x JOIN period p ON p.id = x.period JOIN period q ON q.id = x.shown
      WHERE x.grade = 5
      """)
    var joined: [String] = []
    while try rows.step() { joined.append(rows.text(0)) }
    return (notices, joined)
  }

  @Test func theImportListsThemInAnyOrder() throws {
    let tables = Self.tables(final: "5")
    let journalLast = try told([tables, Self.journal])
    #expect(journalLast.joined == ["1 чтв — I четверть"])
    #expect(journalLast.notices.count == 1)
    #expect(journalLast.notices.first?.hasPrefix("Белов") == true)
    #expect(journalLast.notices.first?.contains("I четверть: отметка «4», а в «") == true, "\(journalLast.notices)")
    let tablesLast = try told([Self.journal, tables])
    #expect(tablesLast.joined == journalLast.joined)
    #expect(tablesLast.notices.count == 1)
    #expect(tablesLast.notices.first?.contains("I четверть: отметка «5», а в «") == true, "\(tablesLast.notices)")
  }

  @Test func equalMarksAreNotListed() throws {
    #expect(try told([Self.tables(final: "4"), Self.journal]).notices.isEmpty)
  }
}
