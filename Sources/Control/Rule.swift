import Journal

/// A rule of the control: its card, one SELECT over the units it judges, the sentence its findings are told in, and
/// examples. A built-in rule is one file in `Rules/<Direction>/` and one line of `Rule.all`; a school's own is one file
/// (`OwnRule`).
public struct Rule: Sendable {
  /// Stable: `lesson-not-entered`.
  public var id: String
  /// Grows when the meaning of the SELECT changes, so that old checks can be told from new ones.
  public var version: Int
  /// What is wrong where it is broken: «Урок внесён позже дня проведения».
  public var title: String
  /// What is right where it is kept, for the share of kept units: «Урок внесён в день проведения».
  public var demand: String
  /// The clause of the regulation, П or Р as in MISSION: `П 3.8`.
  public var clause: String
  public var direction: Direction
  public var severity: Severity
  public var unit: UnitKind
  /// What is counted, in the genitive plural: «уроков».
  public var units: String
  public var norms: [Norm] = []
  /// The label of a second figure over distinct pupils; nil where there is none.
  public var peopleLabel: String?
  public var why: String
  /// What the rule cannot see.
  public var blindSpots: String
  /// A fault that cannot be mended is told once as new, then as known. A SELECT can narrow a rule that can be mended:
  /// rows whose `is_mendable` is 0 cannot.
  public var canBeMended: Bool
  /// What the school's sources must be able to say; empty where every source will do. The first that is not met tells why
  /// the rule is not applicable.
  public var requirements: [Requirement] = []
  public var reasons: [UndeterminedReason]
  /// The shared tables that the SELECT reads.
  public var reads: [PreparedUnits]
  /// The kinds of fact whose absence the rule tells: an explanation says where they were looked for.
  public var seeks: [FactKind] = []
  /// One SELECT in the subset that SQLite and PostgreSQL share. Named parameters: `:as_of`, `:from`, `:to` (days),
  /// `:evening`, `:from_second`, `:to_second` (seconds), and the norms. Integer columns, by name: `verdict` (1 broken,
  /// 0 kept, NULL undetermined), `reason` (a code of `reasons`), the columns of `UnitColumn`; whatever else it yields is
  /// evidence for the sentence. A unit takes several adjacent rows where it has several `teacher_set`s.
  public var select: String
  /// The same where nobody asks about kept units singly, if it is worth it: their rows may stand for several (`units`) that
  /// share class, subject, period, and set of teachers; all other rows are those of `select`.
  var summary: String?
  /// What is wrong, in one Russian sentence; class and subject stand beside it.
  public var sentence: @Sendable (FindingFacts) -> String
  /// What to do about it; empty where nothing can be done.
  public var mend: @Sendable (FindingFacts) -> String
  public var examples: [RuleExample]
  /// Makes of this rule the one over a coarser source that is asked where this one is not applicable; nil where there is
  /// none. The rule's examples show both.
  public var fallback: (@Sendable (Rule) -> Rule)?
  /// Of a school's own rule: the file it was read from. Its SQL may only read, and what is wrong with it is told to whoever
  /// wrote the file. Nil for a built-in one.
  public var file: String?
  /// Of a school's own rule: the columns of the SELECT that its texts name.
  var evidence: [String] = []
}

extension Rule {
  /// The rule as it was asked of a unit in this place.
  public func asked(of place: UnitPlace) -> Rule { place.account == nil ? self : fallback?(self) ?? self }

  /// All shared tables that must be made before it can be asked.
  var prepared: Set<PreparedUnits> {
    var all = Set(reads)
    var added = all
    while !added.isEmpty {
      added = Set(added.flatMap(\.needs)).subtracting(all)
      all.formUnion(added)
    }
    return all
  }
}

/// A section of the control's report, in the order of CONTROL 2.
public enum Direction: Int, Sendable, Hashable, CaseIterable {
  case participation, marks, lessons, attendance, duties

  public var title: String {
    switch self {
    case .participation: "Участие в работе"
    case .marks: "Отметки"
    case .lessons: "Уроки и программа"
    case .attendance: "Посещаемость"
    case .duties: "Обязанности"
    }
  }
}

/// How grave a finding is, from the gravest.
public enum Severity: String, Sendable, Hashable, CaseIterable, Comparable, Codable {
  case fault, risk, note

  public var title: String {
    switch self {
    case .fault: "нарушение"
    case .risk: "риск"
    case .note: "к сведению"
    }
  }

  /// A graver one is greater.
  public static func < (a: Severity, b: Severity) -> Bool { a.rank < b.rank }

  private var rank: Int { self == .fault ? 2 : self == .risk ? 1 : 0 }
}

/// A number that a school may set within bounds; the SELECT sees it as the parameter of its name.
public struct Norm: Sendable, Hashable {
  public var name: String
  /// Russian, with `%` for the number, and the forms of its noun in braces where they differ: «не позже чем через
  /// % {календарный день|календарных дня|календарных дней}».
  public var phrase: String
  public var standard: Int
  public var bounds: ClosedRange<Int>

  public init(name: String, phrase: String, standard: Int, bounds: ClosedRange<Int>) {
    self.name = name
    self.phrase = phrase
    self.standard = standard
    self.bounds = bounds
  }

  public func russian(_ value: Int) -> String { russian(String(value), noun: value) }

  /// With a letter in the number's place.
  public func russian(_ letter: String) -> String { russian(letter, noun: 5) }

  private func russian(_ number: String, noun count: Int) -> String {
    let told = phrase.split(separator: "%", omittingEmptySubsequences: false).joined(separator: number)
    guard let open = told.firstIndex(of: "{"), let close = told[open...].firstIndex(of: "}") else { return told }
    let forms = told[told.index(after: open)..<close].split(separator: "|").map(String.init)
    guard forms.count == 3 else { return told }
    return told[..<open] + RussianCount.form(count, forms[0], forms[1], forms[2]) + told[told.index(after: close)...]
  }
}

/// What must be known at all before a rule can be asked (CONTROL 1, «What a source can say»).
public struct Requirement: Sendable, Hashable {
  /// A SELECT that gives a row where the rule is applicable; its parameters are those of a rule's window.
  public var select: String
  /// Told where it gives none.
  public var otherwise: String

  public init(select: String, otherwise: String) {
    self.select = select
    self.otherwise = otherwise
  }

  /// One journal must be able to say all of it.
  public static func says(_ capabilities: SourceCapabilities, otherwise: String) -> Requirement {
    let mask = capabilities.rawValue
    return Requirement(select: "SELECT 1 FROM journal j WHERE (j.says & \(mask)) = \(mask)", otherwise: otherwise)
  }
}

/// Why the data cannot tell. Codes from 10 on are a rule's own.
public struct UndeterminedReason: Sendable, Hashable {
  public var code: Int64
  public var text: String
  /// The unit's deadline has not come: the next registered check judges it again (CONTROL 3).
  public var awaitsDeadline = false

  public init(code: Int64, text: String, awaitsDeadline: Bool = false) {
    self.code = code
    self.text = text
    self.awaitsDeadline = awaitsDeadline
  }

  static let noTopics = UndeterminedReason(code: 1, text: "выгрузка не содержит тем уроков")
  static let earlySnapshot = UndeterminedReason(code: 2, text: "выгрузка сделана раньше вечера контрольной даты")
  static let betweenSnapshots = UndeterminedReason(
    code: 3, text: "по выгрузкам не установить, внесено это до срока или после него")
  static let ambiguousPupil = UndeterminedReason(code: 4, text: "ученика нельзя отличить от однофамильца")
  static let firstSnapshot = UndeterminedReason(
    code: 5, text: "когда внесено, неизвестно: более ранней выгрузки нет")
  static let uncertainExemption = UndeterminedReason(
    code: 6, text: "был ли ученик уже освобождён от предмета, установить нельзя")

  static let noJournal = UndeterminedReason(
    code: 7, text: "урок есть только в поурочном планировании: журнал с отметками его не показывает")

  static let noHomework = UndeterminedReason(code: 8, text: "выгрузка не содержит домашних заданий")

  /// Those that rules share, by the names that a school's own rule calls them.
  public static let shared: [(name: String, reason: UndeterminedReason)] = [
    ("noTopics", noTopics), ("earlySnapshot", earlySnapshot), ("betweenSnapshots", betweenSnapshots),
    ("ambiguousPupil", ambiguousPupil), ("firstSnapshot", firstSnapshot), ("uncertainExemption", uncertainExemption),
    ("noJournal", noJournal), ("noHomework", noHomework),
  ]

  /// Why it may be unknown whether a lesson is entered: what `control_lesson.entered` holds, negated.
  static let ofEntering: [UndeterminedReason] = [.noTopics, .noJournal, .earlySnapshot, .betweenSnapshots]
}
