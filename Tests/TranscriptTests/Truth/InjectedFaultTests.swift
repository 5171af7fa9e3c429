import SampleSchool
import Testing

/// Schools with injected faults, of any size and seed: the program counts what was injected, and in every class, subject
/// and reporting period what a plain reading of the same tables counts.
@Suite(.enabled(if: PlainCheck.isPossible, "python3 is not installed")) struct InjectedFaultTests {
  struct Case: CustomTestStringConvertible {
    var name: String
    var plan: SchoolPlan
    var seed: UInt64
    /// The first is that of the injected truth.
    var windows: [CheckDays]
    /// Early in a period a clean school, too, has pupils without marks.
    var endsEarly = false

    var testDescription: String { "\(name), \(seed)" }
  }

  static let quarter: [CheckDays] = [
    CheckDays("2025-09-01", "2025-10-26"),
    CheckDays("2025-09-16", "2025-09-30"),
    CheckDays("2025-10-16", "2025-10-26"),
    CheckDays("2025-09-10", "2025-10-03", asOf: "2025-10-14"),
  ]

  static let year: [CheckDays] = [
    CheckDays("2025-09-01", "2026-05-26"),
    CheckDays("2025-12-16", "2025-12-30"),
    CheckDays("2025-09-01", "2025-12-30"),
    CheckDays("2026-01-12", "2026-01-15", asOf: "2026-02-02"),
  ]

  /// Plain JSON, for Python too.
  private static let settings = """
    {
      "subjects": [
        {"subjects": ["Музыка", "География", "Основы безопасности и защиты Родины"], "weeklyHours": 1},
        {"subjects": ["Английский язык", "Физика", "История", "Физическая культура"], "weeklyHours": 2},
        {"subjects": ["Математика", "Алгебра", "Русский язык"], "weeklyHours": 5},
        {"grades": [9, 10, 11], "subjects": ["Русский язык"], "weeklyHours": 2.5},
        {"classes": ["6А", "7Б"], "subjects": ["Музыка"], "weeklyHours": 0.5}
      ]
    }
    """

  static let cases: [Case] = [
    Case(name: "одна четверть", plan: .sample, seed: 1, windows: quarter),
    Case(name: "одна четверть", plan: seeded(.sample, 11), seed: 12, windows: quarter),
    Case(
      name: "два маленьких класса, две недели", plan: smallest, seed: 5,
      windows: [
        CheckDays("2025-09-01", "2025-09-12"), CheckDays("2025-09-08", "2025-09-10"),
      ], endsEarly: true),
    Case(name: "год по триместрам", plan: trimesters, seed: 4, windows: year),
    Case(name: "год по четвертям", plan: quarters, seed: 21, windows: year),
  ]

  private static func seeded(_ plan: SchoolPlan, _ seed: UInt64) -> SchoolPlan {
    var plan = plan
    plan.seed = seed
    return plan
  }

  private static var smallest: SchoolPlan {
    SchoolPlan(
      seed: 3, classes: [.init(1, "А"), .init(6, "Б")], pupilsPerClass: 4, from: Day(2025, 9, 1), to: Day(2025, 9, 12))
  }

  private static var trimesters: SchoolPlan {
    var plan = SchoolPlan(
      seed: 8, classes: [.init(1, "А"), .init(4, "А"), .init(6, "А", sixDays: true), .init(9, "А"), .init(11, "А")],
      pupilsPerClass: 9, from: Day(2025, 9, 1), to: Day(2026, 5, 26))
    plan.trimesters = true
    return plan
  }

  private static var quarters: SchoolPlan {
    SchoolPlan(
      seed: 6, classes: [.init(2, "А"), .init(5, "А"), .init(7, "Б", sixDays: true), .init(8, "А"), .init(10, "А")],
      pupilsPerClass: 14, from: Day(2025, 9, 1), to: Day(2026, 5, 26))
  }

  @Test(arguments: cases) func everyRuleCountsWhatIsThere(_ school: Case) throws {
    let scratch = try Scratch()
    let ledger = try SampleSchool.write(
      school.plan, faults: .everyKind(school.seed, for: school.plan), format: .tables(TableStyle()),
      to: scratch.path("Школа"))
    try scratch.write(Self.settings, to: "zavuch.json5")
    try #require(try scratch.zavuch("import", "Школа").status == 0)
    for (position, days) in school.windows.enumerated() {
      let found = try counts(scratch, days)
      let plain = try PlainCheck.counts(scratch.path("Школа"), days, config: scratch.path("zavuch.json5"))
      #expect(found.rules.filter { !plain.rules.contains($0) && !PlainCheck.rulesWithoutTables.contains($0) } == [])
      let differences = found.differences(from: plain)
      #expect(differences.isEmpty, "\(days): \(differences.count)\n\(differences.prefix(20).joined(separator: "\n"))")
      guard position == 0 else { continue }
      for rule in FaultLedger.Rule.allCases where !(school.endsEarly && rule.isKnownAtTheEndOnly) {
        guard let units = found.units[rule.rawValue] else { continue }
        #expect(units.broken == ledger.count(rule), "\(rule.rawValue)")
      }
    }
  }

  private func counts(_ scratch: Scratch, _ days: CheckDays) throws -> CheckCounts {
    let outcome = try scratch.zavuch(
      "check", "--as-of", days.asOf, "--from", days.from, "--to", days.to, "--by", "class,subject,period", "--json")
    try #require(outcome.status == 0, "\(outcome.messages)")
    return try CheckCounts(json: outcome.output)
  }
}
