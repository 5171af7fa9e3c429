/// A token of PDF syntax (ISO 32000-1, 7.2).
enum PDFToken: Equatable {
  case number(String)
  /// With `#xx` resolved.
  case name([UInt8])
  case string([UInt8])
  /// The digits as they are written.
  case hexadecimal([UInt8])
  case open(String)
  case close(String)
  /// An operator or a keyword.
  case word(String)

  static func tokens(_ bytes: [UInt8]) -> [PDFToken] {
    var reader = PDFTokenReader(bytes: bytes)
    return reader.all()
  }

  var string: [UInt8]? {
    switch self {
    case .string(let bytes): bytes
    case .hexadecimal(let digits):
      stride(from: 0, to: digits.count, by: 2).map { index in
        let pair = String(decoding: digits[index..<min(index + 2, digits.count)], as: UTF8.self)
        return UInt8(pair.count == 1 ? pair + "0" : pair, radix: 16) ?? 0
      }
    default: nil
    }
  }

  var nameText: String? { if case .name(let bytes) = self { String(decoding: bytes, as: UTF8.self) } else { nil } }
  var number: Double? { if case .number(let text) = self { Double(text) } else { nil } }
}

private struct PDFTokenReader {
  let bytes: [UInt8]
  var place = 0

  init(bytes: [UInt8]) { self.bytes = bytes }

  private static let white = Set<UInt8>([0, 9, 10, 12, 13, 32])
  private static let delimiters = Set<UInt8>("()<>[]{}/%".utf8)

  mutating func all() -> [PDFToken] {
    var tokens: [PDFToken] = []
    while let token = next() {
      tokens.append(token)
      if token == .word("ID") { skipImage() }
    }
    return tokens
  }

  private mutating func next() -> PDFToken? {
    while place < bytes.count {
      let byte = bytes[place]
      if Self.white.contains(byte) {
        place += 1
      } else if byte == UInt8(ascii: "%") {
        while place < bytes.count, bytes[place] != 10, bytes[place] != 13 { place += 1 }
      } else {
        break
      }
    }
    guard place < bytes.count else { return nil }
    let byte = bytes[place]
    place += 1
    switch byte {
    case UInt8(ascii: "("): return string()
    case UInt8(ascii: "<"):
      if place < bytes.count, bytes[place] == byte {
        place += 1
        return .open("<<")
      }
      let start = place
      while place < bytes.count, bytes[place] != UInt8(ascii: ">") { place += 1 }
      place += 1
      return .hexadecimal(bytes[start..<min(place - 1, bytes.count)].filter { !Self.white.contains($0) })
    case UInt8(ascii: ">"):
      place += 1
      return .close(">>")
    case UInt8(ascii: "["), UInt8(ascii: "{"): return .open(String(UnicodeScalar(byte)))
    case UInt8(ascii: "]"), UInt8(ascii: "}"), UInt8(ascii: ")"): return .close(String(UnicodeScalar(byte)))
    case UInt8(ascii: "/"): return .name(name(regular()))
    default:
      place -= 1
      let text = String(decoding: regular(), as: UTF8.self)
      return "+-.0123456789".contains(text.first ?? " ") ? .number(text) : .word(text)
    }
  }

  private mutating func regular() -> [UInt8] {
    let start = place
    while place < bytes.count, !Self.white.contains(bytes[place]), !Self.delimiters.contains(bytes[place]) {
      place += 1
    }
    return Array(bytes[start..<place])
  }

  private func name(_ raw: [UInt8]) -> [UInt8] {
    var name: [UInt8] = []
    var index = 0
    while index < raw.count {
      if raw[index] == UInt8(ascii: "#"), index + 2 < raw.count,
        let byte = UInt8(String(decoding: raw[(index + 1)...(index + 2)], as: UTF8.self), radix: 16)
      {
        name.append(byte)
        index += 3
      } else {
        name.append(raw[index])
        index += 1
      }
    }
    return name
  }

  private mutating func string() -> PDFToken {
    var string: [UInt8] = []
    var depth = 1
    while place < bytes.count {
      let byte = bytes[place]
      place += 1
      switch byte {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"):
        depth -= 1
        if depth == 0 { return .string(string) }
      case UInt8(ascii: "\\"):
        if place < bytes.count { string.append(bytes[place]) }
        place += 1
        continue
      default: break
      }
      string.append(byte)
    }
    return .string(string)
  }

  /// Past the data of an inline image.
  private mutating func skipImage() {
    while place + 2 < bytes.count {
      if Self.white.contains(bytes[place]), bytes[place + 1] == UInt8(ascii: "E"), bytes[place + 2] == UInt8(ascii: "I")
      {
        return
      }
      place += 1
    }
  }
}
