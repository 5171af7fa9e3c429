import CommandLineInterface
import Control
import Journal

/// Days and moments of an example.
extension JSON5Value {
  /// The days that snapshots of an example show (`ExampleStore`).
  private static let days = -365...365

  /// A date near the example's September 2025, as its number.
  func exampleDay() throws -> Int {
    let number = Int(try day().days - RuleExample.date(1).days) + 1
    guard Self.days.contains(number) else {
      let (first, last) = (RuleExample.date(Self.days.lowerBound), RuleExample.date(Self.days.upperBound))
      throw JSON5Error("дни примера — с \(first.russian) по \(last.russian)", at: place)
    }
    return number
  }

  /// A date, or `{ between: […, …] }`, `{ betweenEvenings: […, …] }`, `{ firstSeen: … }`.
  func entry() throws -> ExampleEntry {
    guard case .object = content else { return .on(try exampleDay()) }
    let parts = try JSON5Parts(self, ["between", "betweenEvenings", "firstSeen"])
    if let day = parts.optional("firstSeen") { return .firstSeen(try day.exampleDay()) }
    if let days = parts.optional("betweenEvenings") {
      let (first, last) = try days.twoDays()
      return .betweenEvenings(first, last)
    }
    let (first, last) = try parts.required("between").twoDays()
    return .between(first, last)
  }

  private func twoDays() throws -> (Int, Int) {
    let days = try elements().map { try $0.exampleDay() }
    guard days.count == 2, days[0] < days[1] else { throw wrong("список из двух дат, ранняя раньше поздней") }
    return (days[0], days[1])
  }

  /// A date, `"never"` or `"ofItsFacts"`.
  func lessonEntry() throws -> ExampleLessonEntry {
    switch try string() {
    case "never": .never
    case "ofItsFacts": .ofItsFacts
    default: .on(try exampleDay())
    }
  }

  func attendanceCode() throws -> AttendanceCode {
    try choice("отметки о посещении", AttendanceCode.allCases, \.rawValue)
  }
}
