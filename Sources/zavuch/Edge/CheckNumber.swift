import CommandLineInterface
import Control
import JournalStore

/// The number by which a registered check is named on the command line.
enum CheckNumber {
  /// Nil where it is not given.
  static func read(_ name: String, _ invocation: Invocation) throws -> Int64? {
    try invocation.value(name).map { text in
      guard let number = Int64(text), number > 0 else {
        throw UsageError("Номер проверки — целое число, а не «\(text)».", hint: "Номера проверок: zavuch checks")
      }
      return number
    }
  }

  /// Those of the schools that have the check; of a single school with its own message where there is none.
  static func stores(_ stores: [JournalStore], with number: Int64) throws -> [JournalStore] {
    let found = try stores.filter { store in try Control.registeredChecks(store).contains { $0.id == number } }
    if found.isEmpty, let first = stores.first { _ = try Control.registeredCheck(number, in: first) }
    return found
  }
}
