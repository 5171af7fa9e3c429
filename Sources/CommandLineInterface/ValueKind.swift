/// What a value can be: the parser checks it, help lists it, completion offers it.
public enum ValueKind: Sendable, Equatable {
  case text
  /// A file or a folder.
  case path
  case folder
  /// Nothing else is accepted.
  case oneOf([String])
  /// Offered by completion, but others are accepted too: a school can have rules and templates of its own.
  case suggested([String])

  var choices: [String]? {
    if case .oneOf(let choices) = self { choices } else { nil }
  }
}
