import Journal

/// The grammar that the cells of journals share (FORMATS 9): marks, absences and codes, alone or together.
///
///     cell   := item { ws item }
///     item   := attend marks? | marks attend? | code | dot
///     marks  := mark { "/" mark }
struct CellGrammar {
  struct Cell: Equatable {
    var marks: [MarkValue] = []
    /// In order of appearance: `нн5` has two.
    var attendance: [AttendanceCode] = []
  }

  /// Nil for a text that is none.
  static func parse(_ raw: String) -> Cell? {
    // Nearly every cell is one character.
    if raw == "н" { return Cell(attendance: [.absent]) }
    var cell = Cell()
    for token in CodeFolding.collapse(raw).split(separator: " ") {
      guard parse(token: String(token), into: &cell) else { return nil }
    }
    return cell
  }

  private static func parse(token: String, into cell: inout Cell) -> Bool {
    if let value = MarkValue(token) {
      cell.marks.append(value)
      return true
    }
    if let code = AttendanceCode(token) {
      cell.attendance.append(code)
      return true
    }
    // Letters before and after the marks; what is between begins and ends with a digit or a sign.
    let isOfMarks = { (character: Character) in character.isNumber || "+-−/".contains(character) }
    let first = token.firstIndex(where: isOfMarks) ?? token.endIndex
    let last = token.lastIndex(where: isOfMarks).map { token.index(after: $0) } ?? token.endIndex
    guard first <= last, let before = codes(token[..<first]), let after = codes(token[last...]) else { return false }
    let marks = token[first..<last]
    if !marks.isEmpty {
      let values = marks.split(separator: "/", omittingEmptySubsequences: false).map { MarkValue(String($0)) }
      guard values.allSatisfy({ $0?.grade != nil }) else { return false }
      cell.marks += values.compactMap { $0 }
    }
    cell.attendance += before + after
    return !before.isEmpty || !after.isEmpty || !marks.isEmpty
  }

  /// `н`, `нн`, `УП`; empty for nothing, nil for other letters.
  private static func codes(_ letters: Substring) -> [AttendanceCode]? {
    if letters.isEmpty { return [] }
    if let code = AttendanceCode(letters) { return [code] }
    let codes = letters.map { AttendanceCode(String($0)) }
    return codes.contains { $0 == nil } ? nil : codes.compactMap { $0 }
  }
}

extension [AttendanceCode] {
  /// What the codes of one cell say of its lesson. Two lessons in one cell (`нн`, `О Н`) are one lesson here: an absence from
  /// either tells more than a late arrival.
  var decisive: AttendanceCode? { first(where: \.isAbsence) ?? first }
}
