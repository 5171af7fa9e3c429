import Journal

/// A finding opened down to the cells of the exports it rests on.
public struct FindingExplanation: Sendable {
  public enum Verdict: Sendable, Hashable {
    case broken, kept
    /// With the reason.
    case undetermined(String)
    /// Broken, and accepted by this decision.
    case waived(String)
  }

  public var key: String
  public var rule: Rule
  /// The window in which the unit was found; wider than asked where it lies outside.
  public var window: CheckWindow
  public var verdict: Verdict
  /// The norms applied, in words.
  public var norms: [String]
  public var place: UnitPlace
  /// Empty where the unit is not broken.
  public var sentence: String
  public var mend: String
  public var mendBy: CivilDate?
  /// What the exports hold about the unit, in order of day and kind.
  public var evidence: [EvidenceFact]
  /// What was looked for and is not there at as-of.
  public var missing: [MissingFact]
}

/// One fact or list row of an export.
public struct EvidenceFact: Sendable, Hashable {
  public enum Kind: Sendable, Hashable {
    case pupil, lesson, topic, homework, work, mark, attendance, finalMark, exemption, login
    /// What stands where a mark is given and is none: н/а, точка.
    case otherCode
    /// What an activity report says of an account.
    case account
    case classHour, plan
    /// A row of a table that the school keeps beside the journal, or what it decided or laid down itself.
    case paper

    /// Its entry is followed from export to export.
    var isFollowed: Bool {
      switch self {
      case .pupil, .work, .account, .classHour, .plan, .paper: false
      case .lesson, .topic, .homework, .mark, .attendance, .finalMark, .exemption, .login, .otherCode: true
      }
    }
  }

  public var kind: Kind
  /// «Отметка, урок 16.09.2025».
  public var title: String
  /// As it is kept: «5», «Н», the topic's text.
  public var value: String
  /// The cell's text where it is more than the value.
  public var raw: String?
  public var place: EvidencePlace
  /// When it was entered, in words; nil where that is not followed.
  public var entered: String?
  /// When it vanished or changed, in words.
  public var gone: String?
  /// Certainly there on the as-of evening.
  public var isThere: Bool
}

public struct EvidencePlace: Sendable, Hashable {
  public var path: String
  /// Empty for a file without sheets.
  public var sheet: String
  /// 0: what the school has no table of: its settings, its commands.
  public var row: Int
  /// Letters as spreadsheets name it; nil where the row as a whole is meant.
  public var column: String?
}

/// What was looked for in vain, and what proves that it is not there.
public struct MissingFact: Sendable, Hashable {
  /// «Тема урока».
  public var what: String
  /// «выгрузка «…», состояние на 30.09.2025 23:59:59», one a journal.
  public var searched: [String]
}
