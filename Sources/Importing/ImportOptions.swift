import Journal

/// What the person says about an import beyond its files.
public struct ImportOptions: Sendable {
  /// The moment of the snapshots, whatever the files say.
  public var takenAt: LocalMoment?
  /// The id of the only layout to try.
  public var layout: String?
  /// Tables that the school describes itself. Names are distinct.
  public var mappings: [TableMapping]
  /// Where the importer tells how far it is.
  var progress = ReadingProgress()

  public init(takenAt: LocalMoment? = nil, layout: String? = nil, mappings: [TableMapping] = []) {
    self.takenAt = takenAt
    self.layout = layout
    self.mappings = mappings
  }
}
