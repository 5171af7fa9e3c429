/// What a number format makes of a number (ECMA-376-1, 18.8.30 and 18.8.31; MS-XLS 2.4.126 has the same).
enum NumberFormat {
  /// True if a format of the program's own shows days: those of the clock alone (18–21, 45–47) give a duration, not a date.
  static func showsDate(builtIn number: Int) -> Bool {
    switch number {
    case 14...17, 22, 27...31, 36, 50...54, 57, 58: true
    default: false
    }
  }

  /// True if a format such as `dd.mm.yyyy;@` shows a day, a month or a year. Letters in quotes, behind a backslash and in brackets
  /// are text, colours and languages; `m` beside hours or seconds means minutes.
  static func showsDate(_ code: String) -> Bool {
    var letters: Set<Character> = []
    var isQuoted = false
    var isInBrackets = false
    var isEscaped = false
    for character in code {
      if isEscaped {
        isEscaped = false
      } else if isQuoted {
        isQuoted = character != "\""
      } else if isInBrackets {
        isInBrackets = character != "]"
      } else {
        switch character {
        case "\"": isQuoted = true
        case "[": isInBrackets = true
        // A character behind `_` gives only its width, one behind `*` fills the cell.
        case "\\", "_", "*": isEscaped = true
        case ";" where !letters.isEmpty: return showsDate(letters)
        default: letters.insert(character)
        }
      }
    }
    return showsDate(letters)
  }

  private static func showsDate(_ letters: Set<Character>) -> Bool {
    if letters.contains("G") || letters.contains("@") { return false }
    let days: Set<Character> = ["d", "D", "y", "Y"]
    let clock: Set<Character> = ["h", "H", "s", "S"]
    if !letters.isDisjoint(with: days) { return true }
    return !letters.isDisjoint(with: ["m", "M"]) && letters.isDisjoint(with: clock)
  }
}
