import Journal

/// What a later export shows otherwise than an earlier one did: a fact that changed, or that is gone from its place.
public struct FactChange: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable {
    case changed, vanished
  }

  public var kind: Kind
  public var fact: FactKind
  public var studyClass: String
  public var subject: String
  /// The lesson's day; nil for final marks and exemptions.
  public var day: CivilDate?
  public var period: String?
  /// Nil where the fact is nobody's own, or the whole class's.
  public var pupil: String?
  public var old: String
  /// Nil for what vanished.
  public var new: String?
  /// Only the first moment of a lesson's entry: nothing was rewritten.
  public var isFirstEntry = false
  /// The new cell; of what vanished, the cell where it was seen last.
  public var path: String
  public var place: CellPlace
}
