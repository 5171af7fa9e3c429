import Journal

/// A page of HTML, often under the name `.xls`, as its tables in memory.
///
/// Every `<table>` is a sheet, in the order in which they begin; one inside a cell of another is a sheet of its own, and the cell keeps what
/// else it holds. A spanning cell is a merged range with the text in its first place. Texts are as a browser shows them: blanks
/// run together, a line a `<br>`, paragraph or block, and one a `<span>` where two touch. A non-breaking space stays what it is. All
/// values are texts.
///
/// A page that ends inside a table is refused, never read in part.
public struct HTMLReader: Sendable {
  /// «Таблица 1», «Таблица 2» …
  public let tables: [SheetGrid]

  /// Throws `ImportProblem` when the page has no table, is cut off, or is in no known encoding.
  public init(_ file: FileBytes) throws {
    let handler = HTMLHandler()
    try HTMLReader.decoded(file).withUTF8 { try HTMLPushParser.parse($0, handler) }
    guard handler.isComplete else {
      throw ImportProblem(
        "страница HTML обрывается: таблица не закончена", hint: "Скачайте файл заново и дождитесь конца загрузки.")
    }
    tables = handler.grids
    guard !tables.isEmpty else {
      throw ImportProblem(
        "в странице HTML нет таблиц", hint: "Сохраните отчёт целиком или выгрузите те же данные в Excel (.xlsx).")
    }
  }

  /// UTF-8 where the bytes are that, whatever the page says; else the code page that it names; else Windows-1251.
  private static func decoded(_ file: FileBytes) throws -> DecodedText {
    let isMarked = file.buffer.starts(with: [0xFF, 0xFE]) || file.buffer.starts(with: [0xFE, 0xFF])
    let isUTF8 = UTF8Survey(file.buffer.bindMemory(to: UInt8.self)).firstInvalid == nil
    guard !isMarked, !isUTF8, let named = codePage(named: file.buffer), let converted = named.utf8(file.buffer) else {
      return try DecodedText(file)
    }
    return try DecodedText(converted)
  }

  private static func codePage(named page: UnsafeRawBufferPointer) -> CodePage? {
    let head = String(decoding: page.prefix(2048), as: UTF8.self).lowercased()
    guard let name = head.split(separator: "charset=", maxSplits: 1).dropFirst().first else { return nil }
    let label = name.drop { $0 == "\"" || $0 == "'" || $0 == " " }.prefix { $0.isLetter || $0.isNumber || $0 == "-" }
    switch label {
    case "koi8-r": return .koi8
    case "iso-8859-5": return .iso5
    case "ibm866", "cp866", "866": return .cp866
    default: return nil
    }
  }
}
