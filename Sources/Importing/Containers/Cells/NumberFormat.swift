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
    var rest = code.lowercased()[...]
    while let character = rest.popFirst() {
      switch character {
      case "\"": rest = rest.drop { $0 != "\"" }.dropFirst()
      case "[":
        let inside = rest.prefix { $0 != "]" }
        // `[h]` are hours that go on beyond a day.
        if inside.allSatisfy({ "hms".contains($0) }) { letters.insert("h") }
        rest = rest.dropFirst(inside.count + 1)
      // A character behind `_` gives only its width, one behind `*` fills the cell.
      case "\\", "_", "*": rest = rest.dropFirst()
      // The part behind it is for negative numbers, which are no dates.
      case ";": rest = ""
      default: letters.insert(character)
      }
    }
    if letters.contains("d") || letters.contains("y") { return true }
    return letters.contains("m") && letters.isDisjoint(with: ["h", "s"])
  }
}
