/// A second of the school's local time, without time zone: seconds since 1970-01-01T00:00:00 on the school's clock.
public struct LocalMoment: Hashable, Comparable, Sendable {
  public let seconds: Int64

  public init(seconds: Int64) {
    self.seconds = seconds
  }

  public init(_ date: CivilDate, hour: Int = 0, minute: Int = 0, second: Int = 0) {
    seconds = Int64(date.days) * 86_400 + Int64(hour * 3600 + minute * 60 + second)
  }

  /// The last second of the day: the moment from which a check with this as-of date looks.
  public static func evening(of date: CivilDate) -> LocalMoment {
    LocalMoment(date, hour: 23, minute: 59, second: 59)
  }

  public var date: CivilDate {
    CivilDate(days: Int32((seconds >= 0 ? seconds : seconds - 86_399) / 86_400))
  }

  public var secondOfDay: Int { Int(seconds - Int64(date.days) * 86_400) }

  public static func < (a: LocalMoment, b: LocalMoment) -> Bool { a.seconds < b.seconds }
}

extension LocalMoment: CustomStringConvertible {
  /// ISO 8601 without zone: `2019-01-31T05:35:42`.
  public var description: String { "\(date)T\(clock)" }

  /// `31.01.2019 05:35:42`.
  public var russian: String { "\(date.russian) \(clock)" }

  private var clock: String {
    let second = secondOfDay
    return padded(second / 3600, 2) + ":" + padded(second / 60 % 60, 2) + ":" + padded(second % 60, 2)
  }
}

extension LocalMoment {
  /// Reads `YYYY-MM-DDTHH:MM[:SS[.fff]][Z]`, also with a space for `T`, with a date as `DD.MM.YYYY`, or a bare date
  /// (its first second); nil for anything else. A trailing `Z` is dropped: exports write local time with it.
  public init?(_ text: some StringProtocol) {
    var text = String(text)
    guard let moment = text.withUTF8({ LocalMoment(utf8: $0) }) else { return nil }
    self = moment
  }

  /// The same over UTF-8 bytes.
  public init?(utf8 bytes: UnsafeBufferPointer<UInt8>) {
    var cut = 0
    while cut < bytes.count, bytes[cut] != UInt8(ascii: "T"), bytes[cut] != UInt8(ascii: " ") { cut += 1 }
    guard let date = CivilDate(utf8: UnsafeBufferPointer(rebasing: bytes[0..<cut])) else { return nil }
    if cut == bytes.count {
      self.init(date)
      return
    }
    var clock = bytes[(cut + 1)...]
    if clock.last == UInt8(ascii: "Z") { clock = clock.dropLast() }
    if let dot = clock.firstIndex(of: UInt8(ascii: ".")) {
      guard dot + 1 < clock.endIndex, clock[(dot + 1)...].allSatisfy({ $0 &- 48 < 10 }) else { return nil }
      clock = clock[..<dot]
    }
    guard clock.count == 8 || clock.count == 5 else { return nil }
    var numbers = (0, 0, 0)
    for (offset, byte) in clock.enumerated() {
      if offset % 3 == 2 {
        guard byte == UInt8(ascii: ":") else { return nil }
        continue
      }
      guard byte &- 48 < 10 else { return nil }
      let digit = Int(byte - 48)
      switch offset / 3 {
      case 0: numbers.0 = numbers.0 * 10 + digit
      case 1: numbers.1 = numbers.1 * 10 + digit
      default: numbers.2 = numbers.2 * 10 + digit
      }
    }
    guard numbers.0 < 24, numbers.1 < 60, numbers.2 < 60 else { return nil }
    self.init(date, hour: numbers.0, minute: numbers.1, second: numbers.2)
  }
}
