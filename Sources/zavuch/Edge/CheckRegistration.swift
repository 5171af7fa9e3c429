import Archive
import CommandLineInterface
import Control
import Journal
import JournalStore

/// Registers checks and finds registered ones.
enum CheckRegistration {
  static func digest(_ bytes: [UInt8]) -> String { Digest(of: bytes).sha256 }

  /// What a person should know before trusting the numbers: nothing was judged, or the exports are older than the date.
  static func warn(
    _ store: JournalStore, _ result: CheckResult, rules: RuleBook, _ console: Console
  ) throws {
    warn(result.unknownNames, console)
    for entry in try Control.waivers(store, on: result.window.asOf, rules: rules) where entry.state == .inForce {
      guard let problem = entry.problem else { continue }
      console.message("Решение № \(entry.waiver.id) ничего не принимает: \(problem) Решения: zavuch waive.")
    }
    let asOf = result.window.asOf
    if result.rules.allSatisfy({ $0.counts.checked == 0 }) {
      console.message(
        "За период \(result.window.russian) проверять нечего: в хранилище нет его уроков. Проверьте --as-of, --from и --to."
      )
      return
    }
    guard let latest = try store.database.integer("SELECT max(taken_at) FROM snapshot").map(LocalMoment.init(seconds:)),
      latest.date.advanced(by: daysWithoutEntries) < asOf
    else { return }
    console.message(
      """
      Загруженные выгрузки показывают состояние журнала только на \(latest.date.russian), а контрольная дата — \
      \(asOf.russian). Что внесено позже, в них не видно: если в журнале что-то внесли, загрузите свежую выгрузку.
      """)
  }

  /// What is named in the settings and is not in the store has no effect.
  static func warn(_ unknownNames: [String], _ console: Console) {
    guard !unknownNames.isEmpty else { return }
    console.message(
      """
      В настройках названо то, чего в выгрузках нет: \(unknownNames.joined(separator: ", ")). Для этого настройки не \
      действуют; проверьте написание.
      """)
  }

  /// A weekend and a holiday may pass without an entry.
  private static let daysWithoutEntries = 3

  /// Registers the check of a school and tells of what the person may not expect. A registered check stays: one of a day to
  /// come is a slip of the pen, and every later check would be compared with it.
  @discardableResult
  static func register(
    _ store: JournalStore, _ result: CheckResult, today: CivilDate, _ console: Console
  ) throws -> RegisteredCheck {
    guard result.window.asOf <= today else {
      throw UsageError(
        "Контрольная дата \(result.window.asOf.russian) ещё не наступила: сегодня \(today.russian). Такую проверку не регистрируют.",
        hint:
          "Проверьте --as-of, а если дата верна — часы компьютера и timeZone в \(Configuration.fileName). Посмотреть без регистрации: zavuch check."
      )
    }
    let outcome = try Control.register(store, result, digest: digest)
    guard let check = try Control.registeredChecks(store).first(where: { $0.id == outcome.id }) else {
      throw UsageError("Проверка не зарегистрировалась.", hint: "Повторите команду.")
    }
    switch outcome.kind {
    case .added: break
    case .unchanged: return check
    case .replaced:
      console.message(
        "Проверка на \(check.asOf.russian) за этот период уже была зарегистрирована; её результат изменился и заменён.")
    }
    if let later = outcome.later {
      console.message(
        """
        Проверка на \(check.asOf.russian) зарегистрирована позже проверки на \(later.asOf.russian): та останется \
        сравненной с тем же, с чем и была.
        """)
    }
    return check
  }

  /// The check that a report of a whole school tells. Where a later check was compared with the registered one, its result
  /// stays, and the report tells that.
  static func ofReport(
    _ store: JournalStore, _ result: CheckResult, today: CivilDate, _ console: Console
  ) throws -> RegisteredCheck {
    do {
      return try register(store, result, today: today, console)
    } catch let error as ControlError where error.kind == .compared {
      let window = result.window
      guard
        let known = try Control.registeredChecks(store).first(where: {
          $0.asOf == window.asOf && $0.from == window.from && $0.to == window.to
        })
      else { throw error }
      console.message("\(error.message) Отчёт составлен по нему. \(error.hint)")
      return known
    }
  }

  /// The last registered check, or the one with this as-of date and window. Which of several with one as-of is meant a
  /// file's name does not tell.
  static func find(
    _ store: JournalStore, asOf: CivilDate?, from: CivilDate?, to: CivilDate?
  ) throws -> RegisteredCheck {
    let checks = try Control.registeredChecks(store).filter {
      (asOf ?? $0.asOf, from ?? $0.from, to ?? $0.to) == ($0.asOf, $0.from, $0.to)
    }
    guard let last = checks.last else {
      let asked = [asOf.map { "на \($0.russian)" }, from.map { "с \($0.russian)" }, to.map { "по \($0.russian)" }]
      let told = asked.compactMap { $0 }.joined(separator: " ")
      throw UsageError(
        told.isEmpty ? "Зарегистрированных проверок ещё нет." : "Зарегистрированной проверки \(told) нет.",
        hint: "Подготовьте отчёт: zavuch report control --as-of ДАТА")
    }
    let same = checks.filter { $0.asOf == last.asOf }
    guard same.count == 1 else {
      let windows = same.map { "\($0.from.russian)–\($0.to.russian)" }.joined(separator: ", ")
      throw UsageError(
        "На \(last.asOf.russian) зарегистрировано несколько проверок, за периоды: \(windows).",
        hint: "Назовите период той, что подписываете: --from ДАТА --to ДАТА.")
    }
    return last
  }
}
