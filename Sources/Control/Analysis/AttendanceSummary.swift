/// Lessons and days held for pupils, and those missed, by reason (DOMAIN 3.4). Lateness is no absence.
public struct AttendanceSummary: Sendable, Hashable {
  /// Н: the reason is not told. A source's own «unexcused» is read as Н too, so nobody is called a truant by it.
  public enum Reason: String, Sendable, Hashable, CaseIterable {
    case unknown, ill, excused
    /// Of a day only: its lessons were missed for several reasons.
    case mixed

    public var russian: String {
      switch self {
      case .unknown: "причина не указана"
      case .ill: "по болезни"
      case .excused: "по уважительной причине"
      case .mixed: "по разным причинам"
      }
    }
  }

  /// The lessons entered by as-of that were held for the pupil: those of the class without a group and of the pupil's groups,
  /// while enrolled.
  public private(set) var lessons = 0
  public private(set) var missedLessons: [Reason: Int] = [:]
  public private(set) var late = 0
  /// Days with at least one such lesson.
  public private(set) var days = 0
  /// Days all of whose lessons were missed.
  public private(set) var missedDays: [Reason: Int] = [:]

  public init() {}

  public static let dayDefinition = "день пропущен, если пропущены все его уроки"

  public var allMissedLessons: Int { missedLessons.values.reduce(0, +) }
  public var allMissedDays: Int { missedDays.values.reduce(0, +) }

  /// % посещаемости, by lessons and by days: two different figures.
  public var attendedLessons: Ratio { Ratio(lessons - allMissedLessons, of: lessons) }
  public var attendedDays: Ratio { Ratio(days - allMissedDays, of: days) }

  /// One day of one pupil.
  mutating func addDay(lessons held: Int, missed: [Reason: Int], late: Int) {
    days += 1
    lessons += held
    self.late += late
    let missed = missed.filter { $0.value > 0 }
    missedLessons.merge(missed, uniquingKeysWith: +)
    if held > 0, missed.values.reduce(0, +) == held {
      missedDays[missed.count == 1 ? missed.keys.first ?? .mixed : .mixed, default: 0] += 1
    }
  }

  static func += (a: inout AttendanceSummary, b: AttendanceSummary) {
    a.lessons += b.lessons
    a.missedLessons.merge(b.missedLessons, uniquingKeysWith: +)
    a.late += b.late
    a.days += b.days
    a.missedDays.merge(b.missedDays, uniquingKeysWith: +)
  }
}
