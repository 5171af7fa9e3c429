/// The ladder of a class teacher's report (DOMAIN 3.2), best first. Every pupil stands on exactly one rung.
public enum PupilCategory: String, Sendable, Hashable, CaseIterable, Comparable {
  case excellent
  case oneFour = "one-four"
  case good
  case oneThree = "one-three"
  case threes
  case failing
  case notAttested = "not-attested"
  /// No grade and no «н/а»: in no percentage.
  case noData = "no-data"

  /// By all results of the pupil in the period. «незач» is a failure; «зач» moves nobody. An excellent pupil with one
  /// «н/а» is not attested.
  init(_ marks: MarkStatistics) {
    if marks[.two] + marks[.one] + marks.fails > 0 {
      self = .failing
    } else if marks.notAttested > 0 {
      self = .notAttested
    } else if marks.grades == 0 {
      self = .noData
    } else if marks[.three] > 0 {
      self = marks[.three] == 1 ? .oneThree : .threes
    } else {
      self = marks[.four] == 0 ? .excellent : marks[.four] == 1 ? .oneFour : .good
    }
  }

  public var russian: String {
    switch self {
    case .excellent: "Отличники (все «5»)"
    case .oneFour: "С одной «4»"
    case .good: "На «4» и «5»"
    case .oneThree: "С одной «3»"
    case .threes: "На «3», «4» и «5»"
    case .failing: "Неуспевающие"
    case .notAttested: "Не аттестованы"
    case .noData: "Нет данных"
    }
  }

  /// Качество знаний of a class: pupils all of whose marks are 4 and 5.
  var isOfQuality: Bool { self <= .good }

  private var rung: Int { Self.allCases.firstIndex(of: self) ?? 0 }

  /// A better one is less.
  public static func < (a: PupilCategory, b: PupilCategory) -> Bool { a.rung < b.rung }
}

/// The pupils of a class by category.
public struct CategoryCounts: Sendable, Hashable {
  public private(set) var counts: [PupilCategory: Int] = [:]
  /// Of the failing: by one subject, by two, by more.
  public private(set) var failingBySubjects = [0, 0, 0]
  /// The pupils whose category rests on at least one forecast.
  public private(set) var forecasts = 0

  public subscript(category: PupilCategory) -> Int { counts[category] ?? 0 }

  public var pupils: Int { counts.values.reduce(0, +) }

  /// N: without those of whom there is no data.
  public var counted: Int { pupils - self[.noData] }

  public var quality: Ratio { Ratio(self[.excellent] + self[.oneFour] + self[.good], of: counted) }

  /// `lowersSuccess`: a pupil who is not attested does not succeed.
  public func success(lowersSuccess: Bool) -> Ratio {
    Ratio(counted - self[.failing] - (lowersSuccess ? self[.notAttested] : 0), of: counted)
  }

  mutating func add(_ pupil: PupilResult) {
    counts[pupil.category, default: 0] += 1
    if pupil.isForecast { forecasts += 1 }
    guard pupil.category == .failing else { return }
    let subjects = pupil.marks[.two] + pupil.marks[.one] + pupil.marks.fails
    failingBySubjects[min(subjects, 3) - 1] += 1
  }
}
