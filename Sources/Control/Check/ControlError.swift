/// What the control cannot do with what it was given. Texts are Russian.
public struct ControlError: Error, Hashable, Sendable, CustomStringConvertible {
  public enum Kind: Sendable, Hashable {
    /// Wrong dates, filters, norms, or an unknown rule, class, teacher or key: exit status 2.
    case usage
    /// The store holds no school yet.
    case emptyStore
    /// A later check was compared with the registered one that would be replaced.
    case compared
    /// A school's own rule is not what it should be: exit status 2.
    case ownRule
    /// A rule yields what its card does not declare: a fault of the program.
    case rule
  }

  public var kind: Kind
  public var message: String
  /// What to do about it.
  public var hint: String

  public init(_ kind: Kind, _ message: String, hint: String) {
    self.kind = kind
    self.message = message
    self.hint = hint
  }

  public var description: String { "\(message) \(hint)" }
}
