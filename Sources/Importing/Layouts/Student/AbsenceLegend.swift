import Journal

/// What the codes of a block mean, by the lines under it: «Н | Неуважительная», «О | Опоздание» (FORMATS 4). A code that is
/// not explained has its usual meaning (FORMATS 9).
struct AbsenceLegend {
  private var meanings: [AttendanceCode: AttendanceCode] = [:]
  /// Н stands for «without a good reason», not for «reason unknown».
  private(set) var tellsReasons = false

  init() {}

  /// A meaning that is none of the known is told, and the code is taken as usual.
  init(_ sheet: SheetText, rows: Range<Int>, _ notices: inout [ImportProblem]) {
    for row in rows {
      let meaning = CodeFolding.collapse(sheet[row, 2])
      guard let code = AttendanceCode(sheet[row, 1]), !meaning.isEmpty else { continue }
      guard let means = AbsenceLegend.code(meaning) else {
        notices.append(
          ImportProblem(
            "обозначение «\(CodeFolding.collapse(sheet[row, 1]))» объяснено неизвестными словами",
            hint: "Ожидается: неуважительная, уважительная, болезнь, опоздание. Обозначение понято как обычно.",
            at: CellPlace(sheet: sheet.name, row: row, column: 2), raw: excerpt(meaning)))
        continue
      }
      meanings[code] = means
      if means == .absent { tellsReasons = true }
    }
  }

  subscript(_ code: AttendanceCode) -> AttendanceCode { meanings[code] ?? code }

  private static func code(_ meaning: String) -> AttendanceCode? {
    let meaning = CodeFolding.fold(meaning)
    if meaning.contains("НЕУВАЖ") || meaning.contains("БЕЗ УВАЖ") { return .absent }
    if meaning.contains("УВАЖ") { return .excused }
    if meaning.contains("БОЛЕ") { return .ill }
    return meaning.contains("ОПОЗД") ? .late : nil
  }
}
