/// A second of the school's local time, counted from 1970-01-01T00:00:00.
public struct Moment: Hashable, Comparable, Sendable {
  public let seconds: Int

  public init(_ day: Day, _ hour: Int = 0, _ minute: Int = 0, _ second: Int = 0) {
    seconds = day.number * 86_400 + hour * 3600 + minute * 60 + second
  }

  public init(seconds: Int) {
    self.seconds = seconds
  }

  public var day: Day { Day(number: seconds / 86_400) }
  var hour: Int { seconds / 3600 % 24 }
  var minute: Int { seconds / 60 % 60 }
  var second: Int { seconds % 60 }

  public static func < (a: Moment, b: Moment) -> Bool { a.seconds < b.seconds }
  static func + (moment: Moment, seconds: Int) -> Moment { Moment(seconds: moment.seconds + seconds) }
}

extension Moment: CustomStringConvertible {
  /// `2025-09-01T14:35:10`.
  public var description: String { "\(day)T\(twoDigits(hour)):\(twoDigits(minute)):\(twoDigits(second))" }
}
