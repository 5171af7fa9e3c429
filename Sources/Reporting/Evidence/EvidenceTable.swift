import Journal

/// What the remarks of a report rest on, a fact of an export a row: a workbook's sheet to filter and to look up cells by.
public struct EvidenceTable: Sendable {
  public struct Fact: Hashable, Sendable {
    /// «Отметка — Белов Пётр, 16.09.2025».
    public var title: String
    public var value: String
    /// The cell's text where it is more than the value.
    public var raw: String
    public var file: String
    /// Empty for a file without sheets.
    public var sheet: String
    /// From 1; nil for what is no row of a table.
    public var row: Int?
    /// Letters as spreadsheets name it; empty where the row as a whole is meant.
    public var column: String
    /// When it was entered and when it vanished; where something was looked for in vain.
    public var note: String

    public init(
      title: String, value: String, raw: String = "", file: String = "", sheet: String = "", row: Int? = nil,
      column: String = "", note: String = ""
    ) {
      self.title = title
      self.value = value
      self.raw = raw
      self.file = file
      self.sheet = sheet
      self.row = row
      self.column = column
      self.note = note
    }
  }

  /// Of a finding of which the exports tell nothing any more.
  private static let gone = Fact(title: "", value: "", note: "В загруженных выгрузках этого больше нет.")

  /// `facts` by the findings' keys.
  public static func table(_ findings: [DashboardFinding], facts: [String: [Fact]]) -> Table {
    Table(
      name: "Основания", caption: "Основания замечаний: где в выгрузках стоит то, на чём они держатся",
      columns: [
        .init("№", width: 4, alignment: .right), .init("Класс", width: 6), .init("Предмет", width: 14),
        .init("Учитель", width: 16), .init("Дата", width: 10), .init("Замечание", width: 34),
        .init("Состояние", width: 10), .init("Что в выгрузке", width: 22), .init("Значение", width: 12),
        .init("Текст ячейки", width: 14), .init("Файл", width: 20), .init("Лист", width: 8),
        .init("Строка", width: 7, alignment: .right), .init("Столбец", width: 7), .init("Сведения о записи", width: 34),
        .init("Ключ замечания", width: 16),
      ],
      rows: findings.enumerated().flatMap { index, finding in
        let told = facts[finding.key] ?? []
        return (told.isEmpty ? [gone] : told).map { row(finding, number: index + 1, $0) }
      }, emptyText: "Замечаний нет")
  }

  /// The finding again in each of its rows, so that rows can be filtered and sorted.
  private static func row(_ finding: DashboardFinding, number: Int, _ fact: Fact) -> Table.Row {
    Table.Row([
      .integer(number), .text(finding.className), .text(finding.subject),
      .text(finding.teachers.joined(separator: ", ")), finding.day.map { .date($0) } ?? .empty,
      .text(finding.sentence), .text(finding.state.russian), .text(fact.title), .text(fact.value), .text(fact.raw),
      .text(fact.file), .text(fact.sheet), fact.row.map { .integer($0) } ?? .empty, .text(fact.column),
      .text(fact.note), .text(finding.key),
    ])
  }
}
