import Journal

/// Finds which records of different sources are one. The answer depends on the set of records and aliases alone, never on
/// the order in which they came.
///
/// Two records are joined by themselves if they fit, and each is the only one of its source that fits the other; a
/// record whose name is written exactly alike goes before those that only fit. Whatever else fits is ambiguous: it is
/// told, and nothing is joined. The school's aliases go before all that.
struct IdentityResolver {
  struct Answer {
    /// The record that each joined one is shown as; others are themselves.
    var sameAs: [Int64: Int64] = [:]
    var ambiguous: [(record: IdentityRecord, candidates: [IdentityRecord])] = []
    /// Aliases that name nobody.
    var unused: [IdentityAlias] = []
  }

  private let kind: IdentityKind
  private let records: [IdentityRecord]
  private var parents: [Int]
  private var isApart: Set<Int> = []

  /// `records` in any order.
  static func resolve(_ kind: IdentityKind, _ records: [IdentityRecord], _ aliases: [IdentityAlias]) -> Answer {
    var resolver = IdentityResolver(kind, records)
    var answer = Answer()
    let preferred = resolver.take(aliases, &answer)
    resolver.joinCertain(&answer)
    resolver.finish(&answer, preferred)
    return answer
  }

  private init(_ kind: IdentityKind, _ records: [IdentityRecord]) {
    self.kind = kind
    self.records = records.map { ($0, $0.sources.sorted().joined(separator: "\n")) }
      .sorted { ($0.1, $0.0.key) < ($1.1, $1.0.key) }.map(\.0)
    parents = Array(records.indices)
  }

  /// Gives the records that aliases name as the ones to be shown.
  private mutating func take(_ aliases: [IdentityAlias], _ answer: inout Answer) -> Set<Int> {
    var preferred: Set<Int> = []
    for alias in aliases where alias.kind == kind {
      let named = records.indices.filter { alias.names(records[$0], as: alias.name) }
      guard let sameAs = alias.sameAs else {
        if named.isEmpty { answer.unused.append(alias) }
        isApart.formUnion(named)
        continue
      }
      let others = records.indices.filter { alias.names(records[$0], as: sameAs) }
      if named.isEmpty || others.isEmpty { answer.unused.append(alias) }
      for a in named {
        for b in others where kind != .pupil || records[a].scope == records[b].scope { join(a, b) }
      }
      preferred.formUnion(others)
    }
    return preferred
  }

  private mutating func joinCertain(_ answer: inout Answer) {
    let scopes = Dictionary(grouping: records.indices.filter { records[$0].scope != nil && !isApart.contains($0) }) {
      records[$0].scope ?? ""
    }
    var links: [(Int, Int)] = []
    for scope in scopes.keys.sorted() {
      let members = scopes[scope] ?? []
      guard Set(members.flatMap { records[$0].sources }).count > 1 else { continue }
      let settled = Set(members.filter { a in members.contains { $0 != a && root($0) == root(a) } })
      var fitting: [Int: [Int]] = [:]
      for a in members { fitting[a] = candidates(of: a, among: members) }
      let bySource = fitting.mapValues(bySource)
      // Who may be one of two is not certain to be anybody.
      let doubtful = Set(members.filter { a in bySource[a]?.values.contains { $0.count > 1 } ?? false })
      for a in members where !settled.contains(a) {
        var unclear: Set<Int> = []
        for theirs in (bySource[a] ?? [:]).values {
          let isMutual = theirs.count == 1 && records[a].sources.allSatisfy { bySource[theirs[0]]?[$0] == [a] }
          if !isMutual {
            unclear.formUnion(theirs)
          } else if !doubtful.contains(a), !doubtful.contains(theirs[0]) {
            links.append((a, theirs[0]))
          }
        }
        // One of several that fit a name is told with that name.
        guard !unclear.isEmpty, doubtful.contains(a) || doubtful.isDisjoint(with: unclear) else { continue }
        answer.ambiguous.append((records[a], unclear.sorted().map { records[$0] }))
      }
    }
    joinUnlessContradicting(links)
  }

  /// Those of the other sources that fit; written exactly alike, only those.
  private func candidates(of a: Int, among members: [Int]) -> [Int] {
    let fitting = members.filter { b in
      isApart(a, b) && records[b].fits(records[a], kind: kind)
        // The school has said that it is another of this source.
        && !members.contains { $0 != a && !isApart($0, a) && root($0) == root(b) }
    }
    var others: Set<Int> = []
    for (_, theirs) in bySource(fitting) {
      let equal = theirs.filter { records[$0].isSpelt(as: records[a]) }
      if !equal.isEmpty { others.formUnion(theirs.filter { !equal.contains($0) }) }
    }
    return fitting.filter { !others.contains($0) }
  }

  private func bySource(_ members: [Int]) -> [String: [Int]] {
    var found: [String: [Int]] = [:]
    for member in members {
      for source in records[member].sources { found[source, default: []].append(member) }
    }
    return found
  }

  /// No source has both.
  private func isApart(_ a: Int, _ b: Int) -> Bool { records[a].sources.isDisjoint(with: records[b].sources) }

  /// Over three sources certain pairs can contradict each other: two records of one source would become one. Then none
  /// of these pairs is certain.
  private mutating func joinUnlessContradicting(_ links: [(Int, Int)]) {
    let before = parents
    for (a, b) in links { join(a, b) }
    let parts = Dictionary(grouping: records.indices) { root($0) }
    let contradicting = parts.values.filter { part in
      // What the school joined itself is one already.
      let ones = Dictionary(grouping: part) { parent($0, in: before) }
      let sources = ones.values.map { Set($0.flatMap { records[$0].sources }) }
      return sources.reduce(0) { $0 + $1.count } > sources.reduce(into: Set<String>()) { $0.formUnion($1) }.count
    }
    guard !contradicting.isEmpty else { return }
    let bad = Set(contradicting.flatMap { $0 })
    parents = before
    for (a, b) in links where !bad.contains(a) { join(a, b) }
  }

  private func finish(_ answer: inout Answer, _ preferred: Set<Int>) {
    for part in Dictionary(grouping: records.indices, by: { root($0) }).values where part.count > 1 {
      let shown = part.max { a, b in
        let (x, y) = (preferred.contains(a), preferred.contains(b))
        if x != y { return y }
        let (m, n) = (records[a].length(kind: kind), records[b].length(kind: kind))
        return m == n ? a > b : m < n
      }
      for member in part where member != shown {
        answer.sameAs[records[member].id] = shown.map { records[$0].id }
      }
    }
  }

  private func root(_ a: Int) -> Int { parent(a, in: parents) }

  private func parent(_ a: Int, in parents: [Int]) -> Int {
    var a = a
    while parents[a] != a { a = parents[a] }
    return a
  }

  /// The smaller position is the root, so that the shape does not depend on the order of joining.
  private mutating func join(_ a: Int, _ b: Int) {
    let (x, y) = (root(a), root(b))
    parents[max(x, y)] = min(x, y)
  }
}
