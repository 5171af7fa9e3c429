import Testing

@testable import Control

@Suite struct MarkStatisticsTests {
  private func marks(_ five: Int, _ four: Int, _ three: Int, _ two: Int, one: Int = 0, notAttested: Int = 0)
    -> MarkStatistics
  {
    var marks = MarkStatistics()
    for (grade, times) in [(5, five), (4, four), (3, three), (2, two), (1, one)] {
      marks.add(grade: grade, scale: .five, times: times)
    }
    for _ in 0..<notAttested { marks.add(.given(.notAttested), scale: .five) }
    return marks
  }

  /// 25 pupils: 5, 8, 9, 2 and one н/а. СОУ = (500 + 512 + 324 + 32 + 7) / 25 = 55.
  @Test func figuresAreThoseCountedByHand() {
    let marks = marks(5, 8, 9, 2, notAttested: 1)
    #expect(marks.success == Ratio(22, of: 25))
    #expect(marks.quality == Ratio(13, of: 25))
    #expect(marks.sou(.withNotAttested) == Ratio(1375, of: 25))
    #expect(marks.sou(.gradesOnly) == Ratio(1368, of: 24))
    #expect(marks.mean == Ratio(25 + 32 + 27 + 4, of: 24))
  }

  @Test func aOneIsUnsatisfactoryAndWeighsSeven() {
    let marks = marks(0, 0, 1, 0, one: 1)
    #expect(marks.success == Ratio(1, of: 2))
    #expect(marks.sou(.withNotAttested) == Ratio(43, of: 2))
    #expect(marks.mean == Ratio(4, of: 2))
  }

  @Test func passesAndMissingMarksAreInNoFigure() {
    var marks = marks(1, 0, 0, 0)
    marks.add(.given(.pass), scale: .five)
    marks.add(.missing, scale: .five)
    marks.add(.disputed, scale: .five)
    #expect(marks.counted == 1)
    #expect(marks.passes == 1)
  }

  @Test func nothingHasNoValue() {
    #expect(MarkStatistics().success.rounded(times: 1000) == nil)
    #expect(MarkStatistics().mean.rounded(times: 100) == nil)
  }

  @Test(arguments: [
    (10, MarkBand.five), (9, .five), (8, .four), (7, .four), (6, .three), (5, .three), (4, .two), (1, .two),
  ])
  func tenPointGradesHaveTheirBands(_ grade: Int, _ band: MarkBand) {
    #expect(MarkScale(greatest: 10)?.band(grade) == band)
  }

  @Test func longerScalesAreNotGuessed() {
    #expect(MarkScale(greatest: 12) == nil)
    #expect(MarkScale(greatest: 5) == .five)
    #expect(MarkScale(greatest: 6) == .ten)
  }

  /// 24 of 27 is 88.888… %; halves go up.
  @Test func sharesAreRoundedHalfUpInIntegers() {
    #expect(Ratio(24, of: 27).rounded(times: 1000) == 889)
    #expect(Ratio(1, of: 16).rounded(times: 1000) == 63)
    #expect(Ratio(7, of: 2).rounded(times: 100) == 350)
    #expect(Ratio(1, of: 3).isLess(than: Ratio(2, of: 5)))
    #expect(!Ratio(1, of: 3).isLess(than: Ratio(2, of: 6)))
  }

  @Test(
    arguments: [
      ([5, 5, 5], 0, 0, PupilCategory.excellent), ([5, 4, 5], 0, 0, .oneFour), ([4, 4, 5], 0, 0, .good),
      ([3, 5, 4], 0, 0, .oneThree), ([3, 3, 5], 0, 0, .threes), ([5, 5, 2], 0, 0, .failing), ([5, 1], 0, 0, .failing),
      ([5, 5], 0, 1, .notAttested), ([2, 5], 0, 1, .failing), ([], 0, 1, .notAttested), ([], 0, 0, .noData),
      ([5, 5], 1, 0, .failing),
    ])
  func everyPupilStandsOnOneRung(_ grades: [Int], _ fails: Int, _ notAttested: Int, _ category: PupilCategory) {
    var marks = MarkStatistics()
    for grade in grades { marks.add(grade: grade, scale: .five) }
    for _ in 0..<fails { marks.add(.given(.fail), scale: .five) }
    for _ in 0..<notAttested { marks.add(.given(.notAttested), scale: .five) }
    #expect(PupilCategory(marks) == category)
  }

  @Test(arguments: [(9, 2, 50, 5), (89, 20, 50, 4), (5, 2, 50, 3), (7, 3, 60, 2), (8, 3, 60, 3), (4, 1, 50, 4)])
  func aForecastIsRoundedExactlyAtTheThreshold(_ sum: Int, _ count: Int, _ threshold: Int, _ grade: Int) {
    #expect(SubjectResult.forecast(Ratio(sum, of: count), threshold: threshold) == grade)
  }

  @Test func aDayIsMissedIfAllItsLessonsAre() {
    var attendance = AttendanceSummary()
    attendance.addDay(lessons: 3, missed: [.ill: 3, .unknown: 0], late: 0)
    attendance.addDay(lessons: 2, missed: [.ill: 1, .unknown: 1], late: 0)
    attendance.addDay(lessons: 4, missed: [.excused: 3], late: 1)
    attendance.addDay(lessons: 1, missed: [:], late: 0)
    #expect(attendance.missedDays == [.ill: 1, .mixed: 1])
    #expect(attendance.missedLessons == [.ill: 4, .unknown: 1, .excused: 3])
    #expect(attendance.attendedLessons == Ratio(2, of: 10))
    #expect(attendance.attendedDays == Ratio(2, of: 4))
    #expect(attendance.late == 1)
  }
}
