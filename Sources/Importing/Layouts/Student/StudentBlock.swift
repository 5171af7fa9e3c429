import Journal

/// One pupil's part of the report «Отчет об успеваемости и посещаемости ученика» as it stands (FORMATS 4 and 6.1). Blocks
/// differ in width, so each has columns of its own.
struct StudentBlock {
  var sheet: Int32
  var schoolYear: Int
  var className: ClassName
  /// The school's spelling of the class.
  var classTitle: String
  var period: ClosedRange<CivilDate>
  var pupil: String
  var pupilRow: Int
  var pupilColumn: Int
  var columns: [Column]
  /// Sheet row and name, in the block's order.
  var subjects: [(row: Int, name: String)]
  var legend: AbsenceLegend

  struct Column {
    enum Kind: Hashable {
      case day(CivilDate)
      case mean, weightedMean, final
    }

    var number: Int
    var kind: Kind
  }

  /// What could not be read, and what is worth knowing and no fault.
  struct Told {
    var problems: [ImportProblem] = []
    var notices: [ImportProblem] = []
  }

  /// Whether a row is the head of a block: «Предмет» and months beside it.
  static func isGrid(_ sheet: SheetText, row: Int) -> Bool {
    CodeFolding.fold(sheet[row, 1]) == "ПРЕДМЕТ"
      && (2...max(2, sheet.columnCount(row: row))).contains { MonthName.number(sheet[row, $0]) != nil }
  }

  static func gridRow(in sheet: SheetText) -> Int? {
    (1...max(1, sheet.rowCount)).first { isGrid(sheet, row: $0) }
  }

  /// The blocks of a sheet from top to bottom. `head` holds the lines above them and, in HTML, those of the tables before;
  /// a block whose head cannot be read is told and left out.
  static func read(_ sheet: SheetText, _ number: Int32, _ head: inout StudentHead, _ told: inout Told) -> [StudentBlock]
  {
    var blocks: [StudentBlock] = []
    var row = 1
    while row <= sheet.rowCount {
      guard isGrid(sheet, row: row) else {
        _ = head.take(sheet, row: row)
        row += 1
        continue
      }
      let end = blockEnd(sheet, gridRow: row)
      do throws(ImportProblem) {
        blocks.append(try StudentBlock(sheet, number, rows: row..<end, head, &told))
      } catch {
        told.problems.append(error)
      }
      head.finishPupil()
      row = end
    }
    return blocks
  }

  private static func blockEnd(_ sheet: SheetText, gridRow: Int) -> Int {
    var row = gridRow + 1
    while row <= sheet.rowCount, !isGrid(sheet, row: row), !StudentHead.isLine(sheet, row: row) { row += 1 }
    return row
  }

  private init(
    _ sheet: SheetText, _ number: Int32, rows: Range<Int>, _ head: StudentHead, _ told: inout Told
  ) throws(ImportProblem) {
    let grid = rows.lowerBound
    let line = try head.pupil(sheet, gridRow: grid)
    self.sheet = number
    (pupil, pupilRow, pupilColumn) = (line.text, line.row, line.column)
    (className, classTitle) = try head.className(sheet, gridRow: grid)
    schoolYear = try head.schoolYear(sheet, gridRow: grid)
    period = try head.period(sheet, gridRow: grid)
    columns = StudentBlock.columns(sheet, gridRow: grid, schoolYear, &told)
    subjects = []
    var row = grid + 2
    while row < rows.upperBound {
      let name = CodeFolding.collapse(sheet[row, 1])
      let entry = columns.first { !CodeFolding.collapse(sheet[row, $0.number]).isEmpty }
      if name.isEmpty, entry == nil { break }
      if !name.isEmpty {
        subjects.append((row, name))
      } else if let entry {
        told.problems.append(
          ImportProblem(
            "в строке есть записи, а названия предмета нет", hint: "Строка пропущена; впишите предмет в столбец A.",
            at: CellPlace(sheet: sheet.name, row: row, column: entry.number), raw: excerpt(sheet[row, entry.number])))
      }
      row += 1
    }
    // A block may break off under its first row.
    legend = AbsenceLegend(sheet, rows: min(row, rows.upperBound)..<rows.upperBound, &told.notices)
  }
}
