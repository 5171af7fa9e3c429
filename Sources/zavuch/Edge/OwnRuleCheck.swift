import CommandLineInterface
import Control

/// `zavuch rules --check`: a file's card is whole, and the rule says of its examples what the file says it should.
struct OwnRuleCheck {
  let console: Console

  /// Whether every file is in order; each is told by itself.
  func run(_ files: [String]) throws -> Bool {
    var isInOrder = true
    var rules: [Rule] = []
    for file in files {
      do {
        let rule = try OwnRuleFolder.rule(file)
        rules.append(rule)
        if try !check(rule) { isInOrder = false }
      } catch let error as UsageError {
        console.message(error.russianDescription)
        isInOrder = false
      } catch let error as ControlError {
        console.message(error.russianDescription)
        isInOrder = false
      }
    }
    _ = try RuleBook(own: rules)
    return isInOrder
  }

  private func check(_ rule: Rule) throws -> Bool {
    console.print("\(rule.title) (\(rule.id)), файл \(rule.file ?? "")")
    var differing = 0
    for example in rule.examples {
      let judged = try example.judged(by: rule)
      let expected = RulePage.verdict(example.outcome)
      if judged.outcome == example.outcome {
        console.print("  верно — \(expected): \(example.title)")
      } else {
        differing += 1
        console.print("  НЕВЕРНО — ожидалось «\(expected)», получено «\(told(judged))»: \(example.title)")
      }
      for line in [judged.finding?.sentence, judged.finding?.mend, judged.reason].compactMap({ $0 }) where !line.isEmpty
      {
        console.print("      \(line)")
      }
    }
    let count = rule.examples.count
    console.print(
      differing == 0 ? "Примеров: \(count), все сошлись." : "Не сошлось примеров: \(differing) из \(count).")
    return differing == 0
  }

  private func told(_ judged: JudgedExample) -> String {
    let counts = judged.counts
    return judged.outcome.map(RulePage.verdict)
      ?? "единиц несколько: соблюдено \(counts.kept), нарушено \(counts.broken), данных недостаточно \(counts.undetermined)"
  }
}
