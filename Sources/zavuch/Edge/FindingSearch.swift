import CommandLineInterface
import Control
import JournalStore

/// A finding by its key among the schools' stores.
enum FindingSearch {
  /// Throws the last store's answer where no store knows the key.
  static func explain(
    _ key: String, _ stores: [JournalStore], _ request: (JournalStore) throws -> CheckRequest
  ) throws -> FindingExplanation {
    var unknown: ControlError?
    for store in stores {
      do {
        return try Control.explain(store, key, request(store))
      } catch let error as ControlError where error.kind == .usage {
        unknown = error
      }
    }
    throw unknown ?? ControlError(.usage, "Замечания «\(key)» нет.", hint: "Список с ключами: zavuch findings")
  }
}
