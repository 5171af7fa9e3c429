/// «Фамилия И.О.» as it is registered, «И.О. Фамилия» as it stands under a document (ГОСТ Р 7.0.97).
enum SignerName {
  static func initialsFirst(_ name: String) -> String {
    let words = name.split(separator: " ")
    guard words.count >= 2, let last = words.last, last.contains(".") else { return name }
    let initials = words.dropFirst().joined(separator: " ")
    return "\(initials) \(words[0])"
  }
}
