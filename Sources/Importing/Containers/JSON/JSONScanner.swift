import Journal

/// The bytes of a JSON text cut into nodes.
struct JSONScanner {
  private let bytes: UnsafeBufferPointer<UInt8>
  private let nodeLimit: Int
  private var at = 0
  private var depth = 0
  private var nodes: ContiguousArray<JSONNode> = []

  init(_ bytes: UnsafeBufferPointer<UInt8>, nodeLimit: Int = JSONDocument.nodeLimit) {
    self.bytes = bytes
    self.nodeLimit = nodeLimit
  }

  mutating func scan() throws(ImportProblem) -> ContiguousArray<JSONNode> {
    nodes.reserveCapacity(bytes.count / 16)
    skipBlanks()
    try scanValue()
    skipBlanks()
    guard at == bytes.count else {
      throw problem(
        "после конца данных JSON стоит лишний текст", hint: "Выгрузите файл заново: он склеен или повреждён.")
    }
    return nodes
  }

  /// The line from 1 that a byte stands in.
  private static func line(of offset: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var line = 1
    for at in 0..<min(offset, bytes.count) {
      if bytes[at] == 10 || (bytes[at] == 13 && !(at + 1 < bytes.count && bytes[at + 1] == 10)) { line += 1 }
    }
    return line
  }

  private mutating func skipBlanks() {
    while at < bytes.count, bytes[at] == 32 || bytes[at] == 10 || bytes[at] == 13 || bytes[at] == 9 { at += 1 }
  }

  private mutating func scanValue() throws(ImportProblem) {
    guard at < bytes.count else { throw cutOff }
    guard nodes.count < nodeLimit else {
      throw problem(
        "значений в файле JSON больше \(nodeLimit)",
        hint: "Выгрузите данные частями: по одному классу или по месяцам.")
    }
    switch bytes[at] {
    case UInt8(ascii: "{"): try scanContainer(.object, closing: UInt8(ascii: "}"))
    case UInt8(ascii: "["): try scanContainer(.array, closing: UInt8(ascii: "]"))
    case UInt8(ascii: "\""): try scanString()
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): try scanNumber()
    default: try scanWord()
    }
  }

  private mutating func scanContainer(_ kind: JSONNode.Kind, closing: UInt8) throws(ImportProblem) {
    guard depth < JSONDocument.depthLimit else {
      throw problem(
        "вложенность данных JSON глубже \(JSONDocument.depthLimit)", hint: "Загрузите файл, как его отдал журнал.")
    }
    depth += 1
    defer { depth -= 1 }
    let node = nodes.count
    append(kind, start: at, end: at)
    at += 1
    skipBlanks()
    var isFirst = true
    while true {
      guard at < bytes.count else { throw cutOff }
      if bytes[at] == closing, isFirst { break }
      if kind == .object { try scanKey() }
      try scanValue()
      skipBlanks()
      guard at < bytes.count else { throw cutOff }
      if bytes[at] == closing { break }
      guard bytes[at] == UInt8(ascii: ",") else {
        throw problem("между значениями JSON нет запятой", hint: "Выгрузите файл заново: он повреждён.")
      }
      at += 1
      skipBlanks()
      isFirst = false
    }
    at += 1
    nodes[node].end = UInt32(at)
    nodes[node].next = UInt32(nodes.count)
    if kind == .object { try refuseRepeatedKeys(of: node) }
  }

  private mutating func scanKey() throws(ImportProblem) {
    guard bytes[at] == UInt8(ascii: "\"") else {
      throw problem("ожидается название поля в кавычках", hint: "Выгрузите файл заново: он повреждён.")
    }
    try scanString()
    skipBlanks()
    guard at < bytes.count else { throw cutOff }
    guard bytes[at] == UInt8(ascii: ":") else {
      throw problem("после названия поля нет двоеточия", hint: "Выгрузите файл заново: он повреждён.")
    }
    at += 1
    skipBlanks()
  }

  private mutating func scanString() throws(ImportProblem) {
    let opening = at
    var isEscaped = false
    at += 1
    while at < bytes.count, bytes[at] != UInt8(ascii: "\"") {
      guard bytes[at] >= 32 else {
        throw problem("в тексте в кавычках стоит управляющий символ", hint: "Выгрузите файл заново: он повреждён.")
      }
      if bytes[at] == UInt8(ascii: "\\") {
        isEscaped = true
        try skipEscape()
      } else {
        at += 1
      }
    }
    guard at < bytes.count else {
      at = opening
      throw problem(
        "кавычка не закрыта до конца файла", hint: "Файл скачан не до конца: выгрузите его заново.")
    }
    append(isEscaped ? .escapedString : .string, start: opening + 1, end: at)
    at += 1
  }

  private mutating func skipEscape() throws(ImportProblem) {
    guard at + 1 < bytes.count else { throw cutOff }
    let digits = bytes[min(at + 2, bytes.count)..<min(at + 6, bytes.count)]
    switch bytes[at + 1] {
    case UInt8(ascii: "u") where digits.count == 4 && digits.allSatisfy { JSONScanner.hexadecimal($0) != nil }: at += 6
    case _ where "\"\\/bfnrt".utf8.contains(bytes[at + 1]): at += 2
    default:
      throw problem("неизвестный знак после обратной косой черты", hint: "Выгрузите файл заново: он повреждён.")
    }
  }

  static func hexadecimal(_ byte: UInt8) -> UInt16? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): UInt16(byte - 48)
    case UInt8(ascii: "a")...UInt8(ascii: "f"): UInt16(byte - 87)
    case UInt8(ascii: "A")...UInt8(ascii: "F"): UInt16(byte - 55)
    default: nil
    }
  }

  private mutating func scanNumber() throws(ImportProblem) {
    let start = at
    let isDigit = { (byte: UInt8) in byte &- 48 < 10 }
    if bytes[at] == UInt8(ascii: "-") { at += 1 }
    let whole = skip(isDigit)
    var isSound = whole > 0 && (whole == 1 || bytes[at - whole] != UInt8(ascii: "0"))
    if at < bytes.count, bytes[at] == UInt8(ascii: ".") {
      at += 1
      isSound = skip(isDigit) > 0 && isSound
    }
    if at < bytes.count, bytes[at] | 0x20 == UInt8(ascii: "e") {
      at += 1
      if at < bytes.count, bytes[at] == UInt8(ascii: "+") || bytes[at] == UInt8(ascii: "-") { at += 1 }
      isSound = skip(isDigit) > 0 && isSound
    }
    guard isSound else {
      at = start
      throw problem("число записано не по правилам JSON", hint: "Выгрузите файл заново: он повреждён.")
    }
    append(.number, start: start, end: at)
  }

  private mutating func skip(_ belongs: (UInt8) -> Bool) -> Int {
    let start = at
    while at < bytes.count, belongs(bytes[at]) { at += 1 }
    return at - start
  }

  private mutating func scanWord() throws(ImportProblem) {
    for (word, kind) in [("null", JSONNode.Kind.null), ("true", .yes), ("false", .no)]
    where bytes[at...].starts(with: word.utf8) {
      append(kind, start: at, end: at + word.utf8.count)
      at += word.utf8.count
      return
    }
    throw problem("это не значение JSON", hint: "Выгрузите файл заново: он повреждён.")
  }

  private mutating func append(_ kind: JSONNode.Kind, start: Int, end: Int) {
    nodes.append(JSONNode(kind: kind, start: UInt32(start), end: UInt32(end), next: UInt32(nodes.count + 1)))
  }

  private func refuseRepeatedKeys(of object: Int) throws(ImportProblem) {
    var keys: [Int] = []
    var node = object + 1
    while node < Int(nodes[object].next) {
      keys.append(node)
      node = Int(nodes[node + 1].next)
    }
    // Nearly every object is small: comparing bytes is cheaper than making a set of texts.
    if keys.count <= 24, keys.allSatisfy({ nodes[$0].kind == .string }) {
      for (index, key) in keys.enumerated() {
        for other in keys[..<index] where isSameKey(key, other) { throw repeated(key) }
      }
      return
    }
    var seen = Set<String>()
    for key in keys where !seen.insert(JSONString.decode(nodes[key], bytes)).inserted { throw repeated(key) }
  }

  private func isSameKey(_ a: Int, _ b: Int) -> Bool {
    nodes[a].end - nodes[a].start == nodes[b].end - nodes[b].start
      && bytes[Int(nodes[a].start)..<Int(nodes[a].end)].elementsEqual(bytes[Int(nodes[b].start)..<Int(nodes[b].end)])
  }

  private func repeated(_ key: Int) -> ImportProblem {
    ImportProblem(
      "поле «\(excerpt(JSONString.decode(nodes[key], bytes)))» стоит в одной записи дважды",
      hint: "Оставьте одно: программа не может выбрать за вас.",
      at: CellPlace(row: JSONScanner.line(of: Int(nodes[key].start), in: bytes)),
      raw: excerpt(bytes[(Int(nodes[key].start) - 1)...]))
  }

  private var cutOff: ImportProblem {
    ImportProblem(
      "данные JSON обрываются", hint: "Файл скачан не до конца: выгрузите его заново.",
      at: CellPlace(row: JSONScanner.line(of: bytes.count, in: bytes)),
      raw: excerpt(bytes[max(0, bytes.count - 40)...].drop { $0 & 0xC0 == 0x80 }))
  }

  private func problem(_ problem: String, hint: String) -> ImportProblem {
    ImportProblem(
      problem, hint: hint, at: CellPlace(row: JSONScanner.line(of: at, in: bytes)),
      raw: excerpt(bytes[at...].prefix { $0 != 10 && $0 != 13 }))
  }
}
