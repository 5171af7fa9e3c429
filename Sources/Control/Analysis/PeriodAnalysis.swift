import Journal

/// A class's period for its teacher (П 4.2; DOMAIN 3.1–3.4, 5.2).
public struct PeriodAnalysis: Sendable, Hashable {
  public var studyClass: UnitPlace.Item
  public var classKey: String
  public var headTeacher: String?
  public var period: AnalysedPeriod
  public var asOf: CivilDate
  public var norms: AnalysisNorms
  /// The class's parallel.
  public var grade: Int
  public var summary: ClassSummary
  /// By name of subject.
  public var subjects: [SubjectSummary]
  /// By name; those in the class on the day of counting.
  public var pupils: [PupilResult]
  public var previous: PreviousPeriod?
  public var participation: [Participation] = []
  /// What limits the figures, in words.
  public var notes: [String]

  /// In grade 1 no marks are given: attendance only.
  public var isGraded: Bool { grade != 1 }
}

public struct AnalysedPeriod: Sendable, Hashable {
  /// As the source calls it: «1 четверть», «1 тр».
  public var name: String
  public var kind: PeriodKind
  /// Of the period, or where the source names it without dates, of the class's lessons in it up to as-of.
  public var from: CivilDate
  public var to: CivilDate
  /// The pupils are those of the class on this day: the period's end, or as-of before it.
  public var countedOn: CivilDate
}

public struct ClassSummary: Sendable, Hashable {
  public var categories = CategoryCounts()
  /// By marks, of all subjects together: not to be mixed up with the percentages by pupils.
  public var marks = MarkStatistics()
  public var attendance = AttendanceSummary()
  /// Results that are forecasts, missing, or told differently by sources.
  public var forecasts = 0
  public var missing = 0
  public var disputed = 0

  public init() {}

  init(_ pupils: [PupilResult]) {
    for pupil in pupils {
      categories.add(pupil)
      marks += pupil.marks
      attendance += pupil.attendance
      for result in pupil.results {
        switch result.outcome {
        case .forecast: forecasts += 1
        case .missing: missing += 1
        case .disputed: disputed += 1
        case .given: break
        }
      }
    }
  }
}

public struct SubjectSummary: Sendable, Hashable {
  public var subject: UnitPlace.Item
  public var teachers: [UnitPlace.Item]
  public var marks: MarkStatistics
  public var forecasts: Int
  public var missing: Int
}

/// The same class in the reporting period before, by its own pupils of then.
public struct PreviousPeriod: Sendable, Hashable {
  public var period: AnalysedPeriod
  public var summary: ClassSummary
}
