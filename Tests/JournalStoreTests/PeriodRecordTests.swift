import Journal
import Testing

@testable import JournalStore

@Suite struct PeriodRecordTests {
  private func period(
    _ id: Int64, _ name: String, _ layout: String = "interchange", kind: PeriodKind = .quarter, year: Int64 = 2025,
    days: ClosedRange<Int64>? = nil, grades: ClosedRange<Int> = 1...12
  ) -> PeriodRecord {
    PeriodRecord(
      id: id, layout: layout, key: "k\(id)", name: name, kind: kind, schoolYear: year, days: days, grades: grades)
  }

  /// Row, grade and the row that it is shown as, in order.
  private func joined(_ records: [PeriodRecord]) -> [[Int64]] {
    let answer = PeriodRecord.joined(records).map { [$0.period, Int64($0.grade), $0.shown] }
    #expect(PeriodRecord.joined(records.reversed()).map { [$0.period, Int64($0.grade), $0.shown] } == answer)
    return answer
  }

  @Test func spellingsOfOneQuarterAreThatWithDays() {
    let told = period(1, "1 четверть", days: 0...56, grades: 5...5)
    let others = ["1 четв", "1-я четверть", "I четверть", "Первая четверть"].enumerated().map {
      period(Int64($0.offset + 2), $0.element, "dnevnik-journal")
    }
    let pairs = joined(others + [told, period(9, "2 четв", "dnevnik-journal")])
    // In other grades they are one without days.
    #expect(pairs.filter { $0[1] == 5 } == [[2, 5, 1], [3, 5, 1], [4, 5, 1], [5, 5, 1]])
    #expect(pairs.filter { $0[1] == 6 } == [[3, 6, 2], [4, 6, 2], [5, 6, 2]])
  }

  @Test func eachGradeHasItsOwn() {
    let pairs = joined([
      period(1, "1 полугодие", kind: .half, days: 0...100, grades: 10...10),
      period(2, "1 полугодие", kind: .half, days: 0...120, grades: 11...11),
      period(3, "1 сем", "dnevnik-journal", kind: .half, grades: 10...11),
    ])
    #expect(pairs == [[3, 10, 1], [3, 11, 2]])
  }

  @Test func nothingElseIsJoined() {
    #expect(joined([period(1, "1 четверть", days: 0...56), period(2, "1 четв", "b", year: 2024)]).isEmpty)
    #expect(joined([period(1, "1 четверть", days: 0...56), period(2, "1 триместр", "b", kind: .trimester)]).isEmpty)
    #expect(joined([period(1, "четверть", days: 0...56), period(2, "четверть", "b")]).isEmpty)
    // Days apart: somebody has misnamed one, and nobody knows whose the third is.
    #expect(
      joined([period(1, "1 четв", days: 0...56), period(2, "1 четв", "b", days: 57...90), period(3, "1 четв", "c")])
        .isEmpty)
    #expect(
      joined([period(1, "1 четв", days: 0...56, grades: 7...7), period(2, "1 четв", "b", days: 56...90, grades: 7...7)])
        == [[1, 7, 2]])
  }

  @Test func thereIsOneYearAndTwoExaminations() {
    let pairs = joined([
      period(1, "Учебный год", kind: .year, days: 0...270, grades: 9...9), period(2, "Год", "b", kind: .year),
      period(3, "Экзамен", kind: .exam, grades: 9...9), period(4, "Экз. оценка", "b", kind: .exam),
      period(5, "Гос. экзамен", "b", kind: .exam),
    ])
    #expect(pairs.filter { $0[1] == 9 } == [[2, 9, 1], [3, 9, 4]])
  }
}
