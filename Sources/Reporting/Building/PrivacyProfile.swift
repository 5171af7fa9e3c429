/// How a report names pupils (П 3.5). Teachers and officials are named by their duty, in every profile.
public enum PrivacyProfile: String, CaseIterable, Sendable {
  case full
  /// «Белов П.И.».
  case initials
  /// «обучающийся № 31»: the number of the store, which alone tells whose it is.
  case codes
  /// Nobody is told apart: numbers are left.
  case numbers

  public var russian: String {
    switch self {
    case .full: "полные имена"
    case .initials: "фамилии с инициалами"
    case .codes: "номера вместо имён"
    case .numbers: "без имён"
    }
  }

  /// `number`: the pupil's in the store.
  func name(_ name: String, number: Int64) -> String {
    switch self {
    case .full: return name
    case .initials:
      let words = name.split(separator: " ")
      guard let family = words.first, words.count > 1 else { return name }
      return "\(family) " + words.dropFirst().compactMap(\.first).map { "\($0)." }.joined()
    case .codes: return "обучающийся № \(number)"
    case .numbers: return "обучающийся"
    }
  }
}
