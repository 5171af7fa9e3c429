import Journal

/// Looks into files as an import would, and imports nothing: `import --describe`.
public struct FileDescriber {
  private let options: ImportOptions

  public init(_ options: ImportOptions) {
    self.options = options
  }

  /// Files, and the files of folders, in order of path. What is wrong with a file is told in its description.
  public func describe(_ paths: [String]) -> [FileDescription] {
    paths.flatMap { describe($0, name: $0.split(separator: "/").last.map(String.init) ?? $0) }
  }

  private func describe(_ path: String, name: String) -> [FileDescription] {
    do {
      guard FolderListing.isFolder(path) else {
        var budget: ZipBudget?
        return [describe(ExportFile(path: name, bytes: try FileBytes(path: path)), &budget)]
      }
      return try FolderListing.names(in: path).flatMap { describe("\(path)/\($0)", name: "\(name)/\($0)") }
    } catch {
      var description = FileDescription(path: name)
      description.problem = error as? ImportProblem
      return [description]
    }
  }

  /// `budget` is what archives in an archive may still turn into, together; nil outside of one.
  private func describe(_ file: ExportFile, _ budget: inout ZipBudget?) -> FileDescription {
    let kind = FileKind(of: file.bytes)
    var description = FileDescription(path: file.path, kind: kind)
    do {
      if let refusal = kind.refusal { throw refusal }
      if kind == .zip {
        description.members = try members(of: file, &budget)
      } else {
        try look(into: try OpenedFile(file, kind: kind), &description)
      }
    } catch {
      description.problem = error as? ImportProblem
    }
    return description
  }

  /// An archive's files, and those of archives in it, one level deep as an import reads them.
  private func members(of file: ExportFile, _ budget: inout ZipBudget?) throws -> [FileDescription] {
    guard file.archive?.isNested != true else {
      throw ImportProblem("архив вложен слишком глубоко", hint: "Распакуйте внешний архив и загрузите внутренний.")
    }
    let reader = try ZipReader(file.bytes, budget: budget ?? ZipBudget())
    var left: ZipBudget?
    defer { if budget != nil { budget = left ?? reader.remaining } }
    var found: [(name: String, content: Result<FileBytes, any Error>)] = []
    for entry in reader.entries {
      found.append(("\(file.path)/\(entry.name)", Result { try reader.read(entry) }))
      if case .failure(let problem) = found[found.count - 1].content, reader.isOverBudget { throw problem }
    }
    let archive = ExportFile.Archive(
      name: file.path, digest: file.archive?.digest ?? file.digest, bytes: file.archive?.bytes ?? file.bytes,
      newest: reader.entries.compactMap(\.modified).max(), isNested: file.archive != nil)
    left = reader.remaining
    return found.map { name, content in
      switch content {
      case .success(let bytes): return describe(ExportFile(path: name, bytes: bytes, archive: archive), &left)
      case .failure(let problem):
        var description = FileDescription(path: name)
        description.problem = problem as? ImportProblem
        return description
      }
    }
  }

  private func look(into file: OpenedFile, _ description: inout FileDescription) throws {
    description.fitting = Layout.all(options).map { ($0, $0.recognise(file)) }.filter { $0.1 > .none }
      .sorted { $0.1 > $1.1 }
      .map { FileDescription.Fit(layout: $0.id, title: $0.title, isCertain: $1 == .certain) }
    let sheets = try file.cellSheets()
    description.sheets = sheets.filter { $0.rowCount > 0 }.map { sheet in
      let survey = SheetSurvey(sheet, path: file.file.path)
      return survey.description(
        fits: options.mappings.first { MappedSheet(sheet, $0) != nil }?.name,
        withDraft: description.fitting.isEmpty && options.layout == nil)
    }
    FileDescriber.nameDrafts(&description.sheets, file.file.stem)
    do {
      let layout = try Layout.of(file, options)
      if layout.isPart(file) {
        description.isPart = true
      } else {
        var files = [file]
        let found = try layout.read(&files, options).files[0]
        (description.takenAt, description.counts) = (found.takenAt, found.counts)
        description.rejectedCount = found.rejected.count
      }
    } catch let problem as ImportProblem {
      description.problem = problem == file.unknown ? FileDescriber.unknown(description.drafts) : problem
      description.takenAt = try file.moments(options).choose(newestEntry: nil)
    }
  }

  /// What to do with a file that nothing takes is seen from the drafts.
  private static func unknown(_ drafts: [MappingDraft]) -> ImportProblem {
    ImportProblem(
      "ни один известный вид выгрузок не подходит",
      hint: drafts.isEmpty ? "Выгрузите журнал в другом виде." : "Опишите таблицу в настройках: заготовка ниже.")
  }

  /// A workbook with several different tables needs a mapping for each, by its sheet; sheets that are alike need one.
  private static func nameDrafts(_ sheets: inout [SheetDescription], _ stem: String) {
    var known: [MappingDraft] = []
    for index in sheets.indices {
      guard let draft = sheets[index].draft else { continue }
      if known.contains(where: { $0.isAlike(draft) }) { sheets[index].draft = nil } else { known.append(draft) }
    }
    for index in sheets.indices {
      guard var draft = sheets[index].draft else { continue }
      draft.name = known.count == 1 ? stem : "\(stem), \(sheets[index].name)"
      if known.count > 1 { draft.sheet = sheets[index].name }
      sheets[index].draft = draft
    }
  }
}
