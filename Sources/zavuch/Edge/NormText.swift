import Control

/// A norm for people who may set it.
enum NormText {
  static func dimensions(_ dimensions: [NormDimension]) -> String {
    let told = dimensions.map { dimension in
      switch dimension {
      case .studyClass: "по классам (classes, grades)"
      case .subject: "по предметам (subjects)"
      case .workKind: "по видам работ (kinds)"
      }
    }
    return told.joined(separator: ", ")
  }

  /// «от 1 до 30, обычно 7; можно задать по классам (classes, grades)».
  static func bounds(_ norm: Norm, of rule: Rule) -> String {
    let dimensions = rule.dimensions(of: norm)
    return "от \(norm.bounds.lowerBound) до \(norm.bounds.upperBound), обычно \(norm.standard); "
      + (dimensions.isEmpty ? "одна на всю школу" : "можно задать и \(NormText.dimensions(dimensions))")
  }

  /// The line of the settings that sets it.
  static func setting(_ norm: Norm, of rule: Rule) -> String {
    "{ rule: \"\(rule.id)\", norm: \"\(norm.name)\", value: \(norm.standard) }"
  }
}
