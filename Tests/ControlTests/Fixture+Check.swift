import Journal

@testable import Control

/// Tests fill the store in which the rules' examples are judged.
typealias Fixture = ExampleStore

extension Fixture {
  func window(asOf: Int = 30, from: Int = 16, to: Int? = nil) -> CheckWindow {
    CheckWindow(asOf: RuleExample.date(asOf), from: RuleExample.date(from), to: RuleExample.date(to ?? asOf))
  }

  /// [kept, broken, undetermined] of one rule.
  func judge(_ rule: Rule, asOf: Int = 30, from: Int = 16, to: Int? = nil) throws -> [Int] {
    let counts = try outcome(rule, asOf: asOf, from: from, to: to).counts
    return [counts.kept, counts.broken, counts.undetermined]
  }

  func outcome(_ rule: Rule, asOf: Int = 30, from: Int = 16, to: Int? = nil) throws -> RuleOutcome {
    try settle()
    let result = try Control.check(
      store, CheckRequest(window: window(asOf: asOf, from: from, to: to), rules: [rule.id]))
    return result.rules[0]
  }

  func findings(_ rule: Rule, asOf: Int = 30, from: Int = 16) throws -> [Finding] {
    try settle()
    return try Control.check(store, CheckRequest(window: window(asOf: asOf, from: from), rules: [rule.id])).findings
  }
}
