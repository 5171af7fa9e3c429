import Journal

/// What can be seen in a file before anything of it is imported.
public struct FileDescription: Sendable {
  public var path: String
  /// Nil for a file that cannot be opened.
  public var kind: FileKind?
  /// The layouts that would take it, the surest first; several of equal certainty need `--layout`.
  public var fitting: [Fit] = []
  /// Why nothing of it would go in, or what is not clear.
  public var problem: ImportProblem?
  /// The moment of the snapshot; nil where it is not told.
  public var takenAt: LocalMoment?
  /// It makes an export together with the files of its folder, and only all of them tell the moment.
  public var isPart = false
  /// What an import would find in it.
  public var counts: FactCounts?
  public var rejectedCount = 0
  public var sheets: [SheetDescription] = []
  /// The files of an archive.
  public var members: [FileDescription] = []

  public struct Fit: Sendable {
    public var layout: String
    public var title: String
    /// It has what no other export has, and not only the shape.
    public var isCertain: Bool
  }

  /// Whether a mapping of the school's is needed for it to go in.
  public var needsMapping: Bool { fitting.isEmpty && !sheets.isEmpty }

  /// The mappings to start from, one for each sheet that gives one; none where a layout takes the file.
  public var drafts: [MappingDraft] { sheets.compactMap(\.draft) }
}

/// A sheet as a person sees it.
public struct SheetDescription: Sendable {
  /// Empty for a text table.
  public var name: String
  public var rowCount: Int
  public var columnCount: Int
  /// Rows around the header, or the first ones.
  public var rows: [(number: Int, cells: [String])]
  /// From 1; nil where no row looks like one.
  public var headerRow: Int?
  public var columns: [ColumnDescription]
  /// The name of the school's mapping that fits.
  public var mapping: String?
  public var draft: MappingDraft?
}

public struct ColumnDescription: Sendable {
  public var number: Int
  public var header: String
  /// The first values, each once.
  public var samples: [String]
  /// What the column is in the draft of a mapping; for a column of `across` what its header names.
  public var field: MappingField?
}
