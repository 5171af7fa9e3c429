/// What a grade means on the school's scale (DOMAIN 3.1).
public enum MarkScale: Sendable, Hashable {
  case five
  /// 10, 9 are «5»; 8, 7 are «4»; 6, 5 are «3».
  case ten

  /// By the greatest grade in the journal; nil for a scale whose bands nobody has told.
  init?(greatest: Int) {
    switch greatest {
    case ...5: self = .five
    case ...10: self = .ten
    default: return nil
    }
  }

  func band(_ grade: Int) -> MarkBand {
    switch self {
    case .five: MarkBand(rawValue: grade) ?? .two
    case .ten: grade >= 9 ? .five : grade >= 7 ? .four : grade >= 5 ? .three : .two
    }
  }
}

/// A grade as the five-point scale names it. «1» is unsatisfactory, as «2» is.
public enum MarkBand: Int, Sendable, Hashable, CaseIterable {
  case one = 1
  case two, three, four, five
}
