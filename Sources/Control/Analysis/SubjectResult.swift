/// What a pupil has in one subject of the period.
public struct SubjectResult: Sendable, Hashable {
  public enum Given: Sendable, Hashable {
    case grade(Int, text: String)
    case pass, fail
    case notAttested
  }

  public enum Outcome: Sendable, Hashable {
    /// The final mark, certainly there at as-of.
    case given(Given)
    /// None yet; so the mark would be by the current ones.
    case forecast(Int)
    case missing
    /// Sources give different final marks: none is counted.
    case disputed
  }

  public var subject: UnitPlace.Item
  public var teachers: [UnitPlace.Item] = []
  public var outcome: Outcome
  /// Of the current marks in the period; of a year, of the periods' final marks.
  public var currentMean: Ratio
  /// Lessons of the subject held for the pupil, and missed of these.
  public internal(set) var held = 0
  public internal(set) var missed = 0
  /// A final mark that may have been entered by as-of, or later.
  public var isUncertain = false

  public var isForecast: Bool { if case .forecast = outcome { true } else { false } }

  /// `5`, `н/а`; a forecast with a question mark; «—» where there is nothing.
  public var text: String {
    switch outcome {
    case .given(.grade(_, let text)): text
    case .given(.pass): "зач"
    case .given(.fail): "незач"
    case .given(.notAttested): "н/а"
    case .forecast(let grade): "\(grade)?"
    case .missing: "—"
    case .disputed: "≠"
    }
  }

  /// A mean rounded to the next grade from the threshold on, in hundredths: exactly, in integers.
  static func forecast(_ mean: Ratio, threshold: Int) -> Int? {
    guard mean.denominator > 0 else { return nil }
    let whole = mean.numerator / mean.denominator
    let rest = mean.numerator % mean.denominator
    return rest * 100 >= threshold * mean.denominator ? whole + 1 : whole
  }
}
