import Journal

/// A spreadsheet of OpenDocument (ODF 1.3, part 3) as cells with their places. `content.xml` is read in one stream.
///
/// A damaged file is refused, with the part or the cell in the problem, and is never read in part.
///
///     let book = try ODSReader(FileBytes(path: "5a.ods"))
///     for grid in try book.grids() { print(grid.name, grid.lastRow) }
///
/// Not for two threads at once.
public final class ODSReader {
  /// When the document was made, by its own words in local time; nil when it does not say.
  public let created: LocalMoment?
  /// When it was last saved; nil when it does not say.
  public let modified: LocalMoment?
  private let parts: PackageParts

  /// Throws `ImportProblem` when the file is no spreadsheet, is under a password or is damaged.
  public init(_ file: FileBytes, budget: ZipBudget = ZipBudget()) throws {
    parts = try PackageParts(ZipReader(file, budget: budget))
    if parts.has("META-INF/manifest.xml") {
      var manifest = ODSManifestHandler()
      try parts.parse("META-INF/manifest.xml", &manifest)
    }
    var times = DocumentTimesHandler(created: "creation-date", modified: "date")
    if parts.has("meta.xml") { try parts.parse("meta.xml", &times) }
    created = times.created
    modified = times.modified
  }

  /// Gives the sheets in the order of their tabs, each as its cells that hold something and its merged ranges. Throws what the receiver
  /// throws, and `ImportProblem` with the place when the document is damaged, possibly after some cells.
  public func read(_ receiver: any SheetReceiver) throws {
    var content = ODSContent(receiver)
    try parts.parse("content.xml", &content)
    guard content.isSpreadsheet else {
      throw ImportProblem(
        "это не таблица OpenDocument, а другой документ", hint: "Загрузите таблицу: выгрузку журнала в Excel (.xlsx).")
    }
  }

  /// All sheets in memory. Throws as `read` does.
  public func grids(_ progress: ReadingProgress = ReadingProgress()) throws -> [SheetGrid] {
    let receiver = GridReceiver(progress)
    try read(receiver)
    return receiver.grids
  }
}

/// Refuses a document that is encrypted: its other parts are no XML then.
private struct ODSManifestHandler: XMLHandler {
  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    guard name == "encryption-data" else { return }
    throw ImportProblem(
      "таблица OpenDocument закрыта паролем",
      hint: "Откройте её с паролем, сохраните без пароля или как .xlsx и загрузите.")
  }

  mutating func end(_ name: XMLName) throws {}
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}
}
