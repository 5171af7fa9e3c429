/// What is wrong with a part of a school's own rule. Russian, without a full stop.
public struct OwnRuleFault: Error, Hashable, Sendable {
  /// The part's name in the file: `select`.
  public var part: String
  public var problem: String

  public init(_ part: String, _ problem: String) {
    self.part = part
    self.problem = problem
  }
}
