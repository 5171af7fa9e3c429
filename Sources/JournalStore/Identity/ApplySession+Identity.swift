import Journal

/// What of several sources was joined and what could not be.
public struct IdentityOutcome: Sendable {
  /// One name that several could be.
  public struct Ambiguity: Sendable, Hashable {
    public var kind: IdentityKind
    /// The class of a pupil; empty for other kinds.
    public var className: String
    public var name: String
    public var candidates: [String]
  }

  /// A row that is shown as a row of another source.
  public struct Joined: Sendable, Hashable {
    public var kind: IdentityKind
    /// The class of a pupil; empty for other kinds.
    public var className: String
    public var name: String
    /// The name that it is shown under.
    public var shownAs: String
  }

  /// By kind and name.
  public var joined: [Joined] = []
  public var ambiguous: [Ambiguity] = []
  /// Rows of the table of aliases that name nobody, as they stand there.
  public var unusedAliases: [String] = []
}

extension ApplySession {
  /// Makes `same_as` anew of all that the store knows; nothing is read where neither names nor aliases changed.
  func resolveIdentities() throws {
    // Another mapping may name whom one named already.
    guard areNamesChanged || batch.journals.contains(where: { $0.layout == mappedLayout }) else { return }
    var outcome = IdentityOutcome()
    let aliases = try readAliases()
    // Within one source nothing is joined by itself.
    let layouts = try database.integer("SELECT count(DISTINCT layout) FROM source_file") ?? 0
    let mappings = try readMappings()
    guard layouts > 1 || mappings.count > 2 || !aliases.isEmpty else { return }
    for kind in IdentityKind.allCases {
      let records = try readRecords(kind, mappings)
      let answer = IdentityResolver.resolve(kind, records, aliases)
      try save(answer.sameAs, kind)
      let names = Dictionary(uniqueKeysWithValues: records.map { ($0.id, $0.name) })
      outcome.joined += records.compactMap { record in
        answer.sameAs[record.id].map { shown in
          IdentityOutcome.Joined(
            kind: kind, className: record.className ?? "", name: record.name, shownAs: names[shown] ?? "")
        }
      }.sorted { ($0.className, $0.name) < ($1.className, $1.name) }
      outcome.ambiguous += answer.ambiguous.map { record, candidates in
        IdentityOutcome.Ambiguity(
          kind: kind, className: record.className ?? "", name: record.name, candidates: candidates.map(\.name))
      }
      outcome.unusedAliases += answer.unused.map { alias in
        [alias.kind.russian, alias.className ?? "", alias.name, alias.sameAs ?? ""].joined(separator: ";")
      }
    }
    self.outcome.identity = outcome
  }

  private func readAliases() throws -> [IdentityAlias] {
    let rows = try database.prepare("SELECT kind, class, name, same_as FROM alias ORDER BY id")
    var aliases: [IdentityAlias] = []
    while try rows.step() {
      guard let kind = IdentityKind(rawValue: rows.text(0)) else { continue }
      aliases.append(
        IdentityAlias(
          kind: kind, className: rows.optionalText(1), name: rows.text(2), sameAs: rows.optionalText(3)))
    }
    return aliases
  }

  /// The planning and the activity report of Дневник.ру name people and things as its journals do.
  private func readRecords(_ kind: IdentityKind, _ mappings: Set<String>) throws -> [IdentityRecord] {
    let (scope, className, join) =
      switch kind {
      case .studyClass: (try readYears(), "NULL", "")
      case .subject, .teacher: ([:], "NULL", "")
      case .pupil: ([:], "c.title", "JOIN study_class c ON c.id = x.study_class")
      }
    let shownClass = kind == .pupil ? "coalesce(c.same_as, c.id)" : "NULL"
    let unclear = kind == .pupil ? "x.is_ambiguous" : "0"
    let name = kind == .studyClass ? "x.title" : "x.name"
    let rows = try database.prepare(
      """
      SELECT x.id, x.key, \(name),
        CASE WHEN f.layout IN ('dnevnik-planning', 'dnevnik-activity') THEN 'dnevnik-journal' ELSE f.layout END,
        \(shownClass), \(className), \(unclear)
      FROM \(kind.table) x \(join) LEFT JOIN source_sheet s ON s.id = x.sheet LEFT JOIN source_file f ON f.id = s.file
      ORDER BY x.id
      """)
    let shortNames = kind == .subject ? try readShortNames() : [:]
    let mapped = try readMapped(kind)
    var records: [IdentityRecord] = []
    while try rows.step() {
      let id = rows.integer(0)
      let scope: String? =
        switch kind {
        // A class that its source does not name, «класс не указан», is no other source's.
        case .studyClass: ClassName(rows.text(2)) == nil ? nil : scope[id].map { "\($0)" }
        case .subject, .teacher: ""
        case .pupil: rows.integer(6) == 1 ? nil : "\(rows.integer(4))"
        }
      records.append(
        IdentityRecord(
          id: id, key: rows.text(1), name: rows.text(2), otherNames: shortNames[id] ?? [],
          sources: rows.text(3) == mappedLayout ? mapped[id] ?? mappings : [rows.text(3)], scope: scope,
          className: rows.optionalText(5)))
    }
    return records
  }

  /// The mappings that the journals of mapped tables come from.
  private func readMappings() throws -> Set<String> {
    let rows = try database.prepare("SELECT \(mappingName) FROM journal j WHERE j.layout = '\(mappedLayout)'")
    var names: Set<String> = [mappedLayout]
    while try rows.step() { names.insert(rows.text(0)) }
    return names
  }

  /// By row the mappings whose journals name it; one that no journal names may be any mapping's.
  private func readMapped(_ kind: IdentityKind) throws -> [Int64: Set<String>] {
    let named =
      switch kind {
      case .studyClass: "SELECT l.study_class AS id, l.journal FROM lesson l"
      case .subject:
        "SELECT l.subject AS id, l.journal FROM lesson l UNION SELECT f.subject, f.journal FROM final_mark f"
      case .teacher:
        "SELECT m.teacher AS id, l.journal FROM lesson l JOIN teacher_set_member m ON m.teacher_set = l.teacher_set"
      case .pupil: "SELECT g.item AS id, g.journal FROM listing g WHERE g.kind = \(ItemKind.pupil.rawValue)"
      }
    let rows = try database.prepare(
      """
      SELECT DISTINCT n.id, \(mappingName) FROM (\(named)) n JOIN journal j ON j.id = n.journal
      WHERE j.layout = '\(mappedLayout)'
      """)
    var mappings: [Int64: Set<String>] = [:]
    while try rows.step() { mappings[rows.integer(0), default: []].insert(rows.text(1)) }
    return mappings
  }

  private func readShortNames() throws -> [Int64: Set<String>] {
    let rows = try database.prepare("SELECT subject, name FROM subject_short_name")
    var names: [Int64: Set<String>] = [:]
    while try rows.step() { names[rows.integer(0), default: []].insert(rows.text(1)) }
    return names
  }

  /// The school year of each class by its lessons, by the newest reports of its accounts and by its own id; a class that has several years,
  /// or none, joins with nothing.
  private func readYears() throws -> [Int64: Int64] {
    let rows = try database.prepare(
      """
      SELECT study_class, min(school_year) FROM (
        SELECT DISTINCT l.study_class AS study_class, j.school_year AS school_year
        FROM lesson l JOIN journal j ON j.id = l.journal
        UNION
        SELECT DISTINCT k.study_class, (SELECT r.school_year FROM account_state s JOIN activity_report r ON r.id = s.report
          WHERE s.account = k.account ORDER BY r.taken_at DESC LIMIT 1)
        FROM account_class k
        UNION
        SELECT c.id, c.id_year FROM study_class c WHERE c.id_year IS NOT NULL)
      GROUP BY study_class HAVING count(*) = 1
      """)
    var years: [Int64: Int64] = [:]
    while try rows.step() { years[rows.integer(0)] = rows.integer(1) }
    return years
  }

  private func save(_ sameAs: [Int64: Int64], _ kind: IdentityKind) throws {
    try database.execute("UPDATE \(kind.table) SET same_as = NULL WHERE same_as IS NOT NULL")
    let update = try database.prepare("UPDATE \(kind.table) SET same_as = ?2 WHERE id = ?1")
    for (id, shown) in sameAs.sorted(by: { $0.key < $1.key }) {
      try update.bind(id, at: 1)
      try update.bind(shown, at: 2)
      try update.run()
    }
  }
}

private let mappedLayout = "mapped"

/// The journal of a mapped table is named by its mapping, its school year and the rest.
private let mappingName = """
  substr(j.key, 1, instr(j.key, '/' || j.school_year || '/') - 1)
  """
