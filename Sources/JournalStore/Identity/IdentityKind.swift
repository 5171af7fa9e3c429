/// The kinds of thing that several sources name, each in its own way. The raw value is the word in a table of aliases.
public enum IdentityKind: String, Sendable, CaseIterable {
  // In the order of resolving: pupils are looked for within a class.
  case studyClass = "class"
  case subject, teacher, pupil

  var table: String { self == .studyClass ? "study_class" : rawValue }

  /// «… «Иванов И.И.»».
  public var russian: String {
    switch self {
    case .studyClass: "класс"
    case .subject: "предмет"
    case .teacher: "учитель"
    case .pupil: "ученик"
    }
  }

  /// «Объединено …: 5».
  public var russianGenitive: String {
    switch self {
    case .studyClass: "классов"
    case .subject: "предметов"
    case .teacher: "учителей"
    case .pupil: "учеников"
    }
  }
}
