extension Command {
  /// A positional argument. Arguments take the words in their order, each as many as it may, leaving the later ones
  /// their minimum.
  public struct Argument: Sendable {
    /// What stands for it in help and names it in the getters: `ПУТЬ`.
    public let label: String
    public let help: String
    public let minimum: Int
    /// Nil is any number.
    public let maximum: Int?
    public let kind: ValueKind

    public init(_ label: String, help: String, minimum: Int, maximum: Int?, kind: ValueKind = .text) {
      self.label = label
      self.help = help
      self.minimum = minimum
      self.maximum = maximum
      self.kind = kind
    }

    public static func one(_ label: String, help: String, kind: ValueKind = .text) -> Argument {
      Argument(label, help: help, minimum: 1, maximum: 1, kind: kind)
    }

    public static func optional(_ label: String, help: String, kind: ValueKind = .text) -> Argument {
      Argument(label, help: help, minimum: 0, maximum: 1, kind: kind)
    }

    public static func oneOrMore(_ label: String, help: String, kind: ValueKind = .text) -> Argument {
      Argument(label, help: help, minimum: 1, maximum: nil, kind: kind)
    }

    public static func any(_ label: String, help: String, kind: ValueKind = .text) -> Argument {
      Argument(label, help: help, minimum: 0, maximum: nil, kind: kind)
    }

    /// `ПУТЬ…`, `[ПУТЬ]`.
    var usage: String {
      let text = maximum == 1 ? label : label + "…"
      return minimum == 0 ? "[\(text)]" : text
    }

    var fullHelp: String {
      kind.choices.map { "\(help); одно из: " + $0.joined(separator: ", ") } ?? help
    }
  }
}
