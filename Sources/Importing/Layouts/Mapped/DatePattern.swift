import Journal

/// How a table writes its dates: `ДД.ММ.ГГГГ`, `ДД.ММ.ГГ`, `ГГГГ-ММ-ДД`, `ММ/ДД/ГГГГ`, `Д месяц ГГГГ`; without a year, `ДД.ММ`,
/// where the school year is known. One or two digits stand for a day or a month, and a year of two digits is of this
/// century.
public struct DatePattern: Hashable, Sendable {
  fileprivate enum Part: Hashable {
    case day, month, monthName, year
    case mark(Character)
  }

  private let parts: [Part]
  /// As it is written.
  public let text: String

  /// Nil for a text that does not name a day and a month once each, and a year once at most.
  public init?(_ text: some StringProtocol) {
    var parts: [Part] = []
    var rest = Substring(CodeFolding.collapse(text))
    while let first = rest.first {
      if rest.lowercased().hasPrefix("месяц") {
        parts.append(.monthName)
        rest = rest.dropFirst(5)
        continue
      }
      let run = rest.prefix { $0 == first }
      switch first.uppercased() {
      case "Д": parts.append(.day)
      case "М": parts.append(.month)
      case "Г": parts.append(.year)
      default:
        guard !first.isLetter, !first.isNumber else { return nil }
        parts += run.map { Part.mark($0) }
      }
      rest = rest.dropFirst(run.count)
    }
    let months = parts.count { $0 == .month || $0 == .monthName }
    guard parts.count(where: { $0 == .day }) == 1, months == 1, parts.count(where: { $0 == .year }) <= 1,
      !zip(parts, parts.dropFirst()).contains(where: { $0.isNumber && $1.isNumber })
    else { return nil }
    self.parts = parts
    self.text = String(text)
  }

  public var hasYear: Bool { parts.contains(.year) }

  /// Nil for a text that is no date of the pattern, and where the pattern has no year and none is given. A time after the
  /// date and «г.» are left.
  public func date(_ text: String, schoolYear: Int? = nil) -> CivilDate? {
    var rest = Substring(CodeFolding.collapse(text))
    var (day, month) = (0, 0)
    var year: Int?
    for part in parts {
      switch part {
      case .mark(let mark):
        guard rest.first == mark else { return nil }
        rest = rest.dropFirst()
      case .monthName:
        let name = rest.prefix { $0.isLetter }
        guard let number = MonthName.number(String(name)) else { return nil }
        month = number
        rest = rest.dropFirst(name.count)
        if rest.first == "." { rest = rest.dropFirst() }
      case .day, .month, .year:
        let digits = rest.prefix { $0.isASCII && $0.isNumber }
        guard let number = Int(digits), part == .year ? [2, 4].contains(digits.count) : digits.count <= 2 else {
          return nil
        }
        switch part {
        case .day: day = number
        case .month: month = number
        default: year = digits.count == 2 ? 2000 + number : number
        }
        rest = rest.dropFirst(digits.count)
      }
    }
    guard DatePattern.isTail(rest), let year = year ?? schoolYear.map({ month >= 9 ? $0 : $0 + 1 }) else { return nil }
    return CivilDate(year: year, month: month, day: day)
  }

  /// `г.`, or a time.
  private static func isTail(_ text: Substring) -> Bool {
    let words = text.split(separator: " ").filter { $0 != "г." && $0 != "г" }
    guard let time = words.first else { return true }
    return text.first == " " && words.count == 1 && time.first?.isNumber == true
      && time.allSatisfy { $0.isNumber || $0 == ":" } && time.contains(":")
  }
}

extension DatePattern.Part {
  fileprivate var isNumber: Bool { self == .day || self == .month || self == .year }
}
