/// Степень обученности учащихся: schools count it in several ways (DOMAIN 3.1), so the formula is named wherever the
/// figure is printed.
public enum SOUFormula: String, Sendable, Hashable, CaseIterable {
  /// Of all who are counted; «н/а» weighs 7, and so does «1».
  case withNotAttested = "with-not-attested"
  /// Of grades only.
  case gradesOnly = "grades-only"

  public var russian: String {
    switch self {
    case .withNotAttested: "СОУ = (n5·100 + n4·64 + n3·36 + n2·16 + (n1 + nн/а)·7) / N, в процентах"
    case .gradesOnly: "СОУ = (n5·100 + n4·64 + n3·36 + n2·16 + n1·7) / n, в процентах; н/а не учитываются"
    }
  }

  /// In per cent.
  func value(_ marks: MarkStatistics) -> Ratio {
    let weights =
      marks[.five] * 100 + marks[.four] * 64 + marks[.three] * 36 + marks[.two] * 16 + marks[.one] * 7
    return switch self {
    case .withNotAttested: Ratio(weights + marks.notAttested * 7, of: marks.counted)
    case .gradesOnly: Ratio(weights, of: marks.grades)
    }
  }
}
