import Journal

extension FactKind {
  /// Its name in JSON: as the counts of `import --json` have it, in the singular.
  var jsonName: String {
    switch self {
    case .lesson: "lesson"
    case .topic: "topic"
    case .homework: "homework"
    case .mark: "mark"
    case .attendance: "attendance"
    case .finalMark: "finalMark"
    case .exemption: "exempt"
    case .login: "login"
    case .work: "work"
    case .pupil: "pupil"
    }
  }
}
