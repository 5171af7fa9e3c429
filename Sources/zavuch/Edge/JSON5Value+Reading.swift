import CommandLineInterface

extension JSON5Value {
  func members() throws(JSON5Error) -> [Member] {
    guard case .object(let members) = content else { throw wrong("набор настроек {…}") }
    return members
  }

  func elements() throws(JSON5Error) -> [JSON5Value] {
    guard case .array(let elements) = content else { throw wrong("список […]") }
    return elements
  }

  func string() throws(JSON5Error) -> String {
    guard case .string(let text) = content else { throw wrong("строка в кавычках") }
    return text
  }

  /// A number of a row, from 1.
  func rowNumber() throws(JSON5Error) -> Int {
    guard case .number(let number) = content, let row = Int(exactly: number), (1...1_048_576).contains(row) else {
      throw wrong("номер строки, целое число от 1")
    }
    return row
  }

  /// A text, or a whole number in its place: a year, a lesson's number.
  func stringOrNumber() throws(JSON5Error) -> String {
    if case .number(let number) = content, let whole = Int(exactly: number) { return String(whole) }
    return try string()
  }

  func wrong(_ expected: String) -> JSON5Error {
    var told = kind
    if case .number(let number) = content { told = Int(exactly: number).map { "число \($0)" } ?? "число \(number)" }
    return JSON5Error("ожидается \(expected), а стоит \(told)", at: place)
  }
}

extension JSON5Value.Member {
  func unknown(among names: [String]) -> JSON5Error {
    JSON5Error(
      "неизвестная настройка «\(key)»\(JSON5Value.near(key, names)); допустимы: \(names.joined(separator: ", "))",
      at: place)
  }
}

extension JSON5Value {
  /// «, возможно, вы имели в виду «columns»», or nothing.
  static func near(_ typed: String, _ names: [String]) -> String {
    Suggestion.nearest(to: typed, among: names).map { ", возможно, «\($0)»" } ?? ""
  }
}
