import Testing

@testable import Journal

@Suite struct CivilDateTests {
  @Test func everyDayOfFourCenturiesRoundTrips() throws {
    var previous = try #require(CivilDate(year: 1899, month: 12, day: 31))
    for _ in 0..<146_097 {
      let next = previous.advanced(by: 1)
      let (year, month, day) = next.components
      #expect(CivilDate(year: year, month: month, day: day) == next)
      #expect(next.weekday == previous.weekday % 7 + 1)
      previous = next
    }
    #expect(previous.description == "2299-12-31")
  }

  @Test func readsTheTwoSpellings() {
    #expect(CivilDate("2026-06-05")?.russian == "05.06.2026")
    #expect(CivilDate("05.06.2026")?.description == "2026-06-05")
    #expect(CivilDate("5.6.2026")?.description == "2026-06-05")
    for wrong in ["", "2026-02-29", "2026-6-05", "05.06.26", "2026.06.05", "05-06-2026", "2026-06-05 ", "31.04.2026"] {
      #expect(CivilDate(wrong) == nil, "\(wrong)")
    }
  }

  @Test func schoolYearAndHalfMonth() throws {
    let day = try #require(CivilDate("2026-08-31"))
    #expect(day.schoolYear == 2025)
    #expect(day.advanced(by: 1).schoolYear == 2026)
    #expect(day.halfMonthStart.description == "2026-08-16")
    #expect(CivilDate("2026-08-15")?.halfMonthStart.description == "2026-08-01")
    #expect(CivilDate("2026-11-23")?.weekday == 1)
  }

  @Test func readsMoments() {
    #expect(LocalMoment("2019-01-31T05:35:42Z")?.description == "2019-01-31T05:35:42")
    #expect(LocalMoment("2019-01-31 05:35")?.russian == "31.01.2019 05:35:00")
    #expect(LocalMoment("2019-01-31T05:35:42.125")?.description == "2019-01-31T05:35:42")
    #expect(LocalMoment("31.01.2019")?.description == "2019-01-31T00:00:00")
    for wrong in ["2019-01-31T24:00:00", "2019-01-31T5:35:42", "2019-01-31T05-35-42", "вчера", "2019-01-31T05:35:42."] {
      #expect(LocalMoment(wrong) == nil, "\(wrong)")
    }
    #expect(LocalMoment(seconds: -1).description == "1969-12-31T23:59:59")
  }
}
