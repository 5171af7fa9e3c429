/// The letter that starts the ids of a table.
enum TableID {
  static let school = UInt8(ascii: "s")
  static let teacher = UInt8(ascii: "t")
  static let schoolClass = UInt8(ascii: "c")
  static let group = UInt8(ascii: "g")
  static let pupil = UInt8(ascii: "p")
  static let subject = UInt8(ascii: "d")
  static let period = UInt8(ascii: "q")
  static let lesson = UInt8(ascii: "l")
  static let work = UInt8(ascii: "w")
  static let mark = UInt8(ascii: "m")
  static let classHour = UInt8(ascii: "h")

  static func text(_ prefix: UInt8, _ number: Int) -> String {
    "\(Character(UnicodeScalar(prefix)))\(number)"
  }
}
