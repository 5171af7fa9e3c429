import Journal
import JournalStore

/// Classes or teachers by how their journal was kept at a registered check (П 4.1).
///
/// Everybody begins with 100 points. A rule takes away weight × broken / judged of them, where judged = kept + broken + waived are
/// the units of the class or teacher in the check's window, and the weights are brought to a sum of 100 over the rules by which
/// anything of theirs was judged. What a rule takes is rounded half up to hundredths of a point, so that the points are exactly
/// 100 less what is shown rule by rule; and every point taken rests on findings with keys. Undetermined and waived units take
/// nothing.
public struct Rating: Sendable, Hashable {
  public enum Kind: String, Sendable, Hashable, CaseIterable {
    case classes, teachers
  }

  public struct Part: Sendable, Hashable {
    public var rule: String
    public var demand: String
    public var weight: Int
    public var kept: Int
    public var broken: Int
    public var judged: Int
    /// In hundredths of a point.
    public var lost: Int
    /// Of the findings that took them, in the check's order.
    public var findings: [String]
  }

  public struct Entry: Sendable, Hashable {
    /// As the check has it.
    public var item: UnitPlace.Item
    /// The same for equal points.
    public var place: Int
    /// In hundredths: 10000 is everything kept.
    public var points: Int
    /// In the check's order of rules; those that judged nothing are left out.
    public var parts: [Part]

    public var kept: Int { parts.map(\.kept).reduce(0, +) }
    public var judged: Int { parts.map(\.judged).reduce(0, +) }
    public var broken: Int { parts.map(\.broken).reduce(0, +) }
  }

  public var check: RegisteredCheck
  public var kind: Kind
  public var weights: RatingWeights
  /// Best first, equals by name. Whoever has nothing judged is not rated.
  public var entries: [Entry]

  public static let formula = """
    100 баллов минус потери по каждому требованию: вес × нарушено / проверено, где веса требований, по которым у класса или \
    учителя что-то проверено, приведены к сумме 100
    """
}

/// What a rule weighs by its severity; 0 does not count.
public struct RatingWeights: Sendable, Hashable {
  public var fault = 3
  public var risk = 1
  public var note = 0

  public init() {}

  public var russian: String {
    "вес: \(Severity.fault.title) \(fault), \(Severity.risk.title) \(risk), \(Severity.note.title) \(note)"
  }

  func weight(_ severity: Severity?) -> Int {
    switch severity {
    case .fault: fault
    case .risk: risk
    case .note, nil: note
    }
  }
}

extension Rating.Entry {
  /// `parts` come without what they take.
  init(_ item: UnitPlace.Item, _ parts: [Rating.Part]) {
    let total = parts.map(\.weight).reduce(0, +)
    let losing = parts.map { part in
      var part = part
      part.lost = Ratio(part.weight * part.broken, of: part.judged * total).rounded(times: 10_000) ?? 0
      return part
    }
    // Rounding may take a hundredth too much of whoever has kept nothing.
    self.init(item: item, place: 0, points: max(0, 10_000 - losing.map(\.lost).reduce(0, +)), parts: losing)
  }
}
