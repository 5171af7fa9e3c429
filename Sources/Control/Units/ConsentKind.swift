/// Whose data a consent is about, and who gives it (CONTROL 2, `consent-missing`).
enum ConsentKind: Int64, CaseIterable {
  case child = 1
  case parent, pupil

  /// As the interchange table writes it.
  var key: String {
    switch self {
    case .child: "child"
    case .parent: "parent"
    case .pupil: "pupil-16"
    }
  }
}
