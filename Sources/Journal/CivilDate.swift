/// A day of the proleptic Gregorian calendar, without time zone: an `Int32` count of days since 1970-01-01.
///
/// The arithmetic is Howard Hinnant's `days_from_civil`; Foundation's formatters cost a thousand times more.
public struct CivilDate: Hashable, Comparable, Sendable {
  /// Days since 1970-01-01.
  public let days: Int32

  public init(days: Int32) {
    self.days = days
  }

  /// Nil if there is no such day; years 1 to 9999.
  public init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= CivilDate.length(ofMonth: month, year: year)
    else { return nil }
    let y = month <= 2 ? year - 1 : year
    let era = y / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    days = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  public var components: (year: Int, month: Int, day: Int) {
    let z = Int(days) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shifted = (5 * dayOfYear + 2) / 153
    let month = shifted + (shifted < 10 ? 3 : -9)
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * shifted + 2) / 5 + 1)
  }

  public var year: Int { components.year }
  public var month: Int { components.month }
  public var day: Int { components.day }

  /// 1 is Monday, 7 is Sunday (ISO 8601).
  public var weekday: Int { (Int(days) + 3) %% 7 + 1 }

  /// The first calendar year of the school year that holds the day: it changes on 1 September; August belongs to
  /// the year that ended.
  public var schoolYear: Int {
    let (year, month, _) = components
    return month >= 9 ? year : year - 1
  }

  /// 1 September of the calendar year.
  public static func firstOfSchoolYear(_ year: Int) -> CivilDate {
    CivilDate(year: year, month: 9, day: 1) ?? CivilDate(days: 0)
  }

  /// The first day of the half-month (1st or 16th) that holds the day.
  public var halfMonthStart: CivilDate {
    let day = day
    return advanced(by: (day >= 16 ? 16 : 1) - day)
  }

  public func advanced(by count: Int) -> CivilDate { CivilDate(days: days + Int32(count)) }

  public static func < (a: CivilDate, b: CivilDate) -> Bool { a.days < b.days }

  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }
}

infix operator %% : MultiplicationPrecedence
/// The remainder that is never negative.
private func %% (a: Int, b: Int) -> Int { (a % b + b) % b }

extension CivilDate: CustomStringConvertible {
  /// ISO 8601: `2026-06-05`.
  public var description: String {
    let (year, month, day) = components
    return padded(year, 4) + "-" + padded(month, 2) + "-" + padded(day, 2)
  }

  /// As Russian documents write it: `05.06.2026`.
  public var russian: String {
    let (year, month, day) = components
    return padded(day, 2) + "." + padded(month, 2) + "." + padded(year, 4)
  }
}

func padded(_ number: Int, _ width: Int) -> String {
  let digits = String(number)
  return String(repeating: "0", count: max(0, width - digits.count)) + digits
}
