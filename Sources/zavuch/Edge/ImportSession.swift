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
  /// What was joined of several sources, by store: each import answers for all that the store knows, so the last one holds.
  private var identities: [String: IdentityOutcome] = [:]
  /// By store, as the last of its imports left it.
  private var doubledLessons: [String: Int] = [:]

  init(_ location: StoreLocation, _ console: Console, isJSON: Bool) {
    self.location = location
    self.console = console
    self.isJSON = isJSON
  }

  func run(_ paths: [String], _ options: ImportOptions) throws {
    let importer = Importer(
      options, progress: { [console] in console.progress("Чтение: \($0)") },
      keep: { [self] originals, batch in try keep(originals, of: batch) }, take: { [self] batch in try take(batch) })
    let empty = try importer.read(paths)
    if !isJSON {
      for (_, identity) in identities.sorted(by: { $0.key < $1.key }) { ImportReport.tell(identity, on: console) }
      let doubled = doubledLessons.values.reduce(0, +)
      if doubled > 0 {
        console.print("Уроков, которые есть в двух выгрузках, — \(doubled); каждый считается один раз.")
      }
    }
    if !empty.isEmpty { console.message("Файлов нет, загружать нечего: \(empty.joined(separator: ", "))") }
  }

  /// The originals are kept before their facts are taken, and only if the stores will take them.
  private func keep(_ originals: [Importer.Original], of batch: JournalBatch) throws {
    for school in batch.schools { try store(of: school, in: batch).refuse(other: school) }
    let kept = OriginalFiles(home: try home(of: batch))
    for original in originals { try kept.keep(original.digest, original.bytes) }
  }

  private func take(_ batch: JournalBatch) throws {
    var files = batch.files
    var changes = files.map { _ in ChangeCounts() }
    var listed: [[FactChange]] = files.map { _ in [] }
    var ofBatch: [IdentityOutcome] = []
    if let first = files.first(where: { $0.layout != nil }) {
      console.progress("Запись в хранилище: \(first.path)")
      for school in batch.schools.indices {
        let outcome = try store(of: batch.schools[school], in: batch).apply(batch, school: Int32(school))
        if let identity = outcome.identity {
          ofBatch.append(identity)
          identities[try path(of: batch.schools[school], in: batch)] = identity
        }
        if let doubled = outcome.doubledLessons {
          doubledLessons[try path(of: batch.schools[school], in: batch)] = doubled
        }
        for index in files.indices {
          changes[index] += outcome.changes[index]
          listed[index] += outcome.listed[index]
          files[index].rejected += outcome.rejected[index]
          files[index].notices += outcome.notices[index]
        }
      }
    }
    for (index, (file, change)) in zip(files, changes).enumerated() {
      if !file.rejected.isEmpty { isAnythingRejected = true }
      if isJSON {
        // What was joined is the whole store's answer, told once.
        console.print(ImportReport.json(file, change, listed[index], index == 0 ? ofBatch : []))
      } else {
        ImportReport.tell(file, change, listed[index], on: console)
      }
    }
  }

  /// Several schools make a folder of stores; one school goes into its file.
  private func store(of school: BatchSchool, in batch: JournalBatch) throws -> JournalStore {
    let path = try path(of: school, in: batch)
    if let open = stores[path] { return open }
    try OriginalFiles.makeFolder(StoreLocation.parent(of: path))
    let store = try JournalStore(path: path)
    stores[path] = store
    return store
  }

  private func path(of school: BatchSchool, in batch: JournalBatch) throws -> String {
    guard goesToFolder(batch) else { return location.path }
    let folder = try folder(of: batch)
    if !school.key.isEmpty { return StoreLocation.file(of: school.key, in: folder) }
    let files = (try? location.files()) ?? []
    guard files.count == 1 else {
      throw UsageError(
        "Выгрузка не называет школу, а файлов школ в папке «\(folder)»: \(files.count).",
        hint: "Укажите файл школы: --store \(folder)/ШКОЛА.sqlite")
    }
    return files[0]
  }

  private func goesToFolder(_ batch: JournalBatch) -> Bool {
    batch.schools.count > 1 || StoreLocation.isFolder(location.path)
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
    goesToFolder(batch) ? try folder(of: batch) : location.home
  }
}
