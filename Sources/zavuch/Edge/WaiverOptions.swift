import CommandLineInterface
import Journal
import JournalStore

/// A waiver as the command line gives it.
enum WaiverOptions {
  /// Nil where nothing of one is given.
  static func waiver(_ invocation: Invocation, from: CivilDate) throws -> Waiver? {
    let key = try invocation.value("КЛЮЧ")
    let texts = try ["rule", "class", "subject", "teacher", "pupil", "reason", "by", "paper", "until"].map {
      try invocation.value($0)
    }
    guard key != nil || texts.contains(where: { $0 != nil }) else { return nil }
    let ruleOfKey = key.map { String($0.prefix { $0 != ":" }) }
    guard let rule = texts[0] ?? ruleOfKey, ruleOfKey.map({ $0 == rule }) ?? true else {
      throw UsageError(
        key == nil ? "Не сказано, замечания какого правила приняты." : "Ключ «\(key ?? "")» — не этого правила.",
        hint: "Назовите ключ замечания или правило: --rule.")
    }
    let until = try CheckOptions.date("until", invocation)
    var waiver = Waiver(
      rule: rule, finding: key, reason: try given(texts[5], "reason", "причина"),
      decidedBy: try given(texts[6], "by", "кто решил"), paper: try given(texts[7], "paper", "документ"), from: from,
      until: until ?? from)
    guard until != nil else { throw missing("until", "срок") }
    waiver.studyClass = texts[1]
    waiver.subject = texts[2]
    waiver.teacher = texts[3]
    waiver.pupil = texts[4]
    return waiver
  }

  /// A decision is one school's.
  static func only(_ stores: [JournalStore]) throws -> JournalStore {
    guard stores.count == 1, let store = stores.first else {
      throw UsageError(
        "В хранилище несколько школ, а решение — одной.", hint: "Укажите файл школы: --store ПАПКА/ШКОЛА.sqlite")
    }
    return store
  }

  private static func given(_ text: String?, _ option: String, _ what: String) throws -> String {
    guard let text, text.contains(where: { !$0.isWhitespace }) else { throw missing(option, what) }
    return text
  }

  private static func missing(_ option: String, _ what: String) -> UsageError {
    UsageError("Решение записывают целиком: не сказано, \(what).", hint: "Добавьте --\(option).")
  }
}
