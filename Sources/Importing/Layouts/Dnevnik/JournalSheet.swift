import Journal

/// One sheet of a Дневник.ру journal as it stands: its head, its columns, its pupils (FORMATS 1.3).
struct JournalSheet {
  /// As the sheet spells it: `10 а`.
  var className: String
  /// `11-а`, `Англ.яз 2`; the class itself where the bracket is missing.
  var groupName: String
  var schoolYear: Int
  /// The full name: `Английский язык`.
  var subject: String
  /// `Англ. яз.`; nil where the sheet's name does not tell it.
  var shortSubject: String?
  /// «Фамилия Имя Отчество».
  var teachers: [String]
  var columns: [Column]
  var rows: Rows
  /// Sheet row and name, in the list's order.
  var pupils: [(row: Int, name: String)]

  /// Where the lines of the head stand.
  struct Rows {
    var studyClass: Int
    var subject: Int
    /// The subject's where there is no such line.
    var teachers: Int
    /// The row of months and periods, with the days below it.
    var grid: Int
  }

  struct Column {
    enum Kind {
      /// A lesson on a day; `ordinal` from 1 among the day's columns.
      case lesson(CivilDate, ordinal: Int)
      case period(PeriodKind)
    }

    var number: Int
    var kind: Kind
    var label: String
  }

  var names: DnevnikNames {
    DnevnikNames(
      className: className, groupName: groupName, schoolYear: schoolYear, subject: shortSubject ?? subject)
  }

  /// Whether a sheet looks like one: the head's words in its first rows.
  static func fits(_ sheet: SheetText) -> Bool { line("Класс", in: sheet) != nil && gridRow(in: sheet) != nil }

  /// What is wrong where the line «Класс» names one class and the sheet's own name another; nil where they agree, or the name
  /// tells none.
  static func contradiction(in sheet: SheetText) -> ImportProblem? {
    guard let line = line("Класс", in: sheet), let told = DnevnikNames.classAtEnd(ofSheet: sheet.name) else {
      return nil
    }
    let (className, groupName) = DnevnikNames.classAndGroup(line.text)
    guard let named = ClassName.exported(className), named != told.name,
      DnevnikNames.shortSubject(sheet: sheet.name, group: groupName) == nil
    else { return nil }
    return ImportProblem(
      "строка «Класс» и имя листа говорят о разных классах, и чей это журнал, неизвестно",
      hint: "Выгрузите журнал заново или верните строке «Класс» прежний вид; из файла ничего не загружено.",
      at: CellPlace(sheet: sheet.name, row: line.row, column: 1), raw: line.raw)
  }

  /// Reads the head; throws `ImportProblem` with the place where it is not as it must be. Columns that cannot be read
  /// are left out and told.
  init(_ sheet: SheetText, problems: inout [ImportProblem]) throws(ImportProblem) {
    let name = sheet.name
    guard let classLine = JournalSheet.line("Класс", in: sheet), let grid = JournalSheet.gridRow(in: sheet) else {
      throw ImportProblem(
        "лист не похож на журнал класса: нет строк «Класс:» и «Месяц»",
        hint: "Выгрузите журнал заново: «Журналы класса → Выгрузить»; не удаляйте строки заголовка.",
        at: CellPlace(sheet: name))
    }
    (className, groupName) = DnevnikNames.classAndGroup(classLine.text)
    guard ClassName.exported(className) != nil else {
      throw ImportProblem(
        "не читается класс", hint: "Ожидается, например: «Класс: 7а (7а)».",
        at: CellPlace(sheet: name, row: classLine.row, column: 1), raw: classLine.raw)
    }
    let yearLine = JournalSheet.line("Год", in: sheet)
    guard let year = yearLine.flatMap({ Int($0.text.prefix(4)) }), (1990...2100).contains(year) else {
      throw ImportProblem(
        yearLine == nil ? "нет учебного года" : "не читается учебный год",
        hint: "Ожидается, например: «Год: 2018/2019».",
        at: CellPlace(sheet: name, row: yearLine?.row ?? classLine.row, column: 1),
        raw: yearLine?.raw ?? "")
    }
    schoolYear = year
    let named = JournalSheet.line("Наименование предмета", in: sheet)
    guard let subjectLine = named, !subjectLine.text.isEmpty else {
      throw ImportProblem(
        "нет названия предмета", hint: "Ожидается строка «Наименование предмета: …».",
        at: CellPlace(sheet: name, row: named?.row ?? classLine.row, column: 1), raw: named?.raw ?? "")
    }
    subject = subjectLine.text
    shortSubject = DnevnikNames.shortSubject(sheet: name, group: groupName)
    let teacherLine = JournalSheet.line("Фамилия, имя, отчество педагога", in: sheet)
    teachers = DnevnikNames.teachers(teacherLine?.text ?? "")
    rows = Rows(
      studyClass: classLine.row, subject: subjectLine.row, teachers: teacherLine?.row ?? subjectLine.row, grid: grid)
    columns = JournalSheet.columns(sheet, monthRow: grid, year: year, problems: &problems)
    let first = sheet[grid + 2, 2].lowercased().hasPrefix("фамилия") ? grid + 3 : grid + 2
    pupils = []
    for row in stride(from: first, through: sheet.rowCount, by: 1) {
      let pupil = CodeFolding.collapse(sheet[row, 2])
      if !pupil.isEmpty {
        pupils.append((row, pupil))
      } else if let column = columns.first(where: { !CodeFolding.collapse(sheet[row, $0.number]).isEmpty }) {
        problems.append(
          ImportProblem(
            "в строке есть записи, а имени ученика нет", hint: "Строка пропущена; впишите ученика в столбец B.",
            at: CellPlace(sheet: name, row: row, column: column.number), raw: excerpt(sheet[row, column.number])))
      }
    }
  }

  /// The text after «Заголовок:» in column A of the first rows.
  private static func line(_ head: String, in sheet: SheetText) -> (row: Int, text: String, raw: String)? {
    for row in 1...15 {
      let raw = sheet[row, 1]
      if let text = DnevnikNames.text(after: head, in: raw) { return (row, text, raw) }
    }
    return nil
  }

  /// The row of months, marked «Месяц» in column B.
  private static func gridRow(in sheet: SheetText) -> Int? {
    (1...20).first { CodeFolding.fold(sheet[$0, 2]) == "МЕСЯЦ" }
  }
}
