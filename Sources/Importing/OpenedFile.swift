import Journal

/// A file of an export with its content open: rows, cells or values, before anybody knows what they mean.
struct OpenedFile: Sendable {
  enum Content: Sendable {
    case table(CSVReader)
    case workbook([SheetText])
    case values(JSONValue)
  }

  let file: ExportFile
  let kind: FileKind
  let content: Content
  /// What the document says of its own making.
  let documentMoment: LocalMoment?
  /// The newest time of the parts of a document that is itself a ZIP; 1980 is none.
  let packageMoment: LocalMoment?

  /// Throws `ImportProblem` for a damaged file and for a kind that holds no cells.
  init(_ file: ExportFile, kind: FileKind, _ progress: ReadingProgress = ReadingProgress()) throws {
    self.file = file
    self.kind = kind
    packageMoment =
      kind == .xlsx || kind == .ods
      ? try ZipReader(file.bytes).entries.compactMap(\.modified).filter { $0.date.year > 1980 }.max() : nil
    if kind == .text {
      content = .table(try CSVReader(file.bytes))
      documentMoment = nil
    } else if kind == .json {
      content = .values(try JSONDocument(file.bytes).root)
      documentMoment = nil
    } else if let book = try Workbook(file.bytes, kind: kind, progress) {
      content = .workbook(book.sheets.map { SheetText($0) })
      documentMoment = book.moment
    } else {
      throw ImportProblem("не читается: это \(kind.name)", hint: "Выгрузите журнал заново.")
    }
  }

  /// Nil for a file that is no text table.
  var table: CSVReader? {
    guard case .table(let table) = content else { return nil }
    return table
  }

  /// Empty for a file that is no workbook.
  var sheets: [SheetText] {
    guard case .workbook(let sheets) = content else { return [] }
    return sheets
  }

  /// Nil for a file that is no JSON.
  var values: JSONValue? {
    guard case .values(let root) = content else { return nil }
    return root
  }

  /// Its line in the import report, before anything is known of its facts.
  func described(layout: String?) -> ImportedFile {
    var described = file.described(layout: layout)
    if case .workbook(let sheets) = content { described.sheetCount = sheets.count }
    return described
  }

  func moments(_ options: ImportOptions) -> SnapshotMoments { [self].moments(options) }

  /// Why no layout takes the file, where none comes near.
  var unknown: ImportProblem {
    if let values {
      return ImportProblem(
        "данные JSON не похожи ни на одну известную выгрузку",
        hint:
          "Загрузите ответы API Дневник.ру, дневник Сетевого города, ЭлЖура, МЭШ или Петербурга либо таблицы обмена.",
        raw: excerpt(values.raw))
    }
    guard let header = try? table?.header() else {
      return ImportProblem(
        "книга не похожа ни на одну известную выгрузку",
        hint: "Опишите её в настройках: заготовку даст команда zavuch import --describe ФАЙЛ."
      )
    }
    return ImportProblem(
      "не похоже ни на одну известную выгрузку: такие столбцы не встречаются",
      hint: """
        Опишите в настройках, что значат столбцы: заготовку даст команда zavuch import --describe ФАЙЛ. Если это таблица \
        обмена, назовите столбцы, как в руководстве.
        """,
      at: CellPlace(row: max(header.row, 1)),
      raw: excerpt(header.names.joined(separator: table.map { String(UnicodeScalar($0.delimiter)) } ?? "")))
  }
}

extension [OpenedFile] {
  /// What tells the moment of one export of these files: the latest that any of them says.
  func moments(_ options: ImportOptions) -> SnapshotMoments {
    SnapshotMoments(
      given: options.takenAt, document: compactMap(\.documentMoment).max(),
      archive: compactMap { $0.packageMoment ?? $0.file.archive?.newest }.max(),
      names: map { $0.file.archive?.name ?? $0.file.path })
  }
}
