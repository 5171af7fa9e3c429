extension Command {
  /// A command line as a person types it, and what it does. `Program.declarationFaults` parses every example, so none
  /// can name an option that is not there.
  public struct Example: Sendable {
    /// With the program's name: `zavuch check --as-of 2026-06-05`.
    public let line: String
    public let explanation: String

    public init(_ line: String, _ explanation: String) {
      self.line = line
      self.explanation = explanation
    }

    /// The words after the shell's splitting: spaces part them, double quotes hold a word together.
    var words: [String] {
      var words: [String] = []
      var word = ""
      var started = false
      var quoted = false
      for character in line {
        switch character {
        case "\"":
          quoted.toggle()
          started = true
        case " " where !quoted:
          if started { words.append(word) }
          (word, started) = ("", false)
        default:
          word.append(character)
          started = true
        }
      }
      if started { words.append(word) }
      return words
    }
  }
}
