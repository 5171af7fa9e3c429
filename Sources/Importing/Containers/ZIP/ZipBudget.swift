/// How much an archive may turn into. The bytes are counted while they are inflated: the sizes that the archive declares
/// are never believed.
public struct ZipBudget: Sendable {
  /// Bytes of one part; 256 MiB by default.
  public var part: Int
  /// Bytes of all parts that were read; 1 GiB by default.
  public var archive: Int
  /// Entries, folders too; 10,000 by default.
  public var entries: Int

  public init(part: Int = 256 << 20, archive: Int = 1 << 30, entries: Int = 10_000) {
    self.part = part
    self.archive = archive
    self.entries = entries
  }
}
