/// A command declared as data: from it come parsing, help, completion and the reference page, so none of them can
/// disagree with another.
///
/// Texts are Russian. `summary` and every `help` start with a small letter and end without a full stop; `discussion`
/// is made of sentences, its paragraphs apart by an empty line.
public struct Command: Sendable {
  public typealias Action = @Sendable (Invocation, Console) throws -> ExitStatus

  /// The word that is typed: Latin small letters, digits and hyphens.
  public let name: String
  public let summary: String
  public let discussion: String
  public let arguments: [Argument]
  public let options: [Option]
  public let examples: [Example]
  /// What the command can end with besides `done`, `usage` and `fault`, which every command has.
  public let statuses: [ExitStatus]
  public let action: Action

  public init(
    name: String, summary: String, discussion: String = "", arguments: [Argument] = [], options: [Option] = [],
    examples: [Example] = [], statuses: [ExitStatus] = [], action: @escaping Action
  ) {
    self.name = name
    self.summary = summary
    self.discussion = discussion
    self.arguments = arguments
    self.options = options
    self.examples = examples
    self.statuses = statuses
    self.action = action
  }

  /// All that the command can end with, in the order of the numbers.
  public var allStatuses: [ExitStatus] {
    ExitStatus.allCases.filter { [.done, .usage, .fault].contains($0) || statuses.contains($0) }
  }
}
