import Journal

/// The layout of our own tables (FORMATS 13): the files of one folder or one ZIP are one export, be each of them a table
/// (CSV, or a list of JSON) or several (JSON with a member a table). A workbook with a sheet a table is an export of its
/// own.
enum InterchangeLayout {
  static let id = "interchange"

  fileprivate static func read(_ files: inout [OpenedFile], _ options: ImportOptions) throws -> JournalBatch {
    let moments = files.moments(options)
    var described = files.map { $0.described(layout: id) }
    var entries: [Entry] = []
    for (index, file) in files.enumerated() {
      let found = try InterchangeTables(file)
      described[index].rejected = found.problems
      described[index].notices = found.ignored
      described[index].sheetCount = max(found.tables.count, 1)
      entries += found.tables.map { Entry(table: $0.table, source: $0.source, file: index) }
    }
    files = []
    var (batch, problems) = try read(entries, described, moments, options.progress)
    for (file, ofFile) in Dictionary(grouping: problems, by: \.file).sorted(by: { $0.key < $1.key }) {
      if let problem = ofFile.first?.problem, ofFile.count == entries.count(where: { $0.file == file }) {
        batch.files[file].refuse(problem)
      } else {
        batch.files[file].rejected += ofFile.map(\.problem)
      }
    }
    return batch
  }

  /// One table of an export: its rows, and its file's position in the batch.
  private struct Entry: Sendable {
    var table: InterchangeTable
    var source: InterchangeSource
    var file: Int
  }

  /// Reads the tables of one export, the referred before the referring; what refuses a single table leaves the others.
  /// A table of marks is longer than all others together and is read beside them.
  private static func read(
    _ tables: [Entry], _ files: [ImportedFile], _ moments: SnapshotMoments, _ progress: ReadingProgress
  ) throws -> (batch: JournalBatch, refused: [(file: Int, problem: ImportProblem)]) {
    let marks = tables.filter { $0.table == .marks }
    let groups = [tables.filter { $0.table != .marks }] + marks.map { [$0] }
    // What was told of a file before its tables is told once.
    var untold = files
    for index in untold.indices { (untold[index].rejected, untold[index].notices) = ([], []) }
    let (first, rest) = (files, untold)
    var parts = inParallel(
      groups.enumerated().map { index, group in
        { @Sendable in
          var part = InterchangeLayout.read(group, index == 0 ? first : rest, progress)
          // Only another table of marks could repeat their ids.
          if index > 0, marks.count == 1 { part.reader.marks = KeyIndex() }
          return part
        }
      })
    var (reader, refused) = parts.removeFirst()
    for (index, entry) in marks.enumerated() {
      refused += parts[index].refused
      if parts[index].refused.isEmpty { reader.merge(marksOf: &parts[index].reader, file: entry.file) }
    }
    return (try reader.finish(moments), refused)
  }

  private static func read(
    _ tables: [Entry], _ files: [ImportedFile], _ progress: ReadingProgress
  ) -> (reader: InterchangeReader, refused: [(file: Int, problem: ImportProblem)]) {
    var reader = InterchangeReader()
    reader.progress = progress
    reader.batch.files = files
    var refused: [(file: Int, problem: ImportProblem)] = []
    for table in InterchangeTable.allCases {
      for entry in tables where entry.table == table {
        do {
          try reader.read(table, entry.source, file: Int32(entry.file))
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
    recognise: { (try? InterchangeTables($0, isGlance: true))?.certainty ?? .none },
    nearMiss: { file in
      do {
        _ = try InterchangeTables(file, isGlance: true)
        return nil
      } catch {
        return error as? ImportProblem
      }
    }, isPart: { $0.sheets.isEmpty }, read: InterchangeLayout.read)
}
