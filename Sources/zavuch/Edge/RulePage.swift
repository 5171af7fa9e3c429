import Control

/// A rule's card for people.
enum RulePage {
  static func text(_ rule: Rule) -> String {
    var lines = [
      "\(rule.title) (\(rule.id))", "",
      "Основание: \(rule.clause). Важность: \(rule.severity.title). Раздел: \(rule.direction.title).",
      "Считаются: \(rule.units).", "", "Зачем: \(rule.why)", "", "Чего правило не видит: \(rule.blindSpots)", "",
      rule.canBeMended ? "Нарушение можно устранить." : "Нарушение устранить нельзя: оно сообщается один раз.",
    ]
    if !rule.norms.isEmpty {
      lines += ["", "Нормы:"]
      lines += rule.norms.map { "  \($0.russian($0.standard))" }
    }
    if !rule.reasons.isEmpty {
      lines += ["", "Когда данных недостаточно:"]
      lines += rule.reasons.map { "  \($0.text)" }
    }
    if let fallback = rule.fallback?(rule) {
      lines += [
        "",
        "Если выгрузки называют только учётные записи: \(fallback.demand.prefix(1).lowercased())\(fallback.demand.dropFirst()).",
        "Считаются: \(fallback.units). Чего не видно: \(fallback.blindSpots)", "Когда данных недостаточно:",
      ]
      lines += fallback.reasons.map { "  \($0.text)" }
    }
    for example in rule.examples {
      lines += ["", "Пример: \(example.title) — \(verdict(example.outcome))"]
      lines += example.facts.map { "  \($0.russian)" }
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private static func verdict(_ outcome: RuleExample.Outcome) -> String {
    switch outcome {
    case .kept: "соблюдено"
    case .broken: "нарушено"
    case .undetermined: "данных недостаточно"
    case .notJudged: "не проверяется"
    }
  }
}
