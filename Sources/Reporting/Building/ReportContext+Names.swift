extension ReportContext {
  /// «Фамилия И.О.» as people are listed, «И.О. Фамилия» as they stand under a document (ГОСТ Р 7.0.97). What is no such name
  /// stays.
  public static func initialsFirst(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count >= 2, let last = words.last, last.contains(".") else { return name }
    let initials = words.dropFirst().joined(separator: " ")
    return "\(initials) \(words[0])"
  }
}
