import CommandLineInterface
import Importing
import Journal

/// `import --describe`: what can be seen in a file, for people; nothing is imported.
enum FileDescriptionReport {
  /// `config` is the settings' file, into which a mapping goes.
  static func tell(_ file: FileDescription, config: String, on console: Console) {
    console.print(file.path.visible + (file.kind.map { ": \($0.name)" } ?? ""))
    if file.kind == .zip, file.problem == nil { console.print("  файлов в архиве: \(file.members.count)") }
    for line in facts(file) { print(line, console) }
    // What a layout takes needs no mapping: its first sheet is enough to know it by.
    let shown =
      file.needsMapping || file.fitting.contains { $0.layout == "mapped" } ? file.sheets : Array(file.sheets.prefix(1))
    for sheet in shown { tell(sheet, isWhole: file.needsMapping, console) }
    if shown.count < file.sheets.count {
      console.print("")
      print(
        "Ещё листов: " + file.sheets.dropFirst(shown.count).map { "«\($0.name.visible)»" }.joined(separator: ", "),
        console)
    }
    if file.needsMapping { tellDraft(file, config, console) }
    for member in file.members {
      console.print("")
      tell(member, config: config, on: console)
    }
  }

  private static func print(_ text: String, _ console: Console) {
    for (index, line) in text.visible.wrapped(to: console.width - 4).enumerated() {
      console.print((index == 0 ? "  " : "    ") + line)
    }
  }

  private static func facts(_ file: FileDescription) -> [String] {
    var lines: [String] = []
    if let surest = file.fitting.first {
      let rivals = file.fitting.filter { $0.isCertain == surest.isCertain }
      let names = rivals.map { "\($0.title) (\($0.layout))" }.joined(separator: ", ")
      if rivals.count > 1 {
        lines.append("подходит к нескольким видам: \(names)")
      } else {
        lines.append("вид: \(names), " + (surest.isCertain ? "узнан точно" : "похож по форме"))
      }
    }
    if let problem = file.problem {
      var place = ""
      if let sheet = problem.place.sheet { place += "лист «\(sheet)»: " }
      if let row = problem.place.row { place += "строка \(row): " }
      lines.append("не загрузится: \(place)\(problem.problem.replacing("не читается: ", with: ""))")
      lines.append("что делать: \(problem.hint)")
    }
    if let moment = file.takenAt {
      lines.append("момент выгрузки: \(moment.russian)")
    } else if file.isPart {
      lines.append("момент выгрузки: его скажут все таблицы папки вместе")
    } else if file.needsMapping {
      lines.append("момент выгрузки: файл его не называет, может понадобиться --taken-at")
    }
    if let counts = file.counts {
      lines.append("нашлось бы: \(ImportReport.found(counts)); отклонено было бы: \(file.rejectedCount)")
    }
    return lines
  }

  private static func tell(_ sheet: SheetDescription, isWhole: Bool, _ console: Console) {
    console.print("")
    let name = sheet.name.isEmpty ? "Таблица" : "Лист «\(sheet.name.visible)»"
    let fits = sheet.mapping.map { ", подходит таблица из настроек «\($0.visible)»" } ?? ""
    print("\(name): строк \(sheet.rowCount), столбцов \(sheet.columnCount)\(fits)", console)
    console.write(indented(rows(sheet, width: console.width - 2)))
    guard isWhole else { return }
    guard let header = sheet.headerRow else {
      return print("Строки заголовков не видно.", console)
    }
    console.print("")
    print("Похоже, заголовки стоят в строке \(header):", console)
    var table = TextTable([.init("Столбец"), .init("Заголовок"), .init("Поле"), .init("Примеры", wraps: true)])
    for column in sheet.columns {
      table.append([
        CellPlace.columnLetters(column.number), column.header.visible.cut(to: 24),
        column.field.map { "\($0.rawValue) (\($0.russian))" } ?? "—",
        column.samples.map { $0.visible.cut(to: 24) }.joined(separator: "; "),
      ])
    }
    console.write(indented(table.text(width: console.width - 2)))
  }

  private static func indented(_ text: String) -> String {
    text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map { "  \($0)\n" }.joined()
  }

  /// As many columns as the line has room for; long cells are cut.
  private static func rows(_ sheet: SheetDescription, width: Int) -> String {
    let longest = 16
    var shown = 0
    var used = 6
    while shown < sheet.columnCount {
      let cells = sheet.rows.map { shown < $0.cells.count ? $0.cells[shown].visible.count : 0 }
      let wide = max(min(cells.max() ?? 0, longest), CellPlace.columnLetters(shown + 1).count)
      guard used + 2 + wide <= width || shown == 0 else { break }
      used += 2 + wide
      shown += 1
    }
    var table = TextTable(
      [.init("", .right)] + (0..<shown).map { TextTable.Column(CellPlace.columnLetters($0 + 1)) })
    for row in sheet.rows {
      table.append([String(row.number)] + row.cells.prefix(shown).map { $0.visible.cut(to: longest) })
    }
    let rest = sheet.columnCount - shown
    return table.text(width: width + longest) + (rest > 0 ? "… и ещё столбцов: \(rest)\n" : "")
  }

  private static func tellDraft(_ file: FileDescription, _ config: String, _ console: Console) {
    let drafts = file.drafts
    console.print("")
    guard !drafts.isEmpty else {
      return print(
        "Ни учеников, ни уроков в этой таблице не видно. Как описать её самому, сказано в руководстве, раздел «Другие таблицы».",
        console)
    }
    print(
      "Чтобы такой файл загружался, вставьте эти строки в файл \(config) внутрь фигурных скобок { } и проверьте их. "
        + "Если там уже есть mappings, добавьте в него то, что стоит между квадратными скобками.", console)
    console.print("")
    console.write(MappingDraft.text(drafts))
  }
}
