import CommandLineInterface
import Control

extension Configuration {
  /// `analysis`: what schools count differently (DOMAIN 3.1–3.4).
  static func analysis(_ value: JSON5Value) throws(JSON5Error) -> AnalysisNorms {
    var norms = AnalysisNorms()
    for member in try value.members() {
      switch member.key {
      case "sou":
        let word = try member.value.word("формулы СОУ", among: SOUFormula.allCases.map(\.rawValue))
        if let formula = SOUFormula(rawValue: word) { norms.sou = formula }
      case "notAttestedLowersSuccess": norms.notAttestedLowersSuccess = try member.value.flag()
      case "missedPercent": norms.missedPercent = try member.value.whole(0...100)
      default: throw member.unknown(among: ["sou", "notAttestedLowersSuccess", "missedPercent"])
      }
    }
    return norms
  }

  /// `rating`: what a rule weighs by its severity; at least one must weigh something.
  static func rating(_ value: JSON5Value) throws(JSON5Error) -> RatingWeights {
    var weights = RatingWeights()
    for member in try value.members() {
      switch Severity(rawValue: member.key) {
      case .fault: weights.fault = try member.value.whole(0...100)
      case .risk: weights.risk = try member.value.whole(0...100)
      case .note: weights.note = try member.value.whole(0...100)
      case nil: throw member.unknown(among: Severity.allCases.map(\.rawValue))
      }
    }
    guard weights.fault + weights.risk + weights.note > 0 else {
      throw JSON5Error("все веса — 0, рейтинг было бы не из чего составить", at: value.place)
    }
    return weights
  }
}
