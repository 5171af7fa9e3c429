import Journal

/// Tables that the school's settings describe (`TableMapping`): any container, a file an export, each sheet by the mapping
/// that fits it.
enum MappedLayout {
  static let id = "mapped"

  fileprivate static func recognise(_ file: OpenedFile, _ mappings: [TableMapping]) -> Certainty {
    let sheets = head(of: file)
    return mappings.map { mapping in
      guard sheets.contains(where: { MappedSheet($0, mapping) != nil }) else { return .none }
      // A mapping by letters alone fits much that it was not written for.
      return mapping.headers.isEmpty && mapping.sheet == nil ? .possible : .certain
    }.max() ?? Certainty.none
  }

  /// The first rows: enough to find a header and a row under it.
  private static func head(of file: OpenedFile) -> [SheetText] {
    (try? file.cellSheets(limit: MappedSheet.searched + 10)) ?? []
  }

  /// The mapping that lacks the fewest headers, where some of its headers are there.
  static func nearMiss(_ file: OpenedFile, _ mappings: [TableMapping]) -> ImportProblem? {
    var nearest: (missing: Int, problem: ImportProblem)?
    for sheet in head(of: file) {
      for mapping in mappings {
        guard let (row, missing) = MappedSheet.nearest(sheet, mapping), let first = missing.first,
          missing.count < nearest?.missing ?? .max
        else { continue }
        nearest = (
          missing.count,
          ImportProblem(
            "похоже на таблицу «\(mapping.name)» из настроек, но нет столбца «\(first)»",
            hint: "Верните таблице этот заголовок или исправьте его в настройках, в mappings.",
            at: CellPlace(sheet: sheet.name.isEmpty ? nil : sheet.name, row: row))
        )
      }
    }
    return nearest?.problem
  }

  fileprivate static func read(
    _ files: inout [OpenedFile], _ options: ImportOptions, _ mappings: [TableMapping]
  ) throws -> JournalBatch {
    let file = files[0]
    var reader = MappedReader(files)
    var read = 0
    for sheet in try file.cellSheets() {
      let fitting = mappings.compactMap { mapping in MappedSheet(sheet, mapping).map { (mapping, $0) } }
      guard let (mapping, found) = fitting.first else {
        if sheet.rowCount > 0 { reader.skip(sheet) }
        continue
      }
      guard fitting.count == 1 else { throw ambiguity(sheet, fitting.map(\.0)) }
      if reader.read(sheet, found, mapping) { read += 1 }
    }
    guard read > 0 else {
      throw reader.builder.batch.files[0].rejected.first ?? nearMiss(file, mappings)
        ?? ImportProblem(
          "не подходит ни под одну таблицу из настроек",
          hint: "Посмотрите, что видно в файле: zavuch import --describe ФАЙЛ.")
    }
    return try reader.finish(file.moments(options))
  }

  private static func ambiguity(_ sheet: SheetText, _ mappings: [TableMapping]) -> ImportProblem {
    let names = mappings.map { "«\($0.name)»" }.joined(separator: ", ")
    return ImportProblem(
      "подходит под несколько таблиц из настроек: \(names)",
      hint: "Назовите нужную: --mapping \"\(mappings[0].name)\"; или уточните в настройках sheet либо header.",
      at: CellPlace(sheet: sheet.name.isEmpty ? nil : sheet.name))
  }
}

extension Layout {
  /// The layout of the school's own mappings.
  static func mapped(_ mappings: [TableMapping]) -> Layout {
    Layout(
      id: MappedLayout.id, title: "таблица из настроек",
      recognise: { MappedLayout.recognise($0, mappings) }, nearMiss: { MappedLayout.nearMiss($0, mappings) },
      read: { try MappedLayout.read(&$0, $1, mappings) })
  }
}
