import Journal

/// A run of lists that name one class for a pupil.
struct ClassStay {
  let studyClass: Int64
  private let firstYear: Int64
  private let firstDay: Int64
  private var lastYear: Int64
  private var lastDay: Int64

  init(_ studyClass: Int64, year: Int64, day: Int64) {
    self.studyClass = studyClass
    (firstYear, firstDay, lastYear, lastDay) = (year, day, year, day)
  }

  mutating func extend(toYear year: Int64, day: Int64) { (lastYear, lastDay) = (year, day) }

  /// The first day in a class that follows another. A class of a new school year begins with the year.
  func begin(after other: ClassStay) -> Int64 {
    firstYear > other.lastYear ? ClassStay.firstDay(ofYear: firstYear) : firstDay
  }

  /// The last day in a class that another follows: of the school year, or of the last list that has it.
  func end(before other: ClassStay) -> Int64 {
    let end = other.firstYear > lastYear ? ClassStay.firstDay(ofYear: lastYear + 1) - 1 : lastDay
    return min(end, other.begin(after: self) - 1)
  }

  /// A list of a past year speaks of no day after it.
  static func day(of moment: Int64, inYear year: Int64) -> Int64 {
    let day = LocalMoment(seconds: moment).date.stored
    return year > 0 ? min(day, firstDay(ofYear: year + 1) - 1) : day
  }

  static func firstDay(ofYear year: Int64) -> Int64 {
    CivilDate(year: Int(year), month: 9, day: 1)?.stored ?? 0
  }
}
