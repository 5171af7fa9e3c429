import Journal

/// A row of a mapped table: the values of its fields, from columns or for the whole table.
struct MappedRow {
  let number: Int
  let text: SheetText
  let sheet: MappedSheet
  let mapping: TableMapping
  /// When the row was entered, where it says so.
  var entered: LocalMoment?

  /// Without spaces around; empty where there is none.
  func value(_ field: MappingField) -> String { CodeFolding.collapse(raw(field)) }

  /// As it stands.
  func raw(_ field: MappingField) -> String {
    guard let columns = sheet.columns[field] else { return mapping.constants[field] ?? "" }
    if columns.count == 1 { return text[number, columns[0]] }
    return columns.map { CodeFolding.collapse(text[number, $0]) }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// From 1; 0 for a value that stands in the settings.
  func column(_ field: MappingField) -> Int { sheet.columns[field]?.first ?? 0 }

  /// Nothing in any column that the mapping names.
  var isBlank: Bool {
    (Array(sheet.columns.values.joined()) + sheet.across.map(\.column)).allSatisfy {
      CodeFolding.collapse(text[number, $0]).isEmpty
    }
  }

  /// A header printed again, as over every page of a long list.
  var repeatsHeader: Bool {
    let columns = sheet.columns.values.joined().filter { !text[sheet.headerRow, $0].isEmpty }
    return !columns.isEmpty && columns.allSatisfy { text[number, $0] == text[sheet.headerRow, $0] }
  }

  /// A row of totals («Итого», «Средний балл»), or of a signature, by its first word or what stands in place of the pupil.
  var isSummary: Bool {
    let first = stride(from: 1, through: text.columnCount(row: number), by: 1).lazy
      .map { CodeFolding.collapse(text[number, $0]) }.first { !$0.isEmpty }
    let texts = [first, sheet.columns[.pupil] == nil ? nil : value(.pupil)].compactMap { $0 }
    return texts.contains { SummaryText.isSummary($0) || SummaryText.isSignature($0) }
  }

  func problem(_ problem: String, hint: String, _ field: MappingField) -> ImportProblem {
    self.problem(problem, hint: hint, column: column(field), raw: raw(field))
  }

  func problem(_ problem: String, hint: String, column: Int, raw: String) -> ImportProblem {
    ImportProblem(
      problem, hint: hint,
      at: CellPlace(sheet: text.name.isEmpty ? nil : text.name, row: number, column: column > 0 ? column : nil),
      raw: excerpt(raw))
  }
}
