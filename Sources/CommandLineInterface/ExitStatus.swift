/// How a command ended. The greater number wins where several apply: `max(a, b)`.
public enum ExitStatus: Int32, Sendable, CaseIterable, Comparable {
  case done = 0
  /// Findings at or above `--fail-on`.
  case findings = 1
  case usage = 2
  /// At least one cell, row or file was rejected.
  case rejected = 3
  /// The archive does not verify.
  case unverified = 4
  /// A fault of the program.
  case fault = 70

  public static func < (a: ExitStatus, b: ExitStatus) -> Bool { a.rawValue < b.rawValue }

  /// For help and the reference page.
  public var meaning: String {
    switch self {
    case .done: "выполнено"
    case .findings: "есть замечания той важности, что названа в --fail-on, или выше"
    case .usage: "неверная команда или неверные настройки"
    case .rejected: "не принята хотя бы одна ячейка, строка или файл"
    case .unverified: "архив не прошёл проверку целостности"
    case .fault: "сбой самой программы"
    }
  }
}
