import Foundation
import JournalStore
import Testing

@testable import Control

/// A store in a file is checked on two connections at once; in memory it has one.
@Suite struct RuleLaneTests {
  @Test func twoConnectionsFindWhatOneFinds() throws {
    let fixture = try Fixture()
    try fixture.addStrangers()
    try fixture.addCrowd(asOf: 30)
    try fixture.settle()
    let folder = FileManager.default.temporaryDirectory.appending(path: "lanes-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appending(path: "zavuch.sqlite").path
    try fixture.store.database.execute("VACUUM INTO '\(path)'")

    let request = CheckRequest(
      window: fixture.window(), by: [.studyClass, .teacher, .period], listsUndetermined: true)
    let one = try Control.check(fixture.store, request)
    let two = try Control.check(JournalStore(path: path), request)
    #expect(one.findings.count > 5)
    #expect(two.findings == one.findings)
    #expect(two.undetermined == one.undetermined)
    #expect(two.groups == one.groups)
    #expect(two.scopes == one.scopes)
    #expect(two.pending == one.pending)
    #expect(two.rules.map(\.rule.id) == one.rules.map(\.rule.id))
    #expect(two.rules.map(\.counts) == one.rules.map(\.counts))
    #expect(two.rules.map(\.people?.broken) == one.rules.map(\.people?.broken))
  }

  @Test func everyRuleIsTakenOnceFromWhicheverEnd() {
    let turns = RuleTurns(Rule.all.enumerated().map { ($0.offset, $0.element) })
    var taken: [Int] = []
    var isFront = true
    while let position = turns.next(from: isFront ? .front : .back) {
      taken.append(position)
      isFront.toggle()
    }
    #expect(taken.sorted() == Array(Rule.all.indices))
    #expect(turns.next(from: .back) == nil)
  }
}
