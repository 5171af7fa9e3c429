import CommandLineInterface
import Control
import Journal

extension JSON5Value {
  func flag() throws(JSON5Error) -> Bool {
    guard case .bool(let flag) = content else { throw wrong("true или false") }
    return flag
  }

  func whole(_ bounds: ClosedRange<Int>) throws(JSON5Error) -> Int {
    guard case .number(let number) = content, let whole = Int(exactly: number), bounds.contains(whole) else {
      throw wrong("целое число от \(bounds.lowerBound) до \(bounds.upperBound)")
    }
    return whole
  }

  func day() throws(JSON5Error) -> CivilDate {
    let text = try string()
    guard let day = CivilDate(text) else {
      throw JSON5Error("нет такой даты: «\(text)»; нужна дата вида \"2025-09-01\" или \"01.09.2025\"", at: place)
    }
    return day
  }

  func name() throws(JSON5Error) -> String {
    let text = CodeFolding.collapse(try string())
    guard !text.isEmpty else { throw JSON5Error("название пусто", at: place) }
    return text
  }

  /// One name, or a list of them.
  func names() throws(JSON5Error) -> [String] {
    guard case .array(let elements) = content else { return [try name()] }
    var names: [String] = []
    for element in elements { names.append(try element.name()) }
    guard !names.isEmpty else { throw JSON5Error("список пуст", at: place) }
    return names
  }

  /// A known word, with the nearest one named where it is not.
  func word(_ what: String, among words: [String]) throws(JSON5Error) -> String {
    let text = try string()
    guard words.contains(text) else {
      throw JSON5Error(
        "\(what) «\(text)» не бывает\(JSON5Value.near(text, words)); допустимы: \(words.joined(separator: ", "))",
        at: place)
    }
    return text
  }
}

extension SettingScope {
  static let keys = ["classes", "grades", "subjects", "kinds"]

  /// Takes a member that says for whom a setting is; false for any other.
  mutating func take(_ member: JSON5Value.Member) throws(JSON5Error) -> Bool {
    switch member.key {
    case "classes": classes = try member.value.names()
    case "subjects": subjects = try member.value.names()
    case "kinds": workKinds = try member.value.names()
    case "grades":
      grades = []
      for element in try member.value.elements() { grades.append(try element.whole(1...12)) }
      guard !grades.isEmpty else { throw JSON5Error("список пуст", at: member.value.place) }
    default: return false
    }
    return true
  }
}

/// The first and last day of a setting on their way to a span.
struct DayBounds {
  var from: CivilDate?
  var to: CivilDate?

  mutating func take(_ member: JSON5Value.Member) throws(JSON5Error) -> Bool {
    switch member.key {
    case "from": from = try member.value.day()
    case "to": to = try member.value.day()
    default: return false
    }
    if let from, let to, to < from {
      throw JSON5Error("конец \(to.russian) раньше начала \(from.russian)", at: member.value.place)
    }
    return true
  }
}
