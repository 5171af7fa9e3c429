import Journal
import JournalStore

@testable import Control

/// A rule's example in a store, with the tables that the rule reads, to put other SQL to it.
struct PreparedExample {
  let example: RuleExample
  /// The rule itself, or the one over a coarser source that answers for it here; nil where it is not applicable.
  let rule: Rule?
  let fixture: Fixture
  private let request: CheckRequest
  private var parameters: [String: Int64] = [:]

  /// The rule's examples and the crowds.
  static func all(_ rule: Rule) throws -> [PreparedExample] { try worlds(rule).map { try $0() } }

  /// The same, each to be made when its turn comes.
  static func worlds(_ rule: Rule) -> [() throws -> PreparedExample] {
    rule.examples.map { example in { try PreparedExample(rule, example) } }
      + crowds.map { crowd in { try PreparedExample(rule, crowd.0, crowd: crowd.asOf) } }
  }

  static let papers: [ExampleFact] = [
    .holiday(from: 57, to: 64), .classListVerified(5), .registered(5), .document(recorded: 5, validTo: 28),
  ]

  /// With entry times and without, and after the end of the quarter.
  private static let crowds: [(RuleExample, asOf: Int)] = [
    (RuleExample(title: "Толпа", outcome: .kept, facts: papers), 30),
    (.kept("Толпа без времени внесения", .source(.untimedExample, snapshot: 24)), 30),
    (
      RuleExample(
        title: "Толпа после четверти", outcome: .kept, facts: papers + [.check(asOf: 60, from: 46, to: 60)]), 60
    ),
  ]

  /// `crowd`: the day of `addCrowd`.
  init(_ asked: Rule, _ example: RuleExample, crowd: Int? = nil) throws {
    let fixture = try Fixture(example)
    try fixture.addStrangers()
    if let crowd { try fixture.addCrowd(asOf: crowd) }
    try fixture.settle()
    if crowd != nil { try fixture.leaveOutOfLists() }
    var request = example.request(asked)
    if crowd != nil { request.settings.norms.append(Self.normOfAnother(than: asked)) }
    try self.init(asked, example, in: fixture, request)
  }

  init(_ asked: Rule, in turmoil: Turmoil) throws {
    var request = turmoil.example.request(asked)
    request.settings.norms.append(Self.normOfAnother(than: asked))
    request.settings.regimes += turmoil.regimes
    try self.init(asked, turmoil.example, in: turmoil.fixture, request)
  }

  private init(_ asked: Rule, _ example: RuleExample, in fixture: Fixture, _ request: CheckRequest) throws {
    self.example = example
    self.fixture = fixture
    self.request = request
    parameters = request.window.parameters
    let runner = try RuleRunner(fixture.store.database, window: request.window, settings: request.settings)
    let applicable = try runner.applicable(asked)
    guard applicable.reason == nil else {
      rule = nil
      return
    }
    rule = applicable.rule
    for (name, value) in try runner.norms(of: applicable.rule) { parameters[name] = Int64(value) }
    for units in applicable.rule.reads { try runner.prepare(units) }
  }

  /// Of another rule, after those of this one.
  private static func normOfAnother(than rule: Rule) -> NormSetting {
    let other = rule.id == "written-work-overdue" ? "absence-reason-missing" : "written-work-overdue"
    var norm = NormSetting(rule: other, name: "days", value: 2)
    norm.scope.classes = ["5А"]
    return norm
  }

  /// Every row, a line each, its cells by name.
  func rows(_ select: String) throws -> [String] {
    let statement = try fixture.store.database.prepare(select)
    try statement.bind(parameters)
    var rows: [String] = []
    while try statement.step() {
      rows.append(
        (0..<statement.columnCount).map { "\(statement.columnName($0))=\(statement.optionalText($0) ?? "-")" }
          .joined(separator: " "))
    }
    return rows
  }

  /// The rows of the rule's SELECT over shared tables made by other statements.
  func rows(preparedBy statements: (PreparedUnits) -> [String]) throws -> [String] {
    guard let rule else { return [] }
    let database = fixture.store.database
    _ = try RuleRunner(database, window: request.window, settings: request.settings)
    for units in rule.reads.inOrderOfNeed {
      for sql in statements(units) {
        let statement = try database.prepare(sql)
        try statement.bind(request.window.parameters)
        try statement.run()
      }
      try units.fill(database, request.window)
    }
    return try rows(rule.select)
  }

  /// The SELECT with its parameters written out, for another database.
  func writtenOut(_ select: String) -> String {
    var text = select
    for (name, value) in parameters.sorted(by: { $0.key.count > $1.key.count }) {
      text = text.replacing(":\(name)", with: "\(value)")
    }
    return text
  }
}

extension [PreparedUnits] {
  /// Each after those that it needs, once.
  var inOrderOfNeed: [PreparedUnits] {
    reduce(into: []) { all, units in
      for one in units.needs.inOrderOfNeed + [units] where !all.contains(one) { all.append(one) }
    }
  }
}
