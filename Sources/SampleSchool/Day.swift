/// A civil day as a count of days since 1970-01-01.
///
/// The generator is the oracle of the other modules, so it shares no code with them, the calendar included.
public struct Day: Hashable, Comparable, Sendable {
  public let number: Int

  public init(number: Int) {
    self.number = number
  }

  /// A day that exists; the caller vouches for it.
  public init(_ year: Int, _ month: Int, _ day: Int) {
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    number = era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  public var parts: (year: Int, month: Int, day: Int) {
    let z = number + 719_468
    let era = z / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted < 10 ? shifted + 3 : shifted - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  /// 1 is Monday, 7 is Sunday.
  public var weekday: Int { (number + 3) % 7 + 1 }

  /// The 1st or the 16th of the half-month that holds the day.
  public var halfMonthStart: Day {
    let day = parts.day
    return self + ((day >= 16 ? 16 : 1) - day)
  }

  /// The 15th or the last day of the month.
  public var lastOfHalfMonth: Day {
    let (year, month, day) = parts
    if day < 16 { return Day(year, month, 15) }
    return (month == 12 ? Day(year + 1, 1, 1) : Day(year, month + 1, 1)) + -1
  }

  public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
  public static func + (day: Day, count: Int) -> Day { Day(number: day.number + count) }
  public static func - (a: Day, b: Day) -> Int { a.number - b.number }
}

extension Day: CustomStringConvertible {
  /// `2025-09-01`.
  public var description: String {
    let (year, month, day) = parts
    return "\(year)-\(twoDigits(month))-\(twoDigits(day))"
  }

  /// `01.09.2025`.
  var russian: String {
    let (year, month, day) = parts
    return "\(twoDigits(day)).\(twoDigits(month)).\(year)"
  }
}

func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
