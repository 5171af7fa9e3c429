import Control
import JournalStore

/// Whose history it is among the schools' stores.
enum HistorySearch {
  /// Of every school that knows whom the request names; throws the last one's answer where none does.
  static func histories(_ request: HistoryRequest, _ stores: [JournalStore]) throws -> [History] {
    var found: [History] = []
    var unknown: ControlError?
    for store in stores {
      do {
        found.append(try Control.history(store, request))
      } catch let error as ControlError where error.kind == .usage {
        unknown = error
      }
    }
    if found.isEmpty, let unknown { throw unknown }
    return found
  }
}
