import Journal

/// The interchange tables that a file has.
struct InterchangeTables {
  private(set) var tables: [(table: InterchangeTable, source: InterchangeSource)] = []
  /// What the lists of a file that has other tables lack to be tables too.
  private(set) var problems: [ImportProblem] = []
  /// Lists that come near none.
  private(set) var ignored: [ImportProblem] = []
  private(set) var certainty = Certainty.none

  /// `isGlance`: only so much is read as knowing the tables takes. Throws `ImportProblem` for a file of which no list is
  /// a table and one comes near.
  init(_ file: OpenedFile, isGlance: Bool = false) throws {
    let sources: [InterchangeSource]
    if let rows = file.table {
      sources = [InterchangeSource(name: file.file.stem, rows: rows)]
    } else if let root = file.values {
      sources = try InterchangeSource.tables(of: root, fileName: file.file.stem, limit: isGlance ? 100 : .max)
    } else {
      sources = try file.sheets.compactMap { try InterchangeSource(sheet: $0, limit: isGlance ? 100 : .max) }
    }
    for source in sources {
      do {
        if let table = try InterchangeTables.table(of: source) {
          tables.append((table, source))
        } else {
          ignored.append(
            source.placed(
              ImportProblem(
                "не похоже ни на одну таблицу обмена и пропущено",
                hint: "Если это таблица, назовите её столбцы в первой строке, например: id, class_id, name.")))
        }
      } catch let problem as ImportProblem {
        problems.append(source.placed(problem))
      }
    }
    if tables.isEmpty {
      if let problem = problems.first { throw problem }
      return
    }
    // A field that no table has makes a list of JSON perhaps another system's: every one has things with id and name.
    let isOurs = tables.allSatisfy { table, source in
      source.fields?.allSatisfy { (table.required + table.optional).contains(TableRows.fold($0)) } ?? true
    }
    certainty = isOurs && tables.count == sources.count ? .certain : .possible
  }

  /// Nil for a list that comes near none.
  private static func table(of source: InterchangeSource) throws -> InterchangeTable? {
    let header = try source.rows.header()
    let names = header.names.map(TableRows.fold)
    if let table = InterchangeTable.recognise(header: names, name: source.name) { return table }
    let place = CellPlace(row: max(header.row, 1))
    let raw = excerpt(header.names.joined(separator: String(UnicodeScalar(source.rows.delimiter))))
    let candidates = InterchangeTable.candidates(header: names, name: source.name).map(\.rawValue)
    guard candidates.isEmpty else {
      let isFile = source.sheet.isEmpty
      let things = source.fields == nil ? "лист именем" : "список именем"
      throw ImportProblem(
        "такие столбцы есть в нескольких таблицах: \(candidates.joined(separator: ", "))",
        hint: "Назовите \(isFile ? "файл именем его" : things) таблицы: "
          + "\(candidates.map { isFile ? $0 + ".csv" : $0 }.joined(separator: " или ")).",
        at: place, raw: raw)
    }
    guard let (table, missing) = InterchangeTable.nearest(to: names) else { return nil }
    throw ImportProblem(
      "похоже на таблицу \(table.rawValue), но нет столбцов: \(missing.joined(separator: ", "))",
      hint: source.fields == nil ? "Добавьте эти столбцы в первую строку файла." : "Добавьте эти поля в каждую запись.",
      at: place, raw: raw)
  }
}
