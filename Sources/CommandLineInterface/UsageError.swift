/// A command typed wrongly: ends with status 2.
public struct UsageError: ExitCoded, Equatable {
  /// A sentence with its full stop: «Неизвестный параметр «--as-off».»
  public let problem: String
  /// What to do, a sentence; nil sends to the command's help.
  public let hint: String?

  public init(_ problem: String, hint: String? = nil) {
    self.problem = problem
    self.hint = hint
  }

  public var exitStatus: ExitStatus { .usage }

  public var russianDescription: String { [problem, hint].compactMap(\.self).joined(separator: "\n") }
}
