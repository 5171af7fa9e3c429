import Journal
import Testing

@testable import Control

/// A school's own rule takes part like a built-in one.
@Suite struct OwnRuleTests {
  private func school() throws -> Fixture {
    let fixture = try Fixture()
    let lesson = try fixture.addLesson(20, number: 3, entry: .on(20))
    try fixture.addHomework(lesson, "§ 5", .on(23))
    try fixture.settle()
    return fixture
  }

  private func request(_ rule: OwnRule = .sample, asOf: Int = 30, from: Int = 16) throws -> CheckRequest {
    let window = CheckWindow(asOf: RuleExample.date(asOf), from: RuleExample.date(from), to: RuleExample.date(asOf))
    return CheckRequest(window: window, book: try RuleBook(own: [rule.rule()]))
  }

  @Test func judgesItsExamples() throws {
    let rule = try OwnRule.sample.rule()
    for example in rule.examples {
      #expect(try example.judged(by: rule).outcome == example.outcome, "\(example.title)")
    }
  }

  @Test func runsAfterTheBuiltInRules() throws {
    let fixture = try school()
    let result = try Control.check(fixture.store, request())
    #expect(result.rules.map(\.rule.id) == Rule.all.map(\.id) + ["homework-late"])
    let finding = try #require(result.findings.first { $0.rule == "homework-late" })
    #expect(
      finding.sentence
        == "Домашнее задание к уроку 20.09.2025 (3-й по расписанию) внесено 23.09.2025 — позже чем через 1 день.")
    #expect(finding.key == "homework-late:L1" && finding.mend.isEmpty)
  }

  @Test func isFilteredExplainedAndHasNorms() throws {
    let fixture = try school()
    var request = try request()
    request.rules = ["homework-late"]
    #expect(try Control.check(fixture.store, request).rules.map(\.counts.broken) == [1])
    let explained = try Control.explain(fixture.store, "homework-late:L1", request)
    #expect(explained.verdict == .broken && explained.evidence.contains { $0.value == "§ 5" })
    request.settings.norms = [NormSetting(rule: "homework-late", name: "days", value: 3)]
    let outcome = try #require(try Control.check(fixture.store, request).rules.first)
    #expect(outcome.counts.kept == 1 && outcome.norms == ["домашнее задание — не позже 3 дней после урока"])
  }

  @Test func isRegisteredAndFollowed() throws {
    let fixture = try school()
    let first = try Control.check(fixture.store, request())
    try Control.register(fixture.store, first) { "\($0.count)" }
    let stored = try fixture.store.database.integer(
      "SELECT count(*) FROM check_rule WHERE rule = 'homework-late' AND version = 1 AND broken = 1")
    #expect(stored == 1)
    // It cannot be mended, so it is known afterwards and never repeated.
    let second = try Control.check(fixture.store, request(asOf: 35, from: 31))
    #expect(second.findings.first { $0.rule == "homework-late" }?.state == .known)
  }

  @Test func anotherSelectIsAnotherInput() throws {
    let fixture = try school()
    var digests: [String] = []
    for select in [OwnRule.sample.select, OwnRule.sample.select + "\n"] {
      var rule = OwnRule.sample
      rule.select = select
      try Control.register(fixture.store, Control.check(fixture.store, request(rule))) { bytes in
        digests.append("\(bytes.count)")
        return "\(bytes.count)"
      }
    }
    #expect(Set(digests).count == 2)
  }

  @Test func factsThatDoNotGoTogetherAreTold() throws {
    var rule = OwnRule.sample
    rule.examples[0].facts.append(.topic(7, "Дроби", .on(16)))
    let whole = try rule.rule()
    let error = #expect(throws: ControlError.self) { try whole.examples[0].judged(by: whole) }
    #expect(error?.kind == .ownRule && error?.message.contains("внесено на другой день") == true)
  }

  @Test func findingsOfARuleTakenAwayAreNotSaidToBeGone() throws {
    let fixture = try school()
    try Control.register(fixture.store, Control.check(fixture.store, request())) { "\($0.count)" }
    let window = CheckWindow(asOf: RuleExample.date(35), from: RuleExample.date(31), to: RuleExample.date(35))
    let without = try Control.check(fixture.store, CheckRequest(window: window))
    #expect(!without.findings.contains { $0.rule == "homework-late" })
  }

  @Test func twoOfOneNameAreRefused() throws {
    let rule = try OwnRule.sample.rule()
    #expect(throws: ControlError.self) { try RuleBook(own: [rule, rule]) }
  }

  // MARK: Cards

  struct Spoiled: CustomTestStringConvertible, Sendable {
    var part: String
    var spoil: @Sendable (inout OwnRule) -> Void
    var testDescription: String { part }

    init(_ part: String, _ spoil: @escaping @Sendable (inout OwnRule) -> Void) {
      self.part = part
      self.spoil = spoil
    }
  }

  static let spoiled = [
    Spoiled("id") { $0.id = "Домашка" }, Spoiled("id") { $0.id = "lesson-not-entered" },
    Spoiled("title") { $0.title = " " }, Spoiled("demand") { $0.demand = "" }, Spoiled("clause") { $0.clause = "" },
    Spoiled("direction") { $0.direction = nil }, Spoiled("severity") { $0.severity = nil },
    Spoiled("unit") { $0.unit = nil }, Spoiled("why") { $0.why = "" }, Spoiled("blindSpots") { $0.blindSpots = "" },
    Spoiled("canBeMended") { $0.canBeMended = nil }, Spoiled("mend") { $0.canBeMended = true },
    Spoiled("mend") { $0.mend = "Внесите." }, Spoiled("select") { $0.select = "" },
    Spoiled("select") { $0.select = "SELECT {{exists}}" }, Spoiled("select") { $0.select = "SELECT {{exist m}}" },
    Spoiled("select") { $0.select = "SELECT {{exists m" }, Spoiled("version") { $0.version = 0 },
    Spoiled("norms") { $0.norms[0].standard = 9 }, Spoiled("norms") { $0.norms[0].name = "from" },
    Spoiled("norms") { $0.norms[0].phrase = "без числа" }, Spoiled("norms") { $0.norms += $0.norms },
    Spoiled("reasons") { $0.reasons += [$0.reasons[0]] }, Spoiled("sentence") { $0.sentence = "Без точки" },
    Spoiled("sentence") { $0.sentence = "Кто: {учиник}." }, Spoiled("sentence") { $0.sentence = "Скобка { открыта." },
    Spoiled("examples") { $0.examples.removeAll { $0.outcome == .broken } },
    Spoiled("examples") { $0.examples.removeAll { $0.outcome == .kept } },
    Spoiled("examples") { $0.examples.removeAll { $0.outcome == .undetermined } },
  ]

  @Test(arguments: spoiled) func faultyCardIsRefused(_ it: Spoiled) throws {
    var rule = OwnRule.sample
    it.spoil(&rule)
    let fault = #expect(throws: OwnRuleFault.self) { try rule.rule() }
    #expect(fault?.part == it.part && fault?.problem.isEmpty == false)
  }

  // MARK: SQL

  @Test(arguments: [
    ("DELETE FROM mark", "только чтение"), ("SELECT 1 AS verdict; DELETE FROM mark", "только один запрос"),
    ("PRAGMA user_version", "PRAGMA"), ("ATTACH 'x.db' AS x", "ATTACH"), ("EXPLAIN SELECT 1", "только чтение"),
    ("SELECT load_extension('x') AS verdict", "load_extension"), ("SELECT random() AS verdict", "random"),
    ("SELECT unixepoch() AS verdict", "unixepoch"), ("SELECT name AS verdict FROM sqlite_master", "sqlite_master"),
    ("SELECT 1 AS verdict FROM pragma_table_info('mark')", "pragma_table_info"), ("-- ничего", "пуст"),
    ("SELECT 1 AS verdict FROM control_slot", "reads: [\"pupilDays\"]"),
    ("SELECT 1 AS verdict\nFORM lesson", "Строка 2"),
    ("SELECT 1 AS lesson", "столбца verdict"), ("SELECT 1 AS verdict, 1 AS entered_from", "столбца lesson"),
    ("SELECT 2 AS verdict, 1 AS lesson, 1 AS entered_from, 1 AS entered_by, 1 AS days", "verdict даёт 2"),
    ("SELECT 1 AS verdict, 1 AS lesson, 1.5 AS entered_from, 1 AS entered_by, 1 AS days", "не целое число"),
    (
      "SELECT 1 AS verdict, 1 AS lesson, 99999999 AS day, 1 AS entered_from, 1 AS entered_by, 1 AS days",
      "такого быть не может"
    ),
    ("SELECT 1 AS verdict, NULL AS lesson, 1 AS entered_from, 1 AS entered_by, 1 AS days", "пуст (NULL)"),
    ("SELECT NULL AS verdict, 77 AS reason, 1 AS lesson, 1 AS entered_from, 1 AS entered_by, 1 AS days", "причину 77"),
    ("SELECT 1 AS verdict, 1 AS lesson, 1 AS entered_fro, 1 AS entered_by, 1 AS days", "ближе всего «entered_fro»"),
    ("SELECT :other AS verdict, 1 AS lesson, 1 AS entered_from, 1 AS entered_by, 1 AS days", ":other"),
  ]) func faultySelectIsRefused(_ select: String, _ told: String) throws {
    var rule = OwnRule.sample
    rule.select = select
    let error = #expect(throws: ControlError.self) {
      try Control.check(school().store, request(rule))
    }
    #expect(error?.kind == .ownRule && error?.message.contains(told) == true, "\(error?.message ?? "")")
    #expect(error?.hint.contains("zavuch rules --check Правила/homework-late.json5") == true)
  }

  @Test func requirementMayOnlyReadToo() throws {
    var rule = OwnRule.sample
    rule.requirements = [Requirement(select: "DELETE FROM mark", otherwise: "нет")]
    #expect(throws: ControlError.self) { try Control.check(school().store, request(rule)) }
  }

  @Test func nothingIsWrittenByARefusedSelect() throws {
    let fixture = try school()
    var rule = OwnRule.sample
    rule.select = "SELECT 1 AS verdict; DELETE FROM lesson"
    _ = try? Control.check(fixture.store, request(rule))
    #expect(try fixture.store.database.integer("SELECT count(*) FROM lesson") == 1)
  }

  @Test func extremeEvidenceIsTold() throws {
    var rule = OwnRule.sample
    rule.select = """
      SELECT 1 AS verdict, 1 AS lesson, 9223372036854775807 AS entered_from, 9223372036854775807 AS entered_by,
        -9223372036854775807 - 1 AS days
      """
    let result = try Control.check(school().store, request(rule))
    let sentence = try #require(result.findings.first { $0.rule == "homework-late" }).sentence
    #expect(sentence.contains("внесено — —") && sentence.contains("-9223372036854775808 дней"))
  }
}
