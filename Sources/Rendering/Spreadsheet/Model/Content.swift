import Reporting

/// What a cell holds: text, or a value that spreadsheets count with.
enum Content: Hashable, Sendable {
  case empty
  case text(String)
  /// A text of more than one weight.
  case runs([Run])
  /// An integer, a decimal, a share of something, a date or a moment within the programs' limits.
  case value(Value)
}

extension Content {
  /// A share of nothing, a day that spreadsheets cannot count (before 1 March 1900, after 9999) and an integer that a
  /// double cannot hold are texts.
  init(_ value: Value) {
    switch value {
    case .empty, .text(""): self = .empty
    case .text(let text): self = .text(text)
    default: self = Content.counts(value) ? .value(value) : .text(value.plainText)
    }
  }

  static func counts(_ value: Value) -> Bool {
    switch value {
    case .empty, .text: false
    case .integer(let number), .decimal(let number), .points(let number): number.magnitude < 1 << 53
    case .share(_, let whole): whole != 0
    case .date(let date): Content.countableDays.contains(date.days)
    case .moment(let moment): Content.countableDays.contains(moment.date.days)
    }
  }

  /// 1900-03-01…9999-12-31 in days since 1970: before it Excel counts a 29 February 1900 that never was.
  private static let countableDays: ClosedRange<Int32> = -25_508...2_932_896
}

extension Value {
  /// The number that stands for the value in a spreadsheet: a day is counted from 1899-12-30.
  var number: Double? {
    switch self {
    case .empty, .text: nil
    case .integer(let number): Double(number)
    case .share(let part, let whole): Double(part) / Double(whole)
    case .decimal(let hundredths): Double(hundredths) / 100
    case .points(let tenths): Double(tenths) / 10
    case .date(let date): Double(date.days) + 25_569
    case .moment(let moment): Double(moment.seconds) / 86_400 + 25_569
    }
  }
}
