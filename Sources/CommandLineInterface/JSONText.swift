/// A JSON value whose keys keep the order they were declared in, so that the same result gives the same bytes.
/// Keys are the caller's to keep distinct.
public enum JSONText: Sendable {
  case object([(String, JSONText)])
  case array([JSONText])
  case string(String)
  case integer(Int)
  case bool(Bool)
  case null

  /// `null` for nil.
  public init(_ text: String?) {
    self = text.map(JSONText.string) ?? .null
  }

  /// `null` for nil.
  public init(_ number: Int?) {
    self = number.map(JSONText.integer) ?? .null
  }
}

extension JSONText: ExpressibleByDictionaryLiteral, ExpressibleByArrayLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral, ExpressibleByNilLiteral
{
  public init(dictionaryLiteral members: (String, JSONText)...) { self = .object(members) }
  public init(arrayLiteral elements: JSONText...) { self = .array(elements) }
  public init(stringLiteral text: String) { self = .string(text) }
  public init(integerLiteral number: Int) { self = .integer(number) }
  public init(booleanLiteral value: Bool) { self = .bool(value) }
  public init(nilLiteral: ()) { self = .null }
}
