import Glibc
import Journal

/// Reads exports: files, folders and archives in, batches of facts out, one after another, in order of path.
public struct Importer {
  private let options: ImportOptions
  private let takeBatch: (JournalBatch) throws -> Void
  private let keepOriginal: (_ digest: String, _ bytes: FileBytes) throws -> Void

  /// `takeBatch` gets every export that was read, with the files that were refused in their places; `keepOriginal`
  /// the bytes of every file that a batch comes from, before the batch.
  public init(
    _ options: ImportOptions, keepOriginal: @escaping (_ digest: String, _ bytes: FileBytes) throws -> Void,
    takeBatch: @escaping (JournalBatch) throws -> Void
  ) {
    self.options = options
    self.keepOriginal = keepOriginal
    self.takeBatch = takeBatch
  }

  /// Throws what the callbacks throw; whatever is wrong with a file is told in its batch.
  public func read(_ paths: [String]) throws {
    for path in paths {
      if isFolder(path) {
        try readFolder(path)
      } else {
        try readGroup([path])
      }
    }
  }

  /// The tables of one folder are one export; folders in it are read after it, each for itself.
  private func readFolder(_ folder: String) throws {
    let names = try FolderListing.names(in: folder)
    let paths = names.map { folder.hasSuffix("/") ? folder + $0 : "\(folder)/\($0)" }
    try readGroup(paths.filter { !isFolder($0) })
    for path in paths where isFolder(path) { try readFolder(path) }
  }

  private func isFolder(_ path: String) -> Bool {
    var status = stat()
    return stat(path, &status) == 0 && status.st_mode & S_IFMT == S_IFDIR
  }

  private func readGroup(_ paths: [String]) throws {
    var refused: [ImportedFile] = []
    var files: [ExportFile] = []
    for path in paths {
      do {
        files.append(ExportFile(path: path, bytes: try FileBytes(path: path)))
      } catch let problem as ImportProblem {
        refused.append(Importer.refused(path, problem))
      }
    }
    try read(files, refused)
  }

  /// Sorts files by what they are: tables go together, every workbook and archive for itself.
  private func read(_ files: [ExportFile], _ refused: [ImportedFile]) throws {
    var refused = refused
    var tables: [(table: InterchangeTable, csv: CSVReader, file: ExportFile)] = []
    for file in files {
      do {
        let csv = try CSVReader(file.bytes)
        tables.append((try InterchangeLayout.recognise(csv, name: file.stem), csv, file))
      } catch let problem as ImportProblem {
        refused.append(Importer.refused(file, problem))
      }
    }
    try readTables(tables, refused)
  }

  private func readTables(
    _ tables: [(table: InterchangeTable, csv: CSVReader, file: ExportFile)], _ refused: [ImportedFile]
  ) throws {
    guard let first = tables.first else {
      if !refused.isEmpty { try takeBatch(JournalBatch(refused: refused)) }
      return
    }
    var files = tables.map { $0.file.described(layout: InterchangeLayout.id) }
    let numbered = tables.enumerated().map { InterchangeLayout.Entry(table: $1.table, csv: $1.csv, file: $0) }
    do {
      var (batch, problems) = try InterchangeLayout.read(numbered, files, first.file.moments(options))
      for (file, problem) in problems { batch.files[file].refuse(problem) }
      batch.files += refused
      for (index, table) in tables.enumerated() { try keepOriginal(files[index].originalDigest, table.file.bytes) }
      try takeBatch(batch)
    } catch let problem as ImportProblem {
      for index in files.indices { files[index].refuse(problem) }
      try takeBatch(JournalBatch(refused: files + refused))
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
