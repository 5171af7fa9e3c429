/// One pupil's period.
public struct PupilResult: Sendable, Hashable {
  public var pupil: UnitPlace.Item
  /// The source's own id.
  public var key: String
  /// By name of subject.
  public var results: [SubjectResult]
  /// Over the results, forecasts included.
  public var marks: MarkStatistics
  public var category: PupilCategory
  public var attendance: AttendanceSummary
  public var risks: [PupilRisk] = []
  /// In the period before; nil where there was none, or the pupil was not in the class.
  public var previousCategory: PupilCategory?

  public var isForecast: Bool { results.contains(where: \.isForecast) }

  /// The subject of the one «4» or «3», which divides the pupil from a better category.
  public var reserve: SubjectResult? {
    switch category {
    case .oneFour: results.first { band($0) == .four }
    case .oneThree: results.first { band($0) == .three }
    default: nil
    }
  }

  func results(_ isAsked: (SubjectResult) -> Bool) -> [SubjectResult] { results.filter(isAsked) }

  public func isFailing(_ result: SubjectResult) -> Bool {
    result.outcome == .given(.fail) || band(result).map { $0 <= .two } ?? false
  }

  private func band(_ result: SubjectResult) -> MarkBand? {
    switch result.outcome {
    case .given(.grade(let grade, _)), .forecast(let grade): scale.band(grade)
    default: nil
    }
  }

  let scale: MarkScale
}

extension MarkBand: Comparable {
  public static func < (a: MarkBand, b: MarkBand) -> Bool { a.rawValue < b.rawValue }
}
