/// Marks counted by what they are, and the figures made of the counts (DOMAIN 3.1). Counts add up, so a class's figures are
/// those of its pupils' marks together.
public struct MarkStatistics: Sendable, Hashable {
  private var bands = [0, 0, 0, 0, 0]
  /// Of the grades as they stand, on whatever scale.
  public private(set) var sum = 0
  /// н/а, and а/з.
  public private(set) var notAttested = 0
  /// зач and незач: in no percentage and no mean.
  public private(set) var passes = 0
  public private(set) var fails = 0

  public init() {}

  public subscript(band: MarkBand) -> Int { bands[band.rawValue - 1] }

  public var grades: Int { bands.reduce(0, +) }

  /// N: «н/а» stays in it; the exempt and those without a mark are not in it.
  public var counted: Int { grades + notAttested }

  /// % успеваемости.
  public var success: Ratio { Ratio(self[.five] + self[.four] + self[.three], of: counted) }

  /// % качества.
  public var quality: Ratio { Ratio(self[.five] + self[.four], of: counted) }

  public var mean: Ratio { Ratio(sum, of: grades) }

  public func sou(_ formula: SOUFormula) -> Ratio { formula.value(self) }

  mutating func add(grade: Int, scale: MarkScale, times: Int = 1) {
    bands[scale.band(grade).rawValue - 1] += times
    sum += grade * times
  }

  mutating func add(_ outcome: SubjectResult.Outcome, scale: MarkScale) {
    switch outcome {
    case .given(.grade(let grade, _)), .forecast(let grade): add(grade: grade, scale: scale)
    case .given(.notAttested): notAttested += 1
    case .given(.pass): passes += 1
    case .given(.fail): fails += 1
    case .missing, .disputed: break
    }
  }

  static func += (a: inout MarkStatistics, b: MarkStatistics) {
    for index in a.bands.indices { a.bands[index] += b.bands[index] }
    a.sum += b.sum
    a.notAttested += b.notAttested
    a.passes += b.passes
    a.fails += b.fails
  }
}
