/// What SQL that is not the program's own may take. Both are counted, not timed, so that one query over one store always
/// ends in the same way.
public struct ReadingLimits: Sendable, Hashable {
  /// Instructions of SQLite's virtual machine.
  public var steps: Int
  public var rows: Int
  /// Bytes of one text.
  public var textLength: Int32

  public init(steps: Int, rows: Int, textLength: Int32 = 1_000_000) {
    self.steps = steps
    self.rows = rows
    self.textLength = textLength
  }
}
