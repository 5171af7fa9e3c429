/// A run of text or a typed value inside it.
public enum Inline: Hashable, Sendable {
  case text(String)
  case strong(String)
  case value(Value)
}
