import Journal

/// The first part of a workbook's stream, which holds for all sheets (MS-XLS 2.1.7.20.3).
struct BIFFGlobals {
  private(set) var version = BIFFVersion.biff8
  private(set) var uses1904 = false
  /// By the number of the extended format that cells point at.
  private(set) var dates = SerialDates(styles: [], uses1904: false)
  /// In the order of the tabs; sheets of other kinds too.
  private(set) var sheets: [(name: String, start: Int, isWorksheet: Bool)] = []
  private(set) var strings: [String] = []
  private var formats: [Int: Bool] = [:]
  private var extendedFormats: [Int] = []

  init(_ stream: FileBytes) throws {
    do {
      var records = BIFFRecords(stream, from: 0, limit: stream.count)
      guard var first = try records.next(), first.type == .beginOfFile else {
        throw BIFFGlobals.damaged("у неё нет начала")
      }
      try begin(&first.body)
      while true {
        guard var record = try records.next() else { throw BIFFCursor.CutShort() }
        if record.type == .endOfFile { break }
        try take(record.type, &record.body)
      }
    } catch is BIFFCursor.CutShort {
      throw BIFFGlobals.damaged("она обрывается")
    }
    dates = SerialDates(
      styles: extendedFormats.map { formats[$0] ?? NumberFormat.showsDate(builtIn: $0) }, uses1904: uses1904)
  }

  static func damaged(_ problem: String, sheet: String? = nil) -> ImportProblem {
    ImportProblem(
      "книга повреждена: \(problem)", hint: "Скачайте файл заново или откройте его в Excel и сохраните как .xlsx.",
      at: CellPlace(sheet: sheet))
  }

  private mutating func begin(_ body: inout BIFFCursor) throws {
    switch try body.short() {
    case 0x0600: version = .biff8
    // Writers that leave out CODEPAGE are taken for Russian Windows.
    case 0x0500: version = .biff5(.windows1251)
    default:
      throw ImportProblem(
        "не читается: версия книги .xls неизвестна",
        hint: "Откройте книгу в Excel или LibreOffice и сохраните как .xlsx.")
    }
    guard try body.short() == 5 else { throw BIFFGlobals.damaged("у неё нет начала") }
  }

  private mutating func take(_ type: BIFFRecordType, _ body: inout BIFFCursor) throws {
    switch type {
    case .filePassword:
      throw ImportProblem(
        "не читается: это книга старого формата .xls под паролем",
        hint: "Откройте книгу с паролем, снимите защиту и сохраните как .xlsx.")
    case .codePage: try takeCodePage(&body)
    case .date1904: uses1904 = try body.short() == 1
    case .boundSheet:
      let start = Int(try body.integer(UInt32.self))
      let kind = try body.short() >> 8
      guard let name = try version.text(&body, shortLength: true) else { throw unreadable("название листа") }
      sheets.append((name, start, kind == 0))
    case .format:
      let number = try body.short()
      let code: String?
      if case .biff8 = version {
        code = try version.text(&body)
      } else {
        code = try version.text(&body, shortLength: true)
      }
      formats[number] = code.map { NumberFormat.showsDate($0) }
    case .extendedFormat:
      try body.skip(2)
      extendedFormats.append(try body.short())
    case .sharedStrings:
      try body.skip(4)
      let count = Int(try body.integer(UInt32.self))
      // A string takes three bytes at least, whatever count is declared.
      strings.reserveCapacity(min(count, body.stream.count / 3))
      for _ in 0..<count { strings.append(try body.unicode(count: try body.short())) }
    default: break
    }
  }

  private mutating func takeCodePage(_ body: inout BIFFCursor) throws {
    let number = try body.short()
    guard case .biff5 = version else { return }
    guard let page = CodePage(number: number) else {
      throw ImportProblem(
        "не читается: книга Excel 5.0/95 в кодовой странице \(number)",
        hint: "Откройте книгу в Excel или LibreOffice и сохраните как .xlsx.")
    }
    version = .biff5(page)
  }

  private func unreadable(_ what: String) -> ImportProblem {
    BIFFGlobals.damaged("\(what) не читается в её кодировке")
  }
}
