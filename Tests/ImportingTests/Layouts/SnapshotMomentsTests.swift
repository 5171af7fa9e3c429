import Journal
import Testing

@testable import Importing

@Suite struct SnapshotMomentsTests {
  @Test func aDateInTheNameDoesNotReachTheDaysEvening() throws {
    let moment = try SnapshotMoments(names: ["журнал-05.11.2025.xlsx"]).choose(newestEntry: nil)
    #expect(moment == LocalMoment("2025-11-05T00:00:00"))
  }

  @Test func theFirstFileOfAFolderDoesNotDateTheOthers() throws {
    let moments = SnapshotMoments(names: ["a-2025-09-01.json", "b-2025-09-08.json", "c.json"])
    #expect(try moments.choose(newestEntry: nil) == LocalMoment("2025-09-08T00:00:00"))
    #expect(moments.notices(newestEntry: nil).map(\.problem).first?.contains("с 01.09.2025 по 08.09.2025") ?? false)
    #expect(moments.notices(newestEntry: LocalMoment("2025-09-09T00:00:00")).isEmpty)
    #expect(SnapshotMoments(names: ["a-2025-09-01.json", "b-2025-09-01.json"]).notices(newestEntry: nil).isEmpty)
  }
}
