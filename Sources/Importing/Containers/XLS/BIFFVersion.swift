import Journal

/// How the records of a workbook are written.
enum BIFFVersion {
  /// Excel 97–2003: Unicode.
  case biff8
  /// Excel 5.0 and 95: bytes of a code page.
  case biff5(CodePage)

  /// A string whose length takes one byte or two. Nil when its bytes are no text of the code page.
  func text(_ body: inout BIFFCursor, shortLength: Bool = false) throws(BIFFCursor.CutShort) -> String? {
    let count = shortLength ? try body.byte() : try body.short()
    // Some writers leave the mark of an empty string out.
    if count == 0, body.left == 0 { return "" }
    switch self {
    case .biff8: return try body.unicode(count: count)
    case .biff5(let page): return page.string(try body.bytes(count: count))
    }
  }
}
