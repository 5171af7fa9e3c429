import Journal

/// A table whose facts are followed from snapshot to snapshot: key columns, `version`, value columns, the interval, the
/// place. One writer serves them all.
struct FollowedTable {
  let kind: FactKind
  let name: String
  let keys: [String]
  /// The columns that a fact brings, the first being the one that tells two versions apart.
  let values: [String]
  /// The rows of one journal (`?1`), `f` being the table.
  let ofJournal: String
  /// Whose row of a lesson its facts stand in.
  var lessonKind = ItemKind.lesson

  /// Topics or homework.
  static func texts(_ kind: FactKind, of lessonKind: ItemKind) -> FollowedTable {
    FollowedTable(
      kind: kind, name: "lesson_text", keys: ["lesson", "kind"], values: ["text", "is_filler"],
      ofJournal: "JOIN lesson l ON l.id = f.lesson WHERE l.journal = ?1 AND f.kind = \(kind.rawValue)",
      lessonKind: lessonKind)
  }
  static let marks = FollowedTable(
    kind: .mark, name: "mark", keys: ["lesson", "pupil", "ordinal"],
    values: ["value", "grade", "is_mark", "work", "key", "raw"],
    ofJournal: "JOIN lesson l ON l.id = f.lesson WHERE l.journal = ?1")
  static let attendance = FollowedTable(
    kind: .attendance, name: "attendance", keys: ["lesson", "pupil"], values: ["code", "is_absence", "raw"],
    ofJournal: "JOIN lesson l ON l.id = f.lesson WHERE l.journal = ?1")
  static let finalMarks = FollowedTable(
    kind: .finalMark, name: "final_mark", keys: ["pupil", "subject", "period", "journal"],
    values: ["value", "grade", "is_mark", "decided_on"], ofJournal: "WHERE f.journal = ?1")
  static let exemptions = FollowedTable(
    kind: .exemption, name: "exemption", keys: ["pupil", "subject", "period", "from_day", "journal"],
    values: ["to_day"], ofJournal: "WHERE f.journal = ?1")

  /// Where a fact of the key stands.
  func cell(_ key: FactKey) -> Cell {
    switch kind {
    case .topic, .homework: Cell(lesson: key.a, lessonKind: lessonKind)
    case .finalMark, .exemption:
      Cell(pupil: key.a, subject: key.b, period: key.c, item: kind == .exemption ? key.d : 0)
    default: Cell(lesson: key.a, pupil: key.b, item: key.c)
    }
  }
}

/// A fact of a batch in the store's ids, on its way into a followed table.
struct FollowedFact {
  var key: FactKey
  /// The source's own moment; nil where it has none.
  var own: LocalMoment?
  /// Its position in the batch's array.
  var index: Int32
}

/// Up to five key columns; unused ones are 0.
struct FactKey: Hashable, Comparable {
  var a: Int64
  var b: Int64
  var c: Int64 = 0
  var d: Int64 = 0
  var e: Int64 = 0

  subscript(position: Int) -> Int64 {
    switch position {
    case 0: a
    case 1: b
    case 2: c
    case 3: d
    default: e
    }
  }

  static func < (x: FactKey, y: FactKey) -> Bool {
    if x.a != y.a { return x.a < y.a }
    if x.b != y.b { return x.b < y.b }
    if x.c != y.c { return x.c < y.c }
    if x.d != y.d { return x.d < y.d }
    return x.e < y.e
  }
}

/// Facts by the position of their journal. Facts of one journal come in long runs, so the last one's is at hand.
struct FactsByJournal {
  private var facts: [Int32: [FollowedFact]] = [:]
  private var journal: Int32 = -1
  private var run: [FollowedFact] = []
  private let capacity: Int

  /// `capacity` is room for the first journal, which often is the only one.
  init(capacity: Int) {
    self.capacity = capacity
  }

  mutating func append(_ fact: FollowedFact, to journal: Int32) {
    if journal != self.journal {
      closeRun()
      self.journal = journal
      run = facts.removeValue(forKey: journal) ?? []
      if run.isEmpty, facts.isEmpty { run.reserveCapacity(capacity) }
    }
    run.append(fact)
  }

  mutating func take() -> [Int32: [FollowedFact]] {
    closeRun()
    defer { facts = [:] }
    return facts
  }

  private mutating func closeRun() {
    if !run.isEmpty { facts[journal] = run }
    run = []
  }
}
