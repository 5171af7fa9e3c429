import Journal

/// The layout of our own tables (FORMATS 13): the CSV files of one folder or one ZIP are one export.
enum InterchangeLayout {
  static let id = "interchange"

  fileprivate static func read(_ files: inout [OpenedFile], _ options: ImportOptions) throws -> JournalBatch {
    let moments = files[0].moments(options)
    let described = files.map { $0.described(layout: id) }
    let entries = try files.enumerated().compactMap { index, file in
      try table(of: file).map { Entry(table: $0.table, csv: $0.csv, file: index) }
    }
    files = []
    var (batch, problems) = try read(entries, described, moments)
    for (file, problem) in problems { batch.files[file].refuse(problem) }
    return batch
  }

  /// A text table that is one of the tables, and which; nil for a file that comes near none.
  fileprivate static func table(of file: OpenedFile) throws -> (table: InterchangeTable, csv: CSVReader)? {
    guard let csv = file.table else { return nil }
    let header = try csv.header()
    let names = header.names.map(TableRows.fold)
    let name = file.file.stem
    if let table = InterchangeTable.recognise(header: names, name: name) { return (table, csv) }
    let place = CellPlace(row: max(header.row, 1))
    let raw = excerpt(header.names.joined(separator: String(UnicodeScalar(csv.delimiter))))
    let candidates = InterchangeTable.candidates(header: names, name: name).map(\.rawValue)
    guard candidates.isEmpty else {
      throw ImportProblem(
        "такие столбцы есть в нескольких таблицах: \(candidates.joined(separator: ", "))",
        hint: "Назовите файл именем его таблицы: \(candidates.map { $0 + ".csv" }.joined(separator: " или ")).",
        at: place, raw: raw)
    }
    guard let (table, missing) = InterchangeTable.nearest(to: names) else { return nil }
    throw ImportProblem(
      "похоже на таблицу \(table.rawValue), но нет столбцов: \(missing.joined(separator: ", "))",
      hint: "Добавьте эти столбцы в первую строку файла.", at: place, raw: raw)
  }

  /// One table of an export: its text, and its file's position in the batch.
  private struct Entry: Sendable {
    var table: InterchangeTable
    var csv: CSVReader
    var file: Int
  }

  /// Reads the tables of one export, the referred before the referring; what refuses a single file leaves the others.
  /// A table of marks is longer than all others together and is read beside them.
  private static func read(
    _ tables: [Entry], _ files: [ImportedFile], _ moments: SnapshotMoments
  ) throws -> (batch: JournalBatch, refused: [(file: Int, problem: ImportProblem)]) {
    let marks = tables.filter { $0.table == .marks }
    let groups = [tables.filter { $0.table != .marks }] + marks.map { [$0] }
    var parts = inParallel(groups.map { group in { @Sendable in InterchangeLayout.read(group, files) } })
    var (reader, refused) = parts.removeFirst()
    for (index, entry) in marks.enumerated() {
      refused += parts[index].refused
      if parts[index].refused.isEmpty { reader.merge(marksOf: &parts[index].reader, file: entry.file) }
    }
    return (try reader.finish(moments), refused)
  }

  private static func read(
    _ tables: [Entry], _ files: [ImportedFile]
  ) -> (reader: InterchangeReader, refused: [(file: Int, problem: ImportProblem)]) {
    var reader = InterchangeReader()
    reader.batch.files = files
    var refused: [(file: Int, problem: ImportProblem)] = []
    for table in InterchangeTable.allCases {
      for entry in tables where entry.table == table {
        do {
          try reader.read(table, entry.csv, file: Int32(entry.file))
        } catch let problem as ImportProblem {
          refused.append((entry.file, problem))
        } catch {
          refused.append((entry.file, ImportProblem("\(error)", hint: "Сообщите разработчикам это сообщение.")))
        }
      }
    }
    return (reader, refused)
  }
}

extension Layout {
  static let interchange = Layout(
    id: InterchangeLayout.id, title: "таблицы обмена",
    recognise: { (try? InterchangeLayout.table(of: $0)) == nil ? .none : .certain },
    nearMiss: { file in
      do {
        _ = try InterchangeLayout.table(of: file)
        return nil
      } catch {
        return error as? ImportProblem
      }
    }, isPart: { _ in true }, read: InterchangeLayout.read)
}
