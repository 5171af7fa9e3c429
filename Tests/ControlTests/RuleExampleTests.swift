import Journal
import Testing

@testable import Control

@Suite struct RuleExampleTests {
  static let examples = Rule.all.flatMap { rule in rule.examples.map { Case(rule: rule, example: $0) } }

  struct Case: CustomTestStringConvertible {
    var rule: Rule
    var example: RuleExample
    var testDescription: String { "\(rule.id): \(example.title)" }
  }

  @Test(arguments: examples) func judgesItsExample(_ it: Case) throws {
    let judged = try it.example.judged(by: it.rule)
    #expect(judged.outcome == it.example.outcome, "\(judged)")
    if it.example.outcome == .broken {
      let sentence = try #require(judged.finding).sentence
      #expect(sentence.hasSuffix(".") && !sentence.contains("  "))
    }
  }
}

@Suite struct RegistryTests {
  @Test func idsAreUnique() {
    #expect(Set(Rule.all.map(\.id)).count == Rule.all.count)
  }

  @Test(arguments: Rule.all.map(\.id)) func cardIsWhole(_ id: String) throws {
    let rule = try #require(RuleBook.builtIn.named(id))
    #expect(rule.clause.hasPrefix("П ") || rule.clause.hasPrefix("Р "))
    #expect(!rule.title.isEmpty && !rule.units.isEmpty && !rule.why.isEmpty && !rule.blindSpots.isEmpty)
    #expect(Set(rule.reasons.map(\.code)).count == rule.reasons.count)
    let outcomes = Set(rule.examples.map(\.outcome))
    // Where every unit is a fault, the other side is what is no unit.
    #expect(!outcomes.isDisjoint(with: [.kept, .notJudged]) && outcomes.contains(.broken))
    #expect(rule.reasons.isEmpty || outcomes.contains(.undetermined))
    #expect(rule.norms.allSatisfy { $0.bounds.contains($0.standard) && $0.phrase.contains("%") })
    // What the school lays down stands in `control_exemption` and `control_period_days` beside what the exports say.
    let sql = rule.select + rule.reads.flatMap { $0.statements(isNarrowed: false) }.joined()
    #expect(!sql.contains("FROM exemption") && !sql.contains("JOIN exemption"), "read control_exemption instead")
    #expect(rule.examples.allSatisfy { example in example.facts.allSatisfy { !$0.russian.isEmpty } })
  }
}
