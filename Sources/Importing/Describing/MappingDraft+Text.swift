import Journal

extension MappingDraft {
  /// The member `mappings` of the settings with these drafts, its comments in Russian.
  public static func text(_ drafts: [MappingDraft]) -> String {
    "mappings: [\n" + drafts.map(\.text).joined() + "],\n"
  }

  private var text: String {
    var lines = [
      "{", "  // Название таблицы; потом не меняйте: по нему узнаются её записи.", "  name: \(quoted(name)),",
    ]
    if let sheet { lines += ["  // Только этот лист.", "  sheet: \(quoted(sheet)),"] }
    if let headerRow { lines += ["  // Строка с заголовками столбцов.", "  header: \(headerRow),"] }
    lines += ["  // Какой столбец что значит: его заголовок или буква, например \"=C\".", "  columns: {"]
    for column in columns {
      let values = column.references.map(quoted)
      let value = values.count == 1 ? values[0] : "[\(values.joined(separator: ", "))]"
      lines.append("    \(column.field.rawValue): \(value),  // \(column.field.russian)")
    }
    lines.append("  },")
    if let across { lines += text(of: across) }
    if !constants.isEmpty {
      lines += ["  // Чего в столбцах нет: одно на всю таблицу. Проверьте.", "  constant: {"]
      for (field, text) in constants {
        let asked = text == "?" ? "впишите: " : ""
        lines.append(
          "    \(field.rawValue): \(quoted(text)),  // \(asked)\(field.russian)\(text == "?" ? example(field) : "")")
      }
      lines.append("  },")
    }
    if let dates { lines += ["  // Как записаны даты.", "  dates: \(quoted(dates.text)),"] }
    lines.append("},")
    return lines.map { "  \($0)\n" }.joined()
  }

  private func text(of across: TableMapping.Across) -> [String] {
    let things = [MappingField.subject: "предметы", .date: "дни уроков", .period: "периоды"][across.field] ?? ""
    let cells = across.cell == .final ? "итоговые отметки" : "отметки и пропуски"
    var members = [
      "field: \(quoted(across.field.rawValue))", "cell: \(quoted(across.cell.rawValue))",
      "from: \(quoted(CellPlace.columnLetters(across.from)))",
    ]
    if let to = across.to { members.append("to: \(quoted(CellPlace.columnLetters(to)))") }
    if let months = across.monthRow { members.append("months: \(months)") }
    return [
      "  // Столбцы с буквы from: \(things), в ячейках \(cells).",
      across.to == nil ? "  // Последний столбец таблицы — последний, над которым есть заголовок." : nil,
      across.monthRow == nil ? nil : "  // months — строка, где стоят названия месяцев.",
      "  across: { \(members.joined(separator: ", ")) },",
    ].compactMap { $0 }
  }

  private func example(_ field: MappingField) -> String {
    switch field {
    case .studyClass: ", например 8А"
    case .year: ", например 2025/2026"
    case .period: ", например 1 четверть"
    case .subject: ", например Алгебра"
    case .date: ", например 01.09.2025"
    default: ""
    }
  }

  private func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
