import Journal
import JournalStore

extension Control {
  /// Rates by a registered check, the latest unless one is named; only what that check wrote is read. Throws `ControlError`
  /// (usage) where there is no such check.
  public static func rating(
    _ store: JournalStore, of kind: Rating.Kind, check number: Int64? = nil, weights: RatingWeights = RatingWeights()
  ) throws -> Rating {
    let check = try number.map { try registeredCheck($0, in: store) } ?? registeredChecks(store).last
    guard let check else {
      throw ControlError(
        .usage, "Зарегистрированных проверок ещё нет, рейтинг составить не по чему.",
        hint: "Зарегистрируйте проверку: zavuch check --register или zavuch run.")
    }
    return try store.database.reading {
      let parts = try RatingReader(database: store.database, check: check.id, kind: kind, weights: weights).parts()
      var entries = parts.map { Rating.Entry($0, $1) }
      entries.sort { (-$0.points, $0.item.name, $0.item.id) < (-$1.points, $1.item.name, $1.item.id) }
      for index in entries.indices {
        let isEqual = index > 0 && entries[index].points == entries[index - 1].points
        entries[index].place = isEqual ? entries[index - 1].place : index + 1
      }
      return Rating(check: check, kind: kind, weights: weights, entries: entries)
    }
  }

  /// The entry that a person names, of a class in any spelling or of one teacher; nil where it is not rated. Throws
  /// `ControlError` (usage) for an unknown name.
  public static func entry(_ name: String, of rating: Rating, in store: JournalStore) throws -> Rating.Entry? {
    let search = NameSearch(names: NameBook(store.database))
    let ids = try rating.kind == .classes ? search.classes(name) : search.teacher(name)
    return rating.entries.first { ids.contains($0.item.id) }
  }
}

private struct RatingReader {
  let database: Database
  let check: Int64
  let kind: Rating.Kind
  let weights: RatingWeights

  private struct Key: Hashable {
    var item: Int64
    var rule: String
  }

  /// Of everybody of whom something that weighs was judged.
  func parts() throws -> [(UnitPlace.Item, [Rating.Part])] {
    let column = kind == .classes ? "study_class" : "teacher"
    let (table, name) = kind == .classes ? ("check_class", "title") : ("check_teacher", "name")
    let keys = try findings()
    let statement = try database.prepare(
      """
      SELECT s.\(column), n.\(name), r.rule, r.demand, r.severity, sum(s.kept), sum(s.broken), sum(s.waived)
      FROM check_scope s
        JOIN check_rule r ON r.registered_check = s.registered_check AND r.rule = s.rule
        JOIN \(table) n ON n.registered_check = s.registered_check AND n.\(column) = s.\(column)
      WHERE s.registered_check = ?1 AND s.\(column) > 0
      GROUP BY s.\(column), n.\(name), n.position, r.position, r.rule, r.demand, r.severity
      ORDER BY n.position, r.position
      """)
    try statement.bind(check, at: 1)
    var items: [(UnitPlace.Item, [Rating.Part])] = []
    while try statement.step() {
      let item = UnitPlace.Item(id: statement.integer(0), name: statement.text(1))
      let rule = statement.text(2)
      let (kept, broken) = (Int(statement.integer(5)), Int(statement.integer(6)))
      let judged = kept + broken + Int(statement.integer(7))
      let weight = weights.weight(Severity(rawValue: statement.text(4)))
      guard judged > 0, weight > 0 else { continue }
      let part = Rating.Part(
        rule: rule, demand: statement.text(3), weight: weight, kept: kept, broken: broken, judged: judged, lost: 0,
        findings: keys[Key(item: item.id, rule: rule)] ?? [])
      if items.last?.0 == item {
        items[items.count - 1].1.append(part)
      } else {
        items.append((item, [part]))
      }
    }
    return items
  }

  /// Keys of the window's own findings. An account's is of all its classes.
  private func findings() throws -> [Key: [String]] {
    let of =
      kind == .classes
      ? """
      SELECT f.study_class AS item, f.rule, f.key, f.position FROM finding f
      WHERE f.registered_check = ?1 AND \(Self.isOwn) AND f.study_class IS NOT NULL AND f.account IS NULL
      UNION
      SELECT coalesce(c.same_as, c.id), f.rule, f.key, f.position
      FROM finding f JOIN account_class a ON a.account = f.account JOIN study_class c ON c.id = a.study_class
      WHERE f.registered_check = ?1 AND \(Self.isOwn)
      """
      : """
      SELECT t.teacher AS item, f.rule, f.key, f.position
      FROM finding f JOIN finding_teacher t ON t.registered_check = f.registered_check AND t.finding = f.position
      WHERE f.registered_check = ?1 AND \(Self.isOwn)
      """
    let statement = try database.prepare("SELECT x.item, x.rule, x.key FROM (\(of)) x ORDER BY x.position, x.item")
    try statement.bind(check, at: 1)
    var keys: [Key: [String]] = [:]
    while try statement.step() {
      keys[Key(item: statement.integer(0), rule: statement.text(1)), default: []].append(statement.text(2))
    }
    return keys
  }

  private static let isOwn = "f.is_carried = 0 AND f.state IN ('new', 'repeated', 'known')"
}
