import Journal
import Testing

@testable import JournalStore

@Suite struct ClassStayTests {
  private func day(_ text: String) throws -> Int64 { try #require(CivilDate(text)).stored }

  @Test func withinAYearTheDaysBetweenTwoListsAreInNeitherClass() throws {
    var first = ClassStay(1, year: 2025, day: try day("2025-10-01"))
    first.extend(toYear: 2025, day: try day("2025-10-08"))
    let second = ClassStay(2, year: 2025, day: try day("2025-10-15"))
    #expect(try first.end(before: second) == day("2025-10-08"))
    #expect(try second.begin(after: first) == day("2025-10-15"))
  }

  @Test func onADayWithBothThePupilIsInTheNewClass() throws {
    let first = ClassStay(1, year: 2025, day: try day("2025-10-08"))
    let second = ClassStay(2, year: 2025, day: try day("2025-10-08"))
    #expect(try first.end(before: second) == day("2025-10-07"))
  }

  /// Nobody is without a class in September because the first export is of October.
  @Test func aClassOfTheNextYearBeginsWithTheYear() throws {
    let first = ClassStay(1, year: 2024, day: try day("2025-03-01"))
    let second = ClassStay(2, year: 2025, day: try day("2025-10-15"))
    #expect(try first.end(before: second) == day("2025-08-31"))
    #expect(try second.begin(after: first) == day("2025-09-01"))
  }

  @Test func aListOfAPastYearSpeaksOfNoDayAfterIt() throws {
    let moment = try #require(LocalMoment("2025-12-01T12:00")).seconds
    #expect(try ClassStay.day(of: moment, inYear: 2024) == day("2025-08-31"))
    #expect(try ClassStay.day(of: moment, inYear: 2025) == day("2025-12-01"))
  }
}
