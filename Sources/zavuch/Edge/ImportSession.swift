import CommandLineInterface
import FoundationEssentials
import Importing
import Journal
import JournalStore

/// Takes batches into the stores they belong to and tells of every file.
final class ImportSession {
  private let location: StoreLocation
  private let console: Console
  private let isJSON: Bool
  private var stores: [String: JournalStore] = [:]
  private(set) var isAnythingRejected = false

  init(_ location: StoreLocation, _ console: Console, isJSON: Bool) {
    self.location = location
    self.console = console
    self.isJSON = isJSON
  }

  func run(_ paths: [String], _ options: ImportOptions) throws {
    let importer = Importer(
      options, progress: { [console] in console.progress($0) },
      keep: { [self] originals, batch in
        let kept = OriginalFiles(home: try home(of: batch))
        for original in originals { try kept.keep(original.digest, original.bytes) }
      },
      take: { [self] batch in try take(batch) })
    try importer.read(paths)
  }

  private func makeFolder(_ path: String) throws {
    try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
  }

  private func take(_ batch: JournalBatch) throws {
    var files = batch.files
    var changes = files.map { _ in ChangeCounts() }
    if files.contains(where: { $0.layout != nil }) {
      for school in batch.schools.indices {
        let outcome = try store(of: batch.schools[school], in: batch).apply(batch, school: Int32(school))
        for index in files.indices {
          changes[index] += outcome.changes[index]
          files[index].rejected += outcome.rejected[index]
        }
      }
    }
    for (file, change) in zip(files, changes) {
      if !file.rejected.isEmpty { isAnythingRejected = true }
      if isJSON {
        console.print(ImportReport.json(file, change))
      } else {
        ImportReport.tell(file, change, on: console)
      }
    }
  }

  /// Several schools make a folder of stores; one school goes into its file.
  private func store(of school: BatchSchool, in batch: JournalBatch) throws -> JournalStore {
    let path = try path(of: school, in: batch)
    if let open = stores[path] { return open }
    try makeFolder(StoreLocation.parent(of: path))
    let store = try JournalStore(path: path)
    stores[path] = store
    return store
  }

  private func path(of school: BatchSchool, in batch: JournalBatch) throws -> String {
    let isFolder = location.isFolder || batch.schools.count > 1
    guard isFolder else { return location.given ?? StoreLocation.defaultFile }
    let folder = try folder(of: batch)
    if !school.key.isEmpty { return StoreLocation.file(of: school.key, in: folder) }
    let files = try location.files()
    guard files.count == 1 else {
      throw UsageError(
        "Выгрузка не называет школу, а в папке «\(folder)» несколько школ.",
        hint: "Укажите файл школы: --store \(folder)/ШКОЛА.sqlite")
    }
    return files[0]
  }

  private func folder(of batch: JournalBatch) throws -> String {
    guard let given = location.given else { return StoreLocation.defaultFolder }
    guard !given.hasSuffix(".sqlite") else {
      throw UsageError(
        "В выгрузке школ: \(batch.schools.count), а --store называет один файл.",
        hint: "Укажите папку: --store \(StoreLocation.defaultFolder)")
    }
    return given
  }

  /// Originals lie where the stores lie.
  private func home(of batch: JournalBatch) throws -> String {
    if location.isFolder || batch.schools.count > 1 { return try folder(of: batch) }
    return location.home
  }
}
