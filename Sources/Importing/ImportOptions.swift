import Journal

/// What the person says about an import beyond its files.
public struct ImportOptions: Sendable {
  /// The moment of the snapshots, whatever the files say.
  public var takenAt: LocalMoment?
  /// The id of the only layout to try.
  public var layout: String?

  public init(takenAt: LocalMoment? = nil, layout: String? = nil) {
    self.takenAt = takenAt
    self.layout = layout
  }
}
