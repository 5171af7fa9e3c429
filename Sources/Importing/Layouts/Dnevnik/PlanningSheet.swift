import Journal

/// One sheet of a Дневник.ру lesson planning: blocks one below another, one a group of the class (FORMATS 2).
struct PlanningSheet {
  /// The lessons of a class, or of a group of it, in the sheet's subject.
  struct Block {
    /// Of the line «Класс:».
    var row: Int
    var className: String
    var groupName: String
    var schoolYear: Int
    /// The short name: `Англ. яз.`.
    var subject: String
    /// «Фамилия Имя Отчество».
    var teachers: [String]
    var columns: Columns
    private(set) var lessons: [Lesson] = []
    private var lessonsOfDay: [CivilDate: Int] = [:]

    init(
      row: Int, className: String, groupName: String, schoolYear: Int, subject: String, teachers: [String],
      columns: Columns
    ) {
      self.row = row
      self.className = className
      self.groupName = groupName
      self.schoolYear = schoolYear
      self.subject = subject
      self.teachers = teachers
      self.columns = columns
    }

    var names: DnevnikNames {
      DnevnikNames(className: className, groupName: groupName, schoolYear: schoolYear, subject: subject)
    }

    mutating func add(row: Int, _ date: CivilDate, topic: String?, homework: String?) {
      let ordinal = (lessonsOfDay[date] ?? 0) + 1
      lessonsOfDay[date] = ordinal
      lessons.append(Lesson(row: row, date: date, ordinal: ordinal, topic: topic, homework: homework))
    }
  }

  struct Lesson {
    var row: Int
    var date: CivilDate
    /// From 1 among the day's rows.
    var ordinal: Int
    /// As they stand there, filler too; nil where the cell holds nothing.
    var topic: String?
    var homework: String?
  }

  /// From 1.
  struct Columns: Equatable {
    var topic: Int
    /// Nil where the block has no such column.
    var homework: Int?
  }

  private(set) var blocks: [Block] = []

  /// Whether a sheet looks like one: a class, and below it a table of dates and topics.
  static func fits(_ sheet: SheetText) -> Bool {
    let rows = 1...max(1, sheet.rowCount)
    return rows.contains { DnevnikNames.text(after: "Класс", in: sheet[$0, 1]) != nil }
      && rows.contains { isTableHead(sheet, row: $0) && columns(sheet, row: $0) != nil }
  }

  /// What cannot be read is left out and told in `problems`; heads that say nothing to us are told in `notices`.
  init(_ sheet: SheetText, problems: inout [ImportProblem], notices: inout [ImportProblem]) {
    var row = 1
    var isBelowBrokenHead = false
    while row <= sheet.rowCount {
      if DnevnikNames.text(after: "Класс", in: sheet[row, 1]) != nil {
        do throws(ImportProblem) {
          let (block, next) = try PlanningSheet.head(sheet, row: row, notices: &notices)
          blocks.append(block)
          isBelowBrokenHead = false
          row = next
        } catch {
          problems.append(error)
          isBelowBrokenHead = true
          row += 1
        }
        continue
      }
      // The lessons of a block that cannot be told are rejected with its head.
      if !isBelowBrokenHead { read(sheet, row: row, &problems) }
      row += 1
    }
  }

  private mutating func read(_ sheet: SheetText, row: Int, _ problems: inout [ImportProblem]) {
    let columns = 1...max(1, sheet.columnCount(row: row))
    guard let first = columns.first(where: { !isBlank(sheet[row, $0]) }) else { return }
    let raw = CodeFolding.collapse(sheet[row, 1])
    func refuse(_ problem: String, _ hint: String, column: Int, raw: String) {
      problems.append(
        ImportProblem(
          problem, hint: hint, at: CellPlace(sheet: sheet.name, row: row, column: column), raw: excerpt(raw)))
    }
    guard let position = blocks.indices.last else {
      return refuse(
        "строка стоит выше первой строки «Класс:»", "Строка пропущена; не удаляйте строки заголовка.", column: first,
        raw: sheet[row, first])
    }
    let (heads, schoolYear) = (blocks[position].columns, blocks[position].schoolYear)
    let topic = text(sheet[row, heads.topic])
    let homework = heads.homework.flatMap { text(sheet[row, $0]) }
    guard !raw.isEmpty else {
      return refuse(
        "в строке есть запись, а даты нет", "Строка пропущена; впишите дату в виде 03.09.2018.", column: first,
        raw: sheet[row, first])
    }
    guard let date = CivilDate(raw) else {
      return refuse("не читается дата", "Строка пропущена; дата пишется так: 03.09.2018.", column: 1, raw: raw)
    }
    guard PlanningSheet.days(of: schoolYear)?.contains(date) ?? false else {
      return refuse(
        "дата не из учебного года \(schoolYear)/\(schoolYear + 1)", "Строка пропущена; исправьте дату.",
        column: 1, raw: raw)
    }
    blocks[position].add(row: row, date, topic: topic, homework: homework)
  }

  private func text(_ raw: String) -> String? { isBlank(raw) ? nil : raw }

  private func isBlank(_ raw: String) -> Bool { raw.isEmpty || CodeFolding.collapse(raw).isEmpty }

  private static func days(of schoolYear: Int) -> ClosedRange<CivilDate>? {
    guard let first = CivilDate(year: schoolYear, month: 8, day: 1),
      let last = CivilDate(year: schoolYear + 1, month: 8, day: 31)
    else { return nil }
    return first...last
  }
}
