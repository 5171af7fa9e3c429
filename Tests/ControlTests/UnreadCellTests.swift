import Journal
import Testing

@testable import Control

/// Where a cell could not be read, something may stand: nobody is accused of what is missing there.
@Suite struct UnreadCellTests {
  private func fixture(snapshot: Int, unread kinds: [FactKind]) throws -> Fixture {
    let fixture = try Fixture(says: .untimedExample, snapshot: snapshot)
    let lesson = try fixture.addLesson(16)
    try fixture.addWork(lesson)
    let taken = LocalMoment.evening(of: RuleExample.date(snapshot)).seconds
    for kind in kinds {
      let isFinal = kind == .finalMark
      try fixture.insert(
        "unseen", [1, Int64(kind.rawValue), isFinal ? 0 : lesson, 1, isFinal ? 1 : 0, isFinal ? 1 : 0, taken, -1])
    }
    return fixture
  }

  @Test(arguments: [Rule.lessonNotEntered, .writtenWorkOverdue, .pupilWithoutMarks])
  func aCellOfALesson(_ rule: Rule) throws {
    #expect(try fixture(snapshot: 30, unread: []).judge(rule) == [0, 1, 0])
    let fixture = try fixture(snapshot: 30, unread: [.mark, .attendance])
    #expect(try fixture.judge(rule) == [0, 0, 1])
    // The next export could read it, and it is empty.
    try fixture.addSnapshot(35)
    #expect(try fixture.judge(rule) == [0, 1, 0])
  }

  @Test func aCellOfAPeriod() throws {
    #expect(try fixture(snapshot: 60, unread: []).judge(.finalMarkLate, asOf: 60, from: 50) == [0, 1, 0])
    let fixture = try fixture(snapshot: 60, unread: [.finalMark])
    #expect(try fixture.judge(.finalMarkLate, asOf: 60, from: 50) == [0, 0, 1])
  }

  /// What was read in it before still stands.
  @Test func aMarkThatStoodThere() throws {
    let fixture = try fixture(snapshot: 30, unread: [.mark, .attendance])
    try fixture.addMark(1, "4", .between(16, 20), work: 1)
    #expect(try fixture.judge(.lessonNotEntered) == [1, 0, 0])
    #expect(try fixture.judge(.writtenWorkOverdue) == [1, 0, 0])
    #expect(try fixture.judge(.pupilWithoutMarks) == [1, 0, 0])
  }
}
