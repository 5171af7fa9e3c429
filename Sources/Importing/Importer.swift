import Journal

/// Reads exports: files, folders and archives in, batches of facts out, one after another, in order of path.
public struct Importer {
  /// The ids of the layouts, as `--layout` takes them.
  public static let layouts = [InterchangeLayout.id, DnevnikJournalLayout.id]

  private let options: ImportOptions
  private let progress: (String) -> Void
  private let keep: ([Original], JournalBatch) throws -> Void
  private let take: (JournalBatch) throws -> Void

  /// The bytes of a file that a batch comes from, to be kept.
  public struct Original {
    public let digest: String
    public let bytes: FileBytes
  }

  /// `take` gets every export that was read, with the files that were refused in their places; before it, `keep` gets
  /// the originals that the batch comes from, so that their bytes need not stay in memory. `progress` gets what is
  /// being read.
  public init(
    _ options: ImportOptions, progress: @escaping (String) -> Void = { _ in },
    keep: @escaping ([Original], JournalBatch) throws -> Void = { _, _ in },
    take: @escaping (JournalBatch) throws -> Void
  ) {
    self.options = options
    self.progress = progress
    self.keep = keep
    self.take = take
  }

  /// Throws what the callbacks throw; whatever is wrong with a file is told in its batch. Files are named from the last
  /// part of their given path on, so that the same export is told alike wherever it lies.
  public func read(_ paths: [String]) throws {
    for path in paths {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      if FolderListing.isFolder(path) {
        try readFolder(path, name)
      } else {
        try readGroup([(path, name)])
      }
    }
  }

  /// The tables of one folder are one export; folders in it are read after it, each for itself.
  private func readFolder(_ folder: String, _ name: String) throws {
    let names: [String]
    do throws(ImportProblem) {
      names = try FolderListing.names(in: folder)
    } catch {
      return try take(JournalBatch(refused: [Importer.refused(name, error)]))
    }
    let entries = names.map { (path: "\(folder)/\($0)", name: "\(name)/\($0)") }
    try readGroup(entries.filter { !FolderListing.isFolder($0.path) })
    for entry in entries where FolderListing.isFolder(entry.path) { try readFolder(entry.path, entry.name) }
  }

  private func readGroup(_ entries: [(path: String, name: String)]) throws {
    progress(entries.map(\.name).joined(separator: ", "))
    let found = inParallel(
      entries.map { path, name in
        { @Sendable in Result { ExportFile(path: name, bytes: try FileBytes(path: path)) } }
      })
    var refused: [ImportedFile] = []
    var files: [ExportFile] = []
    for (result, entry) in zip(found, entries) {
      do {
        files.append(try result.get())
      } catch let problem as ImportProblem {
        refused.append(Importer.refused(entry.name, problem))
      }
    }
    try read(&files, refused)
  }

  /// Sorts files by what they are: tables go together, every workbook and archive for itself. Takes the files away from
  /// the caller, so that nobody holds their bytes longer than needed.
  private func read(_ files: inout [ExportFile], _ refused: [ImportedFile]) throws {
    var refused = refused
    var tables: [Table] = []
    var others: [(file: ExportFile, kind: FileKind)] = []
    for file in files {
      let kind = FileKind(of: file.bytes)
      do {
        switch kind {
        case .text:
          try refuseUnless(InterchangeLayout.id)
          let csv = try CSVReader(file.bytes)
          tables.append(Table(table: try InterchangeLayout.recognise(csv, name: file.stem), csv: csv, file: file))
        case .xlsx: others.append((file, kind))
        case .zip where file.archive == nil: others.append((file, kind))
        case .zip:
          throw ImportProblem("архив внутри архива", hint: "Распакуйте внешний архив и загрузите внутренний.")
        default: throw kind.refusal ?? ImportProblem("не читается: это \(kind.name)", hint: "Выгрузите журнал заново.")
        }
      } catch let problem as ImportProblem {
        refused.append(Importer.refused(file, problem))
      }
    }
    files = []
    try readTables(&tables, refused)
    for (file, kind) in others {
      progress(file.path)
      do {
        if kind == .zip { try readArchive(file) } else { try readWorkbook(file) }
      } catch let problem as ImportProblem {
        try take(JournalBatch(refused: [Importer.refused(file, problem)]))
      }
    }
  }

  /// With `--layout` only that one is tried.
  private func refuseUnless(_ layout: String) throws(ImportProblem) {
    guard let only = options.layout, only != layout else { return }
    throw ImportProblem(
      "не похоже на выгрузку вида \(only), который назван в --layout",
      hint: "Уберите --layout: вид узнаётся по содержанию файла.")
  }

  private struct Table {
    var table: InterchangeTable
    var csv: CSVReader
    var file: ExportFile
  }

  private func readArchive(_ file: ExportFile) throws {
    let reader = try ZipReader(file.bytes)
    let archive = ExportFile.Archive(
      name: file.path, digest: file.digest, bytes: file.bytes,
      newest: reader.entries.compactMap(\.modified).max())
    guard !reader.entries.isEmpty else {
      throw ImportProblem("архив пуст", hint: "Скачайте выгрузку заново.")
    }
    // As on the disk, the tables of one folder are one export.
    var folders: [String] = []
    var refused: [String: [ImportedFile]] = [:]
    var members: [String: [ExportFile]] = [:]
    for entry in reader.entries {
      let name = "\(file.path)/\(entry.name)"
      let folder = entry.name.lastIndex(of: "/").map { String(entry.name[..<$0]) } ?? ""
      if !folders.contains(folder) { folders.append(folder) }
      do {
        let member = ExportFile(path: name, bytes: try reader.read(entry), archive: archive)
        members[folder, default: []].append(member)
      } catch let problem as ImportProblem {
        // Whatever an archive turns into beyond its budget, nothing of it is taken.
        if reader.isOverBudget { throw problem }
        refused[folder, default: []].append(Importer.refused(name, problem))
      }
    }
    for folder in folders {
      var files = members.removeValue(forKey: folder) ?? []
      try read(&files, refused[folder] ?? [])
    }
  }

  private func readWorkbook(_ file: ExportFile) throws {
    try refuseUnless(DnevnikJournalLayout.id)
    let book = try XLSXReader(file.bytes)
    let sheets = try book.sheets.indices.map { SheetText(try book.grid($0)) }
    guard DnevnikJournalLayout.fits(sheets) else {
      throw ImportProblem(
        "книга не похожа ни на одну известную выгрузку", hint: "Загрузите журналы класса Дневник.ру или таблицы обмена."
      )
    }
    var described = file.described(layout: DnevnikJournalLayout.id)
    described.sheetCount = sheets.count
    var moments = file.moments(options)
    moments.document = [book.created, book.modified].compactMap { $0 }.max()
    let batch = try DnevnikJournalLayout.read(sheets, described, moments)
    try keep([Original(digest: described.originalDigest, bytes: file.archive?.bytes ?? file.bytes)], batch)
    try take(batch)
  }

  private func readTables(_ tables: inout [Table], _ refused: [ImportedFile]) throws {
    guard let first = tables.first else {
      if !refused.isEmpty { try take(JournalBatch(refused: refused)) }
      return
    }
    var files = tables.map { $0.file.described(layout: InterchangeLayout.id) }
    do {
      var batch = try batch(of: tables, files, first.file.moments(options))
      batch.files += refused
      tables = []
      try take(batch)
    } catch let problem as ImportProblem {
      for index in files.indices { files[index].refuse(problem) }
      try take(JournalBatch(refused: files + refused))
    }
  }

  private func batch(of tables: [Table], _ files: [ImportedFile], _ moments: SnapshotMoments) throws -> JournalBatch {
    let entries = tables.enumerated().map { InterchangeLayout.Entry(table: $1.table, csv: $1.csv, file: $0) }
    var (batch, problems) = try InterchangeLayout.read(entries, files, moments)
    for (file, problem) in problems { batch.files[file].refuse(problem) }
    let originals = tables.enumerated().filter { batch.files[$0.offset].layout != nil }
      .map { Original(digest: files[$0].originalDigest, bytes: $1.file.archive?.bytes ?? $1.file.bytes) }
    if !originals.isEmpty { try keep(originals, batch) }
    return batch
  }

  private static func refused(_ file: ExportFile, _ problem: ImportProblem) -> ImportedFile {
    var described = file.described(layout: nil)
    described.rejected = [problem]
    return described
  }

  private static func refused(_ path: String, _ problem: ImportProblem) -> ImportedFile {
    var file = ImportedFile(path: path, digest: "", originalDigest: "", byteCount: 0, layout: nil)
    file.rejected = [problem]
    return file
  }
}

extension JournalBatch {
  /// Files of which nothing goes in.
  init(refused: [ImportedFile]) {
    self.init()
    files = refused
  }
}

extension ImportedFile {
  /// Nothing of the file goes in.
  mutating func refuse(_ problem: ImportProblem) {
    layout = nil
    counts = FactCounts()
    classes = []
    rejected = [problem]
  }
}
