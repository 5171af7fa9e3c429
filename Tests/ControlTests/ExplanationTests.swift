import Journal
import Testing

@testable import Control

@Suite struct ExplanationTests {
  private func explain(_ fixture: Fixture, _ key: String, asOf: Int = 30, from: Int = 16) throws -> FindingExplanation {
    try fixture.settle()
    return try Control.explain(fixture.store, key, CheckRequest(window: fixture.window(asOf: asOf, from: from)))
  }

  @Test func lateLessonOpensToItsCells() throws {
    let fixture = try Fixture(says: .untimedExample)
    let lesson = try fixture.addLesson(16)
    try fixture.addTopic(lesson, "Дроби", .between(18, 25))
    try fixture.addMark(lesson, "5", .between(25, 28))
    let told = try explain(fixture, "lesson-entered-late:L1")
    #expect(told.verdict == .broken && told.rule.clause == "Р 2" && told.sentence.contains("на 2 дня"))
    let topic = try #require(told.evidence.first { $0.kind == .topic })
    #expect(
      topic.place == EvidencePlace(path: "school/journal.xlsx", sheet: "Журнал", row: 2, column: "E"))
    #expect(
      topic.entered == "между 18.09.2025 12:00:00 и 25.09.2025 12:00:00 (установлено по двум выгрузкам)")
    let mark = try #require(told.evidence.first { $0.kind == .mark })
    #expect(mark.value == "5" && mark.place.column == "K" && mark.title == "Отметка — Иванов Пётр, 16.09.2025")
    #expect(told.missing.isEmpty)
  }

  @Test func missingThingSaysWhereItWasLookedFor() throws {
    let fixture = try Fixture(says: .untimedExample, snapshot: 30)
    try fixture.addMark(try fixture.addLesson(5), "н/а", .between(5, 10))
    let told = try explain(fixture, "pupil-without-marks:P1/SU1/Q1")
    #expect(told.evidence.map(\.kind) == [.pupil, .lesson, .otherCode])
    #expect(
      told.missing == [
        MissingFact(
          what: "Отметка",
          searched: ["журнал «interchange/2025»: выгрузка «school/journal.xlsx», состояние на 30.09.2025 23:59:59"])
      ])
  }

  @Test func entryAfterAsOfIsShownAndNotThere() throws {
    let fixture = try Fixture()
    let lesson = try fixture.addLesson(16, entry: .on(16))
    try fixture.addTopic(lesson, "Дроби", .on(31))
    let told = try explain(fixture, "lesson-without-topic:L1")
    #expect(told.evidence.first { $0.kind == .topic }?.isThere == false)
    #expect(told.missing.map(\.what) == ["Тема урока"])
    #expect(told.missing[0].searched[0].hasSuffix("источник хранит время внесения"))
  }

  @Test func everyRulesFindingCanBeOpened() throws {
    for rule in Rule.all {
      for example in rule.examples where example.outcome == .broken {
        let fixture = try Fixture(example)
        let request = example.request(rule)
        let finding = try #require(try Control.check(fixture.store, request).findings.first)
        let told = try Control.explain(fixture.store, finding.key, request)
        #expect(told.verdict == .broken && told.sentence == finding.sentence, "\(rule.id)")
        #expect(!told.evidence.isEmpty, "\(rule.id): \(example.title)")
        // Of these the school itself tells, and no export.
        guard rule.unit != .document && rule.unit != .month else { continue }
        #expect(told.evidence.allSatisfy { $0.place.path == "school/journal.xlsx" && $0.place.row > 0 })
      }
    }
  }

  @Test func unitOutsideTheWindowIsFound() throws {
    let fixture = try Fixture()
    try fixture.addLesson(5, entry: .never)
    try fixture.addLesson(16, entry: .on(16))
    #expect(try explain(fixture, "lesson-not-entered:L1").verdict == .broken)
    #expect(try explain(fixture, "lesson-not-entered:L2").verdict == .kept)
  }

  @Test func unknownKeyNamesTheNearest() throws {
    let fixture = try Fixture()
    for _ in 1...5 { try fixture.addLesson(16, entry: .never) }
    for (key, hint) in [
      ("lesson-not-entered:L9", "lesson-not-entered:L1, lesson-not-entered:L2, lesson-not-entered:L3"),
      ("lesson-not-enterd:L1", "lesson-not-entered:"),
    ] {
      let error = #expect(throws: ControlError.self) { try explain(fixture, key) }
      #expect(error?.kind == .usage && error?.hint.contains(hint) == true)
    }
  }
}
