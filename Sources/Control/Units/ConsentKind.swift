/// Whose data a consent is about, and who gives it (CONTROL 2, `consent-missing`).
enum ConsentKind: Int64, CaseIterable {
  case child = 1
  case parent, pupil

  /// «нет …»
  var genitive: String {
    switch self {
    case .child: "согласия родителей на обработку данных ребёнка"
    case .parent: "согласия родителей на обработку их собственных данных"
    case .pupil: "собственного согласия ученика на обработку его данных"
    }
  }

  /// As the interchange table writes it.
  var key: String {
    switch self {
    case .child: "child"
    case .parent: "parent"
    case .pupil: "pupil-16"
    }
  }
}
