/// Reads JSON5 (json5.org): JSON with comments, unquoted keys, single quotes and commas at the end. Foundation's reader
/// tells no line of an error and keeps silent about repeated keys.
public struct JSON5Reader {
  private let characters: [Character]
  private var position = 0
  private var line = 1
  private var column = 1
  private var depth = 0

  /// The deepest nesting taken.
  private static let depthLimit = 64

  public static func read(_ text: String) throws(JSON5Error) -> JSON5Value {
    var reader = JSON5Reader(text)
    try reader.skipBlanks()
    let value = try reader.readValue()
    try reader.skipBlanks()
    guard reader.current == nil else { throw reader.error("лишний текст после конца настроек") }
    return value
  }

  private init(_ text: String) {
    characters = Array(text.first == "\u{feff}" ? text.dropFirst() : Substring(text))
  }

  private var current: Character? { position < characters.count ? characters[position] : nil }

  private var place: JSON5Place { JSON5Place(line: line, column: column) }

  private func error(_ problem: String) -> JSON5Error { JSON5Error(problem, at: place) }

  private mutating func advance() {
    if characters[position].isNewline {
      line += 1
      column = 1
    } else {
      column += 1
    }
    position += 1
  }

  private mutating func skipBlanks() throws(JSON5Error) {
    while let character = current {
      if character.isWhitespace {
        advance()
      } else if character == "/" {
        try skipComment()
      } else {
        return
      }
    }
  }

  private mutating func skipComment() throws(JSON5Error) {
    let start = place
    advance()
    switch current {
    case "/":
      while let character = current, !character.isNewline { advance() }
    case "*":
      advance()
      while current != nil {
        let isStar = current == "*"
        advance()
        if isStar, current == "/" { return advance() }
      }
      throw JSON5Error("примечание /* не закрыто: нет */", at: start)
    default: throw JSON5Error("одиночная косая черта: примечание начинают с //", at: start)
    }
  }

  private mutating func readValue() throws(JSON5Error) -> JSON5Value {
    let start = place
    guard depth < JSON5Reader.depthLimit else { throw error("слишком глубокая вложенность") }
    depth += 1
    defer { depth -= 1 }
    switch current {
    case nil: throw error("настройки обрываются: ожидается значение")
    case "{": return JSON5Value(content: .object(try readObject()), place: start)
    case "[": return JSON5Value(content: .array(try readArray()), place: start)
    case "\"", "'": return JSON5Value(content: .string(try readString()), place: start)
    case "«", "“", "„", "”", "‘", "’": throw typographicQuote
    default: return JSON5Value(content: try readWord(), place: start)
    }
  }

  private mutating func readObject() throws(JSON5Error) -> [JSON5Value.Member] {
    let start = place
    var members: [JSON5Value.Member] = []
    advance()
    while true {
      try skipBlanks()
      if current == "}" {
        advance()
        return members
      }
      guard current != nil else { throw JSON5Error("фигурная скобка { не закрыта", at: start) }
      let keyPlace = place
      let key = current == "\"" || current == "'" ? try readString() : try readName()
      guard !members.contains(where: { $0.key == key }) else {
        throw JSON5Error("настройка «\(key)» указана дважды", at: keyPlace)
      }
      try skipBlanks()
      guard current == ":" else { throw error("после «\(key)» ожидается двоеточие") }
      advance()
      try skipBlanks()
      members.append(JSON5Value.Member(key: key, place: keyPlace, value: try readValue()))
      try skipBlanks()
      guard current == "," || current == "}" else { throw error("ожидается запятая или }") }
      if current == "," { advance() }
    }
  }

  private mutating func readArray() throws(JSON5Error) -> [JSON5Value] {
    let start = place
    var elements: [JSON5Value] = []
    advance()
    while true {
      try skipBlanks()
      if current == "]" {
        advance()
        return elements
      }
      guard current != nil else { throw JSON5Error("квадратная скобка [ не закрыта", at: start) }
      elements.append(try readValue())
      try skipBlanks()
      guard current == "," || current == "]" else { throw error("ожидается запятая или ]") }
      if current == "," { advance() }
    }
  }

  private mutating func readString() throws(JSON5Error) -> String {
    let (start, quote) = (place, current)
    var text = ""
    advance()
    while let character = current {
      if character == quote {
        advance()
        return text
      }
      guard !character.isNewline else { break }
      advance()
      guard character == "\\" else {
        text.append(character)
        continue
      }
      guard let escaped = current else { break }
      advance()
      switch escaped {
      case "n": text.append("\n")
      case "t": text.append("\t")
      case "r": text.append("\r")
      case "u": text.append(try readUnicode())
      case _ where escaped.isNewline: break
      default: text.append(escaped)
      }
    }
    throw JSON5Error("кавычка не закрыта до конца строки", at: start)
  }

  private var typographicQuote: JSON5Error {
    error(
      "текст берут в прямые кавычки, \"…\": «ёлочки» и „лапки“ могут стоять только внутри них")
  }

  private mutating func readUnicode() throws(JSON5Error) -> Character {
    var digits = ""
    for _ in 0..<4 {
      guard let digit = current, digit.isHexDigit else {
        throw error("после \\u ожидаются четыре шестнадцатеричные цифры")
      }
      digits.append(digit)
      advance()
    }
    guard let scalar = UInt32(digits, radix: 16).flatMap(UnicodeScalar.init) else {
      throw error("такого символа нет: \\u\(digits)")
    }
    return Character(scalar)
  }

  private mutating func readName() throws(JSON5Error) -> String {
    var name = ""
    while let character = current, character.isLetter || character.isNumber || "_$-".contains(character) {
      name.append(character)
      advance()
    }
    if name.isEmpty, current.map({ "«“„”‘’".contains($0) }) == true { throw typographicQuote }
    guard !name.isEmpty else { throw error("ожидается название настройки") }
    return name
  }

  private mutating func readWord() throws(JSON5Error) -> JSON5Value.Content {
    let start = place
    var word = ""
    while let character = current, character.isLetter || character.isNumber || "+-._".contains(character) {
      word.append(character)
      advance()
    }
    switch word {
    case "null": return .null
    case "true": return .bool(true)
    case "false": return .bool(false)
    default: break
    }
    if let number = Double(word), number.isFinite { return .number(number) }
    throw JSON5Error(
      word.isEmpty ? "ожидается значение" : "непонятное значение «\(word)»: текст берут в кавычки", at: start)
  }
}
