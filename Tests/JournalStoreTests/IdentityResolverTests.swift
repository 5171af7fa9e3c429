import Testing

@testable import JournalStore

@Suite struct IdentityResolverTests {
  private var nextID: Int64 = 0

  private mutating func record(
    _ name: String, _ source: String, scope: String? = "", key: String? = nil, className: String? = nil
  ) -> IdentityRecord {
    nextID += 1
    return IdentityRecord(
      id: nextID, key: key ?? name, name: name, sources: Set(source.split(separator: "+").map(String.init)),
      scope: scope, className: className)
  }

  private static func told(_ record: IdentityRecord) -> String {
    "\(record.sources.sorted().joined(separator: "+")):\(record.name)"
  }

  /// «name → shown» of every joined record, and the ambiguous names, whatever order the records come in.
  private func resolve(
    _ kind: IdentityKind, _ records: [IdentityRecord], _ aliases: [IdentityAlias] = []
  ) -> (joined: [String], ambiguous: [String]) {
    let names = Dictionary(uniqueKeysWithValues: records.map { ($0.id, Self.told($0)) })
    func told(_ records: [IdentityRecord]) -> (joined: [String], ambiguous: [String]) {
      let answer = IdentityResolver.resolve(kind, records, aliases)
      return (
        answer.sameAs.map { "\(names[$0.key] ?? "") → \(names[$0.value] ?? "")" }.sorted(),
        answer.ambiguous.map { "\(Self.told($0.record)) ? \($0.candidates.map(\.name))" }.sorted()
      )
    }
    let straight = told(records)
    let reversed = told(records.reversed())
    #expect(straight.joined == reversed.joined && straight.ambiguous == reversed.ambiguous)
    return straight
  }

  @Test mutating func initialsAndTheFullNameAreOne() {
    let found = resolve(
      .pupil, [record("Иванов И.И.", "a"), record("Иванов Иван Иванович", "b"), record("Петров П.", "a")])
    #expect(found.joined == ["a:Иванов И.И. → b:Иванов Иван Иванович"])
    #expect(found.ambiguous.isEmpty)
  }

  /// Two mapped tables write one pupil alike, and the second another way too: they are two pupils of the second.
  @Test mutating func whatOneSourceNamesTwiceIsTwo() {
    let both = record("Иванов Иван Иванович", "a+b")
    #expect(resolve(.pupil, [both, record("Иванов И.И.", "b")]).joined.isEmpty)
    #expect(resolve(.pupil, [both, record("Иванов И.И.", "c")]).joined == ["c:Иванов И.И. → a+b:Иванов Иван Иванович"])
    let found = resolve(.pupil, [both, record("Иванов Игорь Ильич", "a"), record("Иванов И.И.", "c")])
    #expect(found.joined.isEmpty)
    #expect(found.ambiguous == ["c:Иванов И.И. ? [\"Иванов Игорь Ильич\", \"Иванов Иван Иванович\"]"])
  }

  @Test mutating func lettersYoAndLookAlikesDoNotMatter() {
    let found = resolve(.teacher, [record("Королёва А. В.", "a"), record("КОРОЛЕВА Анна Викторовна", "b")])
    #expect(found.joined == ["a:Королёва А. В. → b:КОРОЛЕВА Анна Викторовна"])
  }

  @Test mutating func severalThatFitAreToldAndNotJoined() {
    let found = resolve(
      .pupil,
      [record("Иванов И.И.", "a"), record("Иванов Иван Иванович", "b"), record("Иванов Игорь Ильич", "b")])
    #expect(found.joined.isEmpty)
    #expect(found.ambiguous == ["a:Иванов И.И. ? [\"Иванов Иван Иванович\", \"Иванов Игорь Ильич\"]"])
  }

  @Test mutating func theSameSpellingGoesBeforeWhatOnlyFits() {
    let found = resolve(
      .pupil,
      [
        record("Иванов Иван Иванович", "a"), record("Иванов И.И.", "a"), record("Иванов Иван Иванович", "b"),
      ])
    #expect(found.joined == ["b:Иванов Иван Иванович → a:Иванов Иван Иванович"])
    #expect(found.ambiguous == ["a:Иванов И.И. ? [\"Иванов Иван Иванович\"]"])
  }

  @Test mutating func namesOfOneSourceAreNeverJoined() {
    #expect(resolve(.teacher, [record("Иванова А.", "a"), record("Иванова А.А.", "a")]).joined.isEmpty)
  }

  @Test mutating func pupilsOfAnotherClassAreOthers() {
    let found = resolve(
      .pupil, [record("Иванов И.И.", "a", scope: "1"), record("Иванов Иван Иванович", "b", scope: "2")])
    #expect(found.joined.isEmpty && found.ambiguous.isEmpty)
  }

  @Test mutating func classesInEverySpelling() {
    let found = resolve(
      .studyClass,
      [record("10 а", "a", scope: "2018"), record("10А", "b", scope: "2018"), record("10-а", "c", scope: "2019")])
    #expect(found.joined.count == 1)
  }

  @Test mutating func shortSubjectsAndFullOnes() {
    let found = resolve(
      .subject,
      [
        record("Русск. яз.", "a"), record("Русский язык", "b"), record("Алгебра и нач. ан.", "a"),
        record("Алгебра и начала анализа", "b"), record("ИЗО", "a"), record("Изобразительное искусство", "b"),
      ])
    #expect(
      found.joined == [
        "a:Алгебра и нач. ан. → b:Алгебра и начала анализа", "a:Русск. яз. → b:Русский язык",
      ])
  }

  @Test mutating func certainPairsThatContradictAreNotJoined() {
    // b fits both of a's only through c: b–c and c–a2 would make a1 and a2 one.
    let found = resolve(
      .teacher,
      [
        record("Ким А.Б.", "a", key: "1"), record("Ким А.В.", "a", key: "2"), record("Ким Анна Борисовна", "b"),
        record("Ким А.", "c"),
      ])
    #expect(found.joined == ["a:Ким А.Б. → b:Ким Анна Борисовна"])
    #expect(found.ambiguous.contains { $0.hasPrefix("c:Ким А. ?") })
  }

  @Test mutating func theSchoolsWordGoesFirst() {
    let records = [
      record("Иванов И.И.", "a", className: "8А"), record("Иванов Иван Иванович", "b", className: "8 а"),
      record("Иванов Игорь Ильич", "b", className: "8 а"),
    ]
    let alias = IdentityAlias(kind: .pupil, className: "8А", name: "иванов и.и.", sameAs: "Иванов Игорь Ильич")
    #expect(resolve(.pupil, records, [alias]).joined == ["a:Иванов И.И. → b:Иванов Игорь Ильич"])

    let apart = IdentityAlias(kind: .teacher, className: nil, name: "Ким А.Б.", sameAs: nil)
    let kept = resolve(.teacher, [record("Ким А.Б.", "a"), record("Ким Анна Борисовна", "b")], [apart])
    #expect(kept.joined.isEmpty && kept.ambiguous.isEmpty)
  }

  @Test mutating func anAliasThatNamesNobodyIsTold() {
    let alias = IdentityAlias(kind: .subject, className: nil, name: "Музыка", sameAs: "Пение")
    let answer = IdentityResolver.resolve(.subject, [record("Музыка", "a")], [alias])
    #expect(answer.unused.map(\.name) == ["Музыка"])
    #expect(answer.sameAs.isEmpty)
  }
}
