import Testing

@testable import SampleSchool

@Suite struct TruthTests {
  static let halfMonths = [
    (Day(2025, 9, 1), Day(2025, 9, 15)), (Day(2025, 9, 16), Day(2025, 9, 30)), (Day(2025, 10, 1), Day(2025, 10, 15)),
    (Day(2025, 10, 16), Day(2025, 10, 26)),
  ]

  static let year: SchoolPlan = {
    var plan = SchoolPlan(
      seed: 4,
      classes: [
        SchoolPlan.ClassPlan(1, "А"), SchoolPlan.ClassPlan(4, "А"), SchoolPlan.ClassPlan(6, "А", sixDays: true),
        SchoolPlan.ClassPlan(9, "А"), SchoolPlan.ClassPlan(11, "А"),
      ], pupilsPerClass: 9, from: Day(2025, 9, 1), to: Day(2026, 5, 26))
    plan.trimesters = true
    return plan
  }()

  @Test(arguments: [2025, 7, 31] as [UInt64]) func nothingIsBrokenInACleanSchool(seed: UInt64) throws {
    var plan = SchoolPlan.sample
    plan.seed = seed
    let tables = SchoolBuilder.build(plan)
    let broken = try PlainChecker(tables, asOf: plan.to, from: plan.from, to: plan.to).broken()
    #expect(broken.filter { !$0.value.isEmpty }.isEmpty, "\(broken)")
    for (from, to) in Self.halfMonths {
      let export = tables.asOf(Moment(to + 1, 7))
      let broken = try PlainChecker(export, asOf: to, from: from, to: to).broken()
        .filter { !$0.value.isEmpty && (to == plan.to || !$0.key.hasSuffix("marks") && !$0.key.hasSuffix("one-mark")) }
      #expect(broken.isEmpty, "\(from): \(broken)")
    }
  }

  @Test func nothingIsBrokenInAnyHalfMonthOfACleanYear() throws {
    let plan = Self.year
    let tables = try PlainChecker.read(SchoolBuilder.build(plan))
    var from = plan.from
    while from <= plan.to {
      let to = min(from.lastOfHalfMonth, plan.to)
      let broken = PlainChecker(tables, asOf: to, from: from, to: to).broken()
        .filter { !$0.value.isEmpty && $0.key != "pupil-without-marks" && $0.key != "pupil-with-one-mark" }
      #expect(broken.isEmpty, "\(from): \(broken)")
      from = to + 1
    }
  }

  @Test(arguments: [2025, 3, 8, 77, 123] as [UInt64]) func theTruthIsWhatAPlainCheckFinds(seed: UInt64) throws {
    var plan = SchoolPlan.sample
    plan.seed = seed
    let (tables, ledger) = SampleSchool.make(plan, faults: .seeded(seed, for: plan))
    let found = try PlainChecker(tables, asOf: plan.to, from: plan.from, to: plan.to).broken()
      .filter { !$0.value.isEmpty }
    #expect(found == ledger.keys(asOf: plan.to, from: plan.from, to: plan.to))
    for rule in ledger.rules { #expect(ledger.count(rule) > 0, "\(rule.rawValue)") }
    for (from, to) in Self.halfMonths.dropLast() {
      let found = try PlainChecker(tables.asOf(Moment(to + 1, 7)), asOf: to, from: from, to: to).broken()
        .filter { !$0.value.isEmpty && $0.key != "pupil-without-marks" && $0.key != "pupil-with-one-mark" }
      let truth = ledger.keys(asOf: to, from: from, to: to)
      #expect(Set(found.keys) == Set(truth.keys), "\(from)")
      for (rule, units) in truth { #expect(found[rule] == units, "\(from) \(rule)") }
    }
  }

  @Test func theTruthHoldsOverAWholeYearInTrimesters() throws {
    let plan = Self.year
    let (tables, ledger) = SampleSchool.make(plan, faults: .seeded(9, for: plan))
    let found = try PlainChecker(tables, asOf: plan.to, from: plan.from, to: plan.to).broken()
      .filter { !$0.value.isEmpty }
    let truth = ledger.keys(asOf: plan.to, from: plan.from, to: plan.to)
    #expect(Set(found.keys) == Set(truth.keys))
    for (rule, units) in truth { #expect(found[rule] == units, "\(rule)") }
  }

  @Test func noUnitIsWrittenDownTwice() {
    let (_, ledger) = SampleSchool.make(.sample, faults: .seeded(5, for: .sample))
    let plan = SchoolPlan.sample
    for (rule, units) in ledger.truth(asOf: plan.to, window: plan.from...plan.to) {
      #expect(Set(units).count == units.count, "\(rule.rawValue)")
    }
  }
}
