import Archive
import CommandLineInterface
import Control
import Journal
import JournalStore

/// Registers checks and finds registered ones.
enum CheckRegistration {
  @discardableResult
  static func register(_ store: JournalStore, _ result: CheckResult) throws -> RegisteredCheck {
    let id = try Control.register(store, result) { Digest(of: $0).sha256 }
    guard let check = try Control.registeredChecks(store).first(where: { $0.id == id }) else {
      throw UsageError("Проверка не зарегистрировалась.", hint: "Повторите команду.")
    }
    return check
  }

  /// The last registered check, or the last one with this as-of date.
  static func find(_ store: JournalStore, asOf: CivilDate?) throws -> RegisteredCheck {
    let checks = try Control.registeredChecks(store)
    if let found = checks.last(where: { asOf == nil || $0.asOf == asOf }) { return found }
    throw UsageError(
      asOf.map { "Зарегистрированной проверки на \($0.russian) нет." } ?? "Зарегистрированных проверок ещё нет.",
      hint: "Подготовьте отчёт: zavuch report control --as-of ДАТА")
  }
}
