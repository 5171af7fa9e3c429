import FoundationEssentials
import Importing
import Journal
import JournalStore
import Testing

@testable import Control
@testable import SampleSchool

/// Exports of every evening, without entry times, know of each lesson what the source's own times say: entered on its day
/// or later, or not at all.
@Suite struct DailySnapshotTests {
  private static let first = Day(2025, 9, 1)
  private static let last = Day(2025, 9, 26)

  private static func plan(timesKnown: Bool) -> SchoolPlan {
    var plan = SchoolPlan(
      seed: 7, classes: [.init(5, "А"), .init(8, "Б", sixDays: true)], pupilsPerClass: 5, from: first, to: last)
    plan.coreSubjectsOnly = true
    plan.timesKnown = timesKnown
    // What is written down for one evening only slows the others.
    plan.tables.subtract([.logins, .consents, .plan, .classHours, .classLists, .paperTally, .finalMarks])
    return plan
  }

  private let tables: SchoolTables

  init() {
    let plan = Self.plan(timesKnown: true)
    var faults = FaultPlan.seeded(plan.seed, for: plan)
    (faults.lessonsEnteredLate, faults.lessonsNotEntered) = (12, 8)
    tables = SampleSchool.make(plan, faults: faults).0
  }

  private func store(_ evenings: [Day], timesKnown: Bool, hour: Int? = nil) throws -> JournalStore {
    let folder = FileManager.default.temporaryDirectory.path + "/zavuch-daily-\(UUID().uuidString)"
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let store = try JournalStore(path: ":memory:")
    for day in evenings {
      let moment = hour.map { Moment(day, $0) } ?? Moment(day, 23, 59, 59)
      try? FileManager.default.removeItem(atPath: folder)
      try SampleSchool.write(
        tables, plan: Self.plan(timesKnown: timesKnown), format: .tables(TableStyle()), to: folder, at: moment)
      try Importer(ImportOptions(takenAt: LocalMoment(seconds: Int64(moment.seconds)))) { batch in
        #expect(batch.files.allSatisfy { $0.layout != nil && $0.rejected.isEmpty })
        _ = try store.apply(batch)
      }.read([folder])
    }
    return store
  }

  /// `L12 1`: every lesson that the rule judges, with its verdict.
  private func verdicts(_ rule: Rule, _ store: JournalStore) throws -> Set<String> {
    let last = CivilDate(days: Int32(Self.last.number))
    let window = CheckWindow(asOf: last, from: CivilDate(days: Int32(Self.first.number)), to: last)
    let runner = try RuleRunner(store.database, window: window, settings: ControlSettings())
    let names = NameBook(store.database)
    var told: Set<String> = []
    #expect(try runner.reasonNotToRun(rule) == nil)
    try runner.run(rule) { unit in told.insert("\(try names.lessonKey(unit.lesson ?? 0)) \(unit.verdict)") }
    return told
  }

  private static var schoolDays: [Day] {
    (first.number...last.number).map(Day.init(number:)).filter { $0.weekday < 7 }
  }

  @Test(arguments: [false, true]) func everyLessonIsJudgedAsItsTimesJudgeIt(isShuffled: Bool) throws {
    var evenings = Self.schoolDays
    var random = SplitMix64(seed: 3)
    if isShuffled { random.shuffle(&evenings) }
    let (daily, timed) = (try store(evenings, timesKnown: false), try store([Self.last], timesKnown: true))
    for rule in [Rule.lessonEnteredLate, .lessonNotEntered] {
      let (told, expected) = (try verdicts(rule, daily), try verdicts(rule, timed))
      #expect(expected.count > 150)
      #expect(expected.count { $0.hasSuffix("broken") } > 3)
      #expect(!expected.contains { $0.hasSuffix("undetermined") })
      #expect(told.subtracting(expected).sorted() == [])
      #expect(expected.subtracting(told).sorted() == [])
    }
  }

  /// An export before the day's end cannot tell the night from the next morning: a lesson that it does not have and the
  /// next one has may still have been entered on its day; and one that the last export does not have, by the check's
  /// evening. No other lesson is left undetermined, and none is misjudged.
  @Test func anExportBeforeTheDaysEndLeavesItsNightOpen() throws {
    let (daily, timed) = (
      try store(Self.schoolDays, timesKnown: false, hour: 20), try store([Self.last], timesKnown: true)
    )
    let (told, expected) = (try verdicts(.lessonEnteredLate, daily), try verdicts(.lessonEnteredLate, timed))
    let open = tables.lessons.filter { lesson in
      guard let entered = lesson.enteredAt, !(Moment(Self.last, 20) < entered) else { return true }
      let next = Self.schoolDays.first { lesson.date < $0 } ?? Self.last
      return Moment(lesson.date, 20) < entered && !(Moment(next, 20) < entered)
    }
    #expect(open.contains { $0.enteredAt == nil } && open.contains { $0.enteredAt != nil })
    #expect(told.subtracting(expected) == Set(open.map { "l\($0.id) undetermined" }))
  }
}
