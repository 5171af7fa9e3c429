import Control

/// A rule's card for people.
enum RulePage {
  /// With what the school has set of it.
  static func text(_ rule: Rule, _ settings: ControlSettings) -> String {
    var lines = [
      "\(rule.title) (\(rule.id))", "",
      "Основание: \(rule.clause). Важность: \(settings.severity(of: rule).title). Раздел: \(rule.direction.title).",
      "Считаются: \(rule.units).", "", "Зачем: \(rule.why)", "", "Чего правило не видит: \(rule.blindSpots)", "",
      rule.canBeMended ? "Нарушение можно устранить." : "Нарушение устранить нельзя: оно сообщается один раз.",
    ]
    if !settings.isOn(rule) { lines += ["", "В настройках школы правило выключено."] }
    lines += norms(rule, settings)
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

  private static func norms(_ rule: Rule, _ settings: ControlSettings) -> [String] {
    guard !rule.norms.isEmpty else { return [] }
    var lines = ["", "Нормы:"]
    for norm in rule.norms {
      lines.append("  \(norm.russian(norm.standard))")
      lines.append("    \(norm.name): \(NormText.bounds(norm, of: rule))")
      let own = settings.norms.filter { $0.rule == rule.id && $0.name == norm.name }
      lines += own.map { "    в настройках школы: \($0.russian(norm, isDated: true))" }
    }
    lines.append("Свою норму задают в zavuch.json5 (его создаёт zavuch init), например:")
    lines += rule.norms.map { "  norms: [\(NormText.setting($0, of: rule))]" }
    return lines
  }

  static func verdict(_ outcome: RuleExample.Outcome) -> String {
    switch outcome {
    case .kept: "соблюдено"
    case .broken: "нарушено"
    case .undetermined: "данных недостаточно"
    case .notJudged: "не проверяется"
    }
  }
}
