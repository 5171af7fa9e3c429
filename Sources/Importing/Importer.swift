import Journal

/// Reads exports: files, folders and archives in, batches of facts out, one after another. Of a folder the exports of
/// several files come first, then the others in order of path.
public struct Importer {
  /// The ids of the layouts, as `--layout` takes them.
  public static let layouts = Layout.all.map(\.id) + [MappedLayout.id]

  /// What exports of a layout are, for people: «журналы класса Дневник.ру».
  public static func title(ofLayout id: String) -> String? {
    id == MappedLayout.id ? Layout.mapped([]).title : Layout.all.first { $0.id == id }?.title
  }

  private let options: ImportOptions
  private let keep: ([Original], JournalBatch) throws -> Void
  private let take: (JournalBatch) throws -> Void

  /// The bytes of a file that a batch comes from, to be kept.
  public struct Original {
    public let digest: String
    public let bytes: FileBytes
  }

  /// `take` gets every export that was read, with the files that were refused in their places; before it, `keep` gets
  /// the originals that the batch comes from, so that their bytes need not stay in memory. `progress` gets what is
  /// being read, from several threads.
  public init(
    _ options: ImportOptions, progress: (@Sendable (String) -> Void)? = nil,
    keep: @escaping ([Original], JournalBatch) throws -> Void = { _, _ in },
    take: @escaping (JournalBatch) throws -> Void
  ) {
    var options = options
    options.progress = ReadingProgress(progress)
    self.options = options
    self.keep = keep
    self.take = take
  }

  /// Throws what the callbacks throw; whatever is wrong with a file is told in its batch. Files are named from the last
  /// part of their given path on, so that the same export is told alike wherever it lies.
  ///
  /// Returns the paths of folders in which there is no file.
  @discardableResult
  public func read(_ paths: [String]) throws -> [String] {
    var empty: [String] = []
    for path in paths {
      let name = path.split(separator: "/").last.map(String.init) ?? path
      if FolderListing.isFolder(path) {
        if try !readFolder(path, name) { empty.append(path) }
      } else {
        try readGroup([(path, name)], options.progress.beginning(name))
      }
    }
    return empty
  }

  /// The tables of one folder are one export; folders in it are read after it, each for itself. False where there is no
  /// file in any of them.
  private func readFolder(_ folder: String, _ name: String) throws -> Bool {
    let names: [String]
    do throws(ImportProblem) {
      names = try FolderListing.names(in: folder)
    } catch {
      try take(JournalBatch(refused: [Importer.refused(name, error)]))
      return true
    }
    let entries = names.map { (path: "\(folder)/\($0)", name: "\(name)/\($0)") }
    let files = entries.filter { !FolderListing.isFolder($0.path) }
    try readGroup(files, options.progress.beginning(name))
    var isAnythingThere = !files.isEmpty
    for entry in entries where FolderListing.isFolder(entry.path) {
      if try readFolder(entry.path, entry.name) { isAnythingThere = true }
    }
    return isAnythingThere
  }

  private func readGroup(_ entries: [(path: String, name: String)], _ progress: ReadingProgress) throws {
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
    var budget: ZipBudget?
    try read(&files, refused, &budget, progress)
  }

  /// Sorts files by what they are: parts of one export go together, every other file for itself. Takes the files away
  /// from the caller, so that nobody holds their bytes longer than needed. `budget` is what archives among them may still
  /// turn into, together; nil where they lie in none and have one each.
  private func read(
    _ files: inout [ExportFile], _ refused: [ImportedFile], _ budget: inout ZipBudget?, _ progress: ReadingProgress
  ) throws {
    var refused = refused
    var parts: [(layout: Layout, files: [OpenedFile])] = []
    var others: [(file: ExportFile, kind: FileKind)] = []
    for file in files {
      let kind = FileKind(of: file.bytes)
      try refusing(file, into: &refused) {
        if let refusal = kind.refusal { throw refusal }
        guard kind.isText else { return others.append((file, kind)) }
        let opened = try OpenedFile(file, kind: kind)
        let layout = try Layout.of(opened, options)
        guard layout.isPart(opened) else { return others.append((file, kind)) }
        if let known = parts.firstIndex(where: { $0.layout.id == layout.id }) {
          parts[known].files.append(opened)
        } else {
          parts.append((layout, [opened]))
        }
      }
    }
    files = []
    if parts.isEmpty, !refused.isEmpty { try take(JournalBatch(refused: refused)) }
    while !parts.isEmpty {
      var part = parts.removeFirst()
      try readExport(&part.files, part.layout, refused, progress)
      refused = []
    }
    for (index, (file, kind)) in others.enumerated() {
      let progress = options.progress.beginning(file.path, index + 1, of: others.count)
      var refused: [ImportedFile] = []
      try refusing(file, into: &refused) {
        if kind == .zip { return try readArchive(file, &budget) }
        var opened = [try OpenedFile(file, kind: kind, progress)]
        try readExport(&opened, try Layout.of(opened[0], options), [], progress)
      }
      if !refused.isEmpty { try take(JournalBatch(refused: refused)) }
    }
  }

  private func refusing(_ file: ExportFile, into refused: inout [ImportedFile], _ body: () throws -> Void) throws {
    do {
      try body()
    } catch let problem as ImportProblem {
      refused.append(Importer.refused(file, problem))
    }
  }

  /// Reads the files of one export; those refused before it are told with it.
  private func readExport(
    _ files: inout [OpenedFile], _ layout: Layout, _ refused: [ImportedFile], _ progress: ReadingProgress
  ) throws {
    var described = files.map { $0.described(layout: layout.id) }
    do {
      var batch = try readAndKeep(&files, layout, progress)
      batch.files += refused
      try take(batch)
    } catch let problem as ImportProblem {
      for index in described.indices { described[index].refuse(problem) }
      try take(JournalBatch(refused: described + refused))
    }
  }

  /// The bytes are kept here, so that they need not stay in memory while the batch is taken.
  private func readAndKeep(
    _ files: inout [OpenedFile], _ layout: Layout, _ progress: ReadingProgress
  ) throws -> JournalBatch {
    var options = options
    options.progress = progress
    let originals = files.map {
      Original(digest: $0.file.archive?.digest ?? $0.file.digest, bytes: $0.file.archive?.bytes ?? $0.file.bytes)
    }
    let batch = try layout.read(&files, options)
    let kept = zip(originals, batch.files).filter { $0.1.layout != nil }.map(\.0)
    if !kept.isEmpty { try keep(kept, batch) }
    return batch
  }

  /// Reads an archive, and archives in it one level deep; what they turn into counts together.
  private func readArchive(_ file: ExportFile, _ budget: inout ZipBudget?) throws {
    guard file.archive?.isNested != true else {
      throw ImportProblem(
        "архив вложен слишком глубоко", hint: "Распакуйте внешний архив и загрузите внутренний.")
    }
    let reader = try ZipReader(file.bytes, budget: budget ?? ZipBudget())
    var left: ZipBudget?
    defer { if budget != nil { budget = left ?? reader.remaining } }
    guard !reader.entries.isEmpty else {
      throw ImportProblem("архив пуст", hint: "Скачайте выгрузку заново.")
    }
    // As on the disk, the tables of one folder are one export.
    var folders: [String] = []
    var refused: [String: [ImportedFile]] = [:]
    var members: [String: [(name: String, bytes: FileBytes)]] = [:]
    for entry in reader.entries {
      let name = "\(file.path)/\(entry.name)"
      let folder = entry.name.lastIndex(of: "/").map { String(entry.name[..<$0]) } ?? ""
      if !folders.contains(folder) { folders.append(folder) }
      do {
        members[folder, default: []].append((name, try reader.read(entry)))
      } catch let problem as ImportProblem {
        // Whatever an archive turns into beyond its budget, nothing of it is taken.
        if reader.isOverBudget { throw problem }
        refused[folder, default: []].append(Importer.refused(name, problem))
      }
    }
    let archive = ExportFile.Archive(
      name: file.path, digest: file.archive?.digest ?? file.digest, bytes: file.archive?.bytes ?? file.bytes,
      newest: reader.entries.compactMap(\.modified).max(), isNested: file.archive != nil)
    left = reader.remaining
    for folder in folders {
      var files = (members.removeValue(forKey: folder) ?? []).map {
        ExportFile(path: $0.name, bytes: $0.bytes, archive: archive)
      }
      try read(&files, refused[folder] ?? [], &left, options.progress.beginning(file.path))
    }
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
