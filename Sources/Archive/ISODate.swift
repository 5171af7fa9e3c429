/// A day as `YYYY-MM-DD`. The archive knows no calendar beyond this: dates come as text and stay text.
struct ISODate {
  let year: Int
  /// As Russian documents write it: `05.06.2026`.
  let russian: String

  /// Nil if the text is not such a day.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.map(\.utf8.count) == [4, 2, 2], parts.allSatisfy({ $0.utf8.allSatisfy { (48...57).contains($0) } }),
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]), year > 0
    else { return nil }
    let leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let lengths = [31, leap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    guard (1...12).contains(month), (1...lengths[month - 1]).contains(day) else { return nil }
    self.year = year
    russian = parts.reversed().joined(separator: ".")
  }

  /// The text as Russian documents write it, or as it is if it is no day.
  static func russian(_ text: String) -> String { ISODate(text)?.russian ?? text }
}
