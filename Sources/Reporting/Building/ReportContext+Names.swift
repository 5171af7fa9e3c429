extension ReportContext {
  private static func isOfName(_ character: Character) -> Bool { character.isLetter || character == "-" }

  /// «Фамилия И.О.» as people are listed, «И.О. Фамилия» as they stand under a document (ГОСТ Р 7.0.97). What is no such name
  /// stays.
  public static func initialsFirst(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count >= 2, let last = words.last else { return name }
    guard last.contains(".") else {
      // A full name: «Яковлев Степан Борисович».
      let isName = words.count <= 3 && words.allSatisfy { $0.first?.isUppercase == true && $0.allSatisfy(isOfName) }
      return isName ? words.dropFirst().map { "\($0.prefix(1))." }.joined() + " \(words[0])" : name
    }
    let initials = words.dropFirst().joined(separator: " ")
    return "\(initials) \(words[0])"
  }
}
