/// Why a class teacher should look at a pupil. No risk is a fault of the journal.
public enum PupilRisk: Sendable, Hashable {
  /// «2» or «незач», given or forecast; `again`: the pupil failed in the period before too.
  case failing(subjects: [String], again: Bool)
  case notAttested(subjects: [String])
  /// More than half of the subject's lessons missed and no final mark yet.
  case mayNotBeAttested(subjects: [String])
  /// Lessons held, and neither a final mark nor a current one.
  case withoutMarks(subjects: [String])
  /// More lessons missed than the norm allows.
  case missesOften(Ratio)
  /// A worse category than in the period before.
  case worse(than: PupilCategory)

  public var id: String {
    switch self {
    case .failing: "failing"
    case .notAttested: "not-attested"
    case .mayNotBeAttested: "may-not-be-attested"
    case .withoutMarks: "without-marks"
    case .missesOften: "misses-often"
    case .worse: "worse"
    }
  }

  public var russian: String {
    func listed(_ subjects: [String]) -> String { subjects.joined(separator: ", ") }
    return switch self {
    case .failing(let subjects, let again):
      "\(again ? "неуспевающий и в прошлом периоде" : "неудовлетворительно"): \(listed(subjects))"
    case .notAttested(let subjects): "не аттестован: \(listed(subjects))"
    case .mayNotBeAttested(let subjects):
      "может быть не аттестован (пропущено больше половины уроков): \(listed(subjects))"
    case .withoutMarks(let subjects): "нет ни одной отметки: \(listed(subjects))"
    case .missesOften(let share): "пропущено уроков: \(share.numerator) из \(share.denominator)"
    case .worse(let category): "в прошлом периоде был в разряде «\(category.russian)»"
    }
  }

  /// In the order of the cases.
  static func all(of pupil: PupilResult, norms: AnalysisNorms) -> [PupilRisk] {
    var risks: [PupilRisk] = []
    func names(_ isAsked: (SubjectResult) -> Bool) -> [String]? {
      let names = pupil.results(isAsked).map(\.subject.name)
      return names.isEmpty ? nil : names
    }
    if let subjects = names({ pupil.isFailing($0) }) {
      risks.append(.failing(subjects: subjects, again: pupil.previousCategory == .failing))
    }
    if let subjects = names({ $0.outcome == .given(.notAttested) }) { risks.append(.notAttested(subjects: subjects)) }
    if let subjects = names({ $0.isOpen && 2 * $0.missed > $0.held }) {
      risks.append(.mayNotBeAttested(subjects: subjects))
    }
    if let subjects = names({ $0.outcome == .missing && !$0.isUncertain && $0.held > 0 && 2 * $0.missed <= $0.held }) {
      risks.append(.withoutMarks(subjects: subjects))
    }
    let attendance = pupil.attendance
    if attendance.allMissedLessons * 100 > norms.missedPercent * attendance.lessons {
      risks.append(.missesOften(Ratio(attendance.allMissedLessons, of: attendance.lessons)))
    }
    if let before = pupil.previousCategory, before < pupil.category, pupil.category != .noData {
      risks.append(.worse(than: before))
    }
    return risks
  }
}

extension SubjectResult {
  /// No final mark yet, and none that may be there.
  fileprivate var isOpen: Bool {
    switch outcome {
    case .missing, .forecast: !isUncertain
    default: false
    }
  }
}
