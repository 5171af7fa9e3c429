import Journal

/// A decision of the school to accept a finding, or all findings of a rule in some place, until a day (CONTROL 3). Names
/// stand as a person wrote them.
public struct Waiver: Sendable, Hashable {
  /// The number by which people name it; 0 before it is kept.
  public var id: Int64 = 0
  public var rule: String
  /// The key of one finding; the places are nil then.
  public var finding: String?
  public var studyClass: String?
  public var subject: String?
  public var teacher: String?
  public var pupil: String?
  public var reason: String
  public var decidedBy: String
  /// «приказ № 12 от 01.10.2025».
  public var paper: String
  /// The days on which it is in force, both included.
  public var from: CivilDate
  public var until: CivilDate
  /// From this day on it is not.
  public var revoked: CivilDate?
  /// Loaded with a table, and changed only there.
  public var isOfTable = false

  public init(
    rule: String, finding: String? = nil, reason: String, decidedBy: String, paper: String, from: CivilDate,
    until: CivilDate
  ) {
    self.rule = rule
    self.finding = finding
    self.reason = reason
    self.decidedBy = decidedBy
    self.paper = paper
    self.from = from
    self.until = until
  }

  public var hasPlace: Bool { studyClass != nil || subject != nil || teacher != nil || pupil != nil }

  /// Decided by that day and not revoked.
  public func isKnown(on day: CivilDate) -> Bool { from <= day && (revoked.map { $0 > day } ?? true) }

  public func isInForce(on day: CivilDate) -> Bool { isKnown(on: day) && day <= until }
}
