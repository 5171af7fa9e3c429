import Journal
import JournalStore

/// A waiver as the school's list of them tells it.
public struct ListedWaiver: Sendable, Hashable {
  public enum State: Sendable, Hashable {
    case inForce, notYet, ended, revoked
  }

  public var waiver: Waiver
  public var state: State
  /// Why it accepts nothing: there is no such rule, class, subject, teacher or pupil.
  public var problem: String?
}

extension Control {
  /// All waivers of the store as they are on a day, in order of their numbers.
  public static func waivers(
    _ store: JournalStore, on day: CivilDate, rules: RuleBook = .builtIn
  ) throws -> [ListedWaiver] {
    let book = try WaiverBook(store.database, asOf: day)
    return try store.database.waivers().map { waiver in
      let state: ListedWaiver.State =
        waiver.isInForce(on: day)
        ? .inForce : waiver.from > day ? .notYet : waiver.isKnown(on: day) ? .ended : .revoked
      return ListedWaiver(
        waiver: waiver, state: state, problem: try problem(waiver, book, rules))
    }
  }

  private static func problem(_ waiver: Waiver, _ book: WaiverBook, _ rules: RuleBook) throws -> String? {
    guard let rule = rules.named(waiver.rule) else { return "Такого правила нет: «\(waiver.rule)»." }
    guard rule.unit != .waiver else { return "Решение о самих решениях ничего не принимает." }
    do {
      _ = try book.reach(of: waiver)
      return nil
    } catch let error as ControlError {
      return error.message
    }
  }

  /// Keeps a decision of the school and gives it with its number. `request` is the check whose findings the key may name.
  ///
  /// Throws `ControlError` (usage) for what names nobody, says too little or is decided already.
  public static func waive(_ store: JournalStore, _ waiver: Waiver, _ request: CheckRequest) throws -> Waiver {
    guard let rule = request.book.named(waiver.rule) else {
      throw ControlError(
        .usage, "Такого правила нет: «\(waiver.rule)».",
        hint: "Есть: \(request.book.rules.map(\.id).joined(separator: ", ")).")
    }
    guard rule.unit != .waiver else {
      throw ControlError(
        .usage, "О решениях, срок которых прошёл, решение не принимают.",
        hint: "Примите новое решение о самом замечании.")
    }
    guard (waiver.finding == nil) == waiver.hasPlace else {
      throw ControlError(
        .usage, "Не сказано, какие замечания приняты.",
        hint:
          "Назовите либо ключ замечания, либо правило и место: --rule, а с ним --class, --subject, --teacher или --pupil."
      )
    }
    guard waiver.from <= waiver.until else {
      throw ControlError(
        .usage, "Срок решения \(waiver.until.russian) раньше его начала \(waiver.from.russian).",
        hint: "Укажите --until не раньше --from.")
    }
    if let key = waiver.finding { _ = try explain(store, key, request) }
    _ = try WaiverBook(store.database, asOf: waiver.from).reach(of: waiver)
    if let same = try store.database.waivers().first(where: { $0.isSame(as: waiver) }) {
      throw ControlError(
        .usage, "Такое решение уже есть: № \(same.id) от \(same.from.russian), по \(same.until.russian).",
        hint: "Список решений: zavuch waive.")
    }
    var kept = waiver
    kept.id = try store.add(waiver)
    return kept
  }

  /// From that day on the waiver accepts nothing. Throws `ControlError` (usage) for one that is not there, came with a
  /// table, or is revoked already.
  public static func revoke(_ store: JournalStore, waiver id: Int64, on day: CivilDate) throws -> Waiver {
    guard var waiver = try store.database.waivers().first(where: { $0.id == id }) else {
      throw ControlError(.usage, "Решения № \(id) нет.", hint: "Список решений с номерами: zavuch waive.")
    }
    guard !waiver.isOfTable else {
      throw ControlError(
        .usage, "Решение № \(id) загружено таблицей waivers, и отменить его здесь нельзя.",
        hint: "Впишите день отмены в столбец revoked этой таблицы и загрузите её снова.")
    }
    if let revoked = waiver.revoked {
      throw ControlError(
        .usage, "Решение № \(id) уже отменено с \(revoked.russian).", hint: "Список решений: zavuch waive.")
    }
    try store.revoke(waiver: id, on: day)
    waiver.revoked = day
    return waiver
  }
}

extension Waiver {
  /// Names the same from the same day.
  fileprivate func isSame(as other: Waiver) -> Bool {
    (rule, finding, from) == (other.rule, other.finding, other.from) && studyClass == other.studyClass
      && subject == other.subject && teacher == other.teacher && pupil == other.pupil
  }
}
