import JournalStore

/// What a registered check gives when it is run again, with its own as-of, window and settings.
public struct Rerun: Sendable {
  /// A rule that counts something else now.
  public struct RuleChange: Sendable, Hashable {
    public var demand: String
    public var before: UnitCounts?
    public var after: UnitCounts?
  }

  /// The same to the last row.
  public var isSame: Bool
  public var rules: [RuleChange]
  /// Keys of findings that only one of the two has, in order.
  public var appeared: [String]
  public var vanished: [String]
}

extension Control {
  /// Runs a registered check again and compares every row with what it wrote; the store is not changed. Another result
  /// comes from exports that were imported since and speak of that time, or from another version of the rules.
  ///
  /// Throws `ControlError` (usage) where the check was registered before its settings were kept.
  public static func rerun(
    _ store: JournalStore, _ check: RegisteredCheck, book: RuleBook = .builtIn, digest: ([UInt8]) -> String
  ) throws -> Rerun {
    let result = try self.check(store, try request(again: check, store, book: book))
    let stored = try CheckRows.read(check.id, store.database)
    let reader = ComparisonReader(database: store.database)
    let before = try reader.counts(check.id)
    let keysBefore = try reader.keys(check.id)
    return try withUnregistered(store, result, digest: digest) { again in
      let after = try reader.counts(again.id)
      let keys = try reader.keys(again.id)
      return Rerun(
        isSame: try CheckRows.read(again.id, store.database) == stored,
        rules: changes(before, after),
        appeared: keys.filter { !keysBefore.contains($0) }, vanished: keysBefore.filter { !keys.contains($0) })
    }
  }

  private static func changes(
    _ before: [ComparisonReader.RuleCounts], _ after: [ComparisonReader.RuleCounts]
  ) -> [Rerun.RuleChange] {
    let old = Dictionary(uniqueKeysWithValues: before.map { ($0.rule, $0.counts) })
    let new = Set(after.map(\.rule))
    let changed = after.compactMap { told in
      old[told.rule] == .some(told.counts)
        ? nil : Rerun.RuleChange(demand: told.demand, before: old[told.rule] ?? nil, after: told.counts)
    }
    return changed
      + before.filter { !new.contains($0.rule) }.map {
        Rerun.RuleChange(demand: $0.demand, before: $0.counts, after: nil)
      }
  }
}
