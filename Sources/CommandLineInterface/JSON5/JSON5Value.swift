/// A value of a JSON5 text with the place it stands at, so that whoever reads a configuration can say where it is wrong.
public struct JSON5Value: Sendable {
  public enum Content: Sendable {
    case null
    case bool(Bool)
    case number(Double)
    case string(String)
    case array([JSON5Value])
    /// In the text's order; a key stands once.
    case object([Member])
  }

  public struct Member: Sendable {
    public let key: String
    public let place: JSON5Place
    public let value: JSON5Value

    public init(key: String, place: JSON5Place, value: JSON5Value) {
      self.key = key
      self.place = place
      self.value = value
    }
  }

  public let content: Content
  public let place: JSON5Place

  public init(content: Content, place: JSON5Place) {
    self.content = content
    self.place = place
  }

  /// What it is, in Russian: «строка», «число» …
  public var kind: String {
    switch content {
    case .null: "null"
    case .bool: "да/нет (true, false)"
    case .number: "число"
    case .string: "строка"
    case .array: "список"
    case .object: "набор настроек {…}"
    }
  }
}

/// Line and column from 1, in characters.
public struct JSON5Place: Hashable, Sendable {
  public let line: Int
  public let column: Int
}

/// What is wrong with a JSON5 text and where. Russian.
public struct JSON5Error: Error, Hashable, Sendable {
  public let place: JSON5Place
  public let problem: String

  public init(_ problem: String, at place: JSON5Place) {
    self.problem = problem
    self.place = place
  }
}
