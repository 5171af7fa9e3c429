/// As what a person signs: the deputy head signs printed reports, the director those for the education authority (Р 3),
/// the class teacher the analysis of the class (П 4.2).
public enum SignerRole: String, Hashable, Sendable, CaseIterable, Decodable {
  case deputy
  case director
  case classTeacher = "class-teacher"

  /// The position as documents print it.
  public var position: String {
    switch self {
    case .deputy: "Заместитель директора по УВР"
    case .director: "Директор"
    case .classTeacher: "Классный руководитель"
    }
  }
}
