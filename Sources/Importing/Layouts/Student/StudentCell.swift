import Journal

/// How a report writes several things in one cell.
enum StudentCell {
  /// `О 2`, `5 Н`, `2/3`, `4 3` (FORMATS 4). `0` is what the system counts as nought in its mean; it is on no scale, so it
  /// is kept and is no mark.
  case spaced
  /// Сетевой город: every digit is a mark, letters together are one code, a full stop is a debt (FORMATS 6.1).
  case digits

  /// Nil for a text that is none.
  func parse(_ raw: String) -> CellGrammar.Cell? {
    switch self {
    case .spaced: StudentCell.spaced(raw)
    case .digits: StudentCell.digits(raw)
    }
  }

  private static func spaced(_ raw: String) -> CellGrammar.Cell? {
    let tokens = CodeFolding.collapse(raw).split(separator: " ")
    let others = tokens.filter { $0 != "0" }
    guard var cell = CellGrammar.parse(others.joined(separator: " ")) else { return nil }
    cell.marks += tokens.filter { $0 == "0" }.map { _ in MarkValue.nought }
    return cell
  }

  private static func digits(_ raw: String) -> CellGrammar.Cell? {
    var cell = CellGrammar.Cell()
    var letters = ""
    for character in CodeFolding.collapse(raw) + " " {
      if character.isLetter {
        letters.append(character)
        continue
      }
      if !letters.isEmpty {
        guard let code = AttendanceCode(letters) else { return nil }
        cell.attendance.append(code)
        letters = ""
      }
      if character.isNumber || character == "." {
        guard let mark = MarkValue(String(character)) else { return nil }
        cell.marks.append(mark)
      } else if !" ,;/".contains(character) {
        return nil
      }
    }
    return cell
  }
}
