/// Gives sheets names that Excel and LibreOffice take: at most 31 UTF-16 units, none of `[]:*?/\`, no apostrophe at an
/// end, unique without regard to case.
struct SheetNames {
  private static let limit = 31
  private var taken: Set<String> = []

  mutating func unique(_ wanted: String, otherwise standard: String) -> String {
    let base = SheetNames.sanitised(wanted) ?? standard
    var name = SheetNames.cut(base, to: SheetNames.limit)
    var number = 1
    // Excel keeps «History» for itself.
    while name.lowercased() == "history" || !taken.insert(name.lowercased()).inserted {
      number += 1
      let suffix = " (\(number))"
      name = SheetNames.cut(base, to: SheetNames.limit - suffix.utf16.count) + suffix
    }
    return name
  }

  private static func sanitised(_ name: String) -> String? {
    let replaced = String(name.xmlLegal.map { "[]:*?/\\\n\t\u{FFFD}".contains($0) ? " " : $0 })
    let words = replaced.split(separator: " ").joined(separator: " ")
    let trimmed = words[...].drop { $0 == "'" }
    let end = trimmed.lastIndex { $0 != "'" }
    return end.map { String(trimmed[...$0]) }
  }

  private static func cut(_ name: String, to limit: Int) -> String {
    var name = name.cut(utf16: limit)
    while name.last == " " || name.last == "'" { name.removeLast() }
    return name
  }
}

extension String {
  /// The longest beginning of whole characters within `limit` UTF-16 units.
  func cut(utf16 limit: Int) -> String {
    guard utf16.count > limit else { return self }
    var count = 0
    return String(
      prefix {
        count += $0.utf16.count
        return count <= limit
      })
  }
}
