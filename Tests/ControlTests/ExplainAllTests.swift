import Journal
import Testing

@testable import Control

@Suite struct ExplainAllTests {
  /// Findings of the window, one of a day before it, and one that the school accepts.
  @Test func opensEveryFindingAsTheCommandOpensOne() throws {
    let fixture = try Fixture()
    try fixture.addLesson(5, entry: .never)
    try fixture.addLesson(16, entry: .never)
    let late = try fixture.addLesson(17, entry: .on(20))
    try fixture.addTopic(late, "Дроби", .on(20))
    try fixture.settle()
    try fixture.addWaiver("lesson-not-entered", finding: "lesson-not-entered:L2", from: 1, until: 40)
    let request = CheckRequest(window: fixture.window(asOf: 30, from: 10))
    let keys = ["lesson-not-entered:L1", "lesson-not-entered:L2", "lesson-entered-late:L3"]
    var opened: [String: FindingExplanation] = [:]
    try Control.explain(fixture.store, all: Set(keys + ["lesson-not-entered:нет", "нет такого"]), request) {
      opened[$0.key] = $0
    }
    #expect(opened.keys.sorted() == keys.sorted())
    for key in keys {
      let one = try Control.explain(fixture.store, key, request)
      let all = try #require(opened[key])
      #expect(all.evidence == one.evidence && !all.evidence.isEmpty)
      #expect(all.missing == one.missing && all.norms == one.norms && all.verdict == one.verdict)
      #expect(all.sentence == one.sentence && all.mendBy == one.mendBy && all.window.asOf == one.window.asOf)
    }
  }
}
