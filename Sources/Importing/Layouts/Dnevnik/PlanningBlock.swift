import Journal

/// One block of a planning sheet as it stands: a class or group, its subject and teachers, and its rows (FORMATS 2).
struct PlanningBlock {
  /// Where «Класс:» stands.
  let row: Int
  /// As the sheet spells it: `10 а`.
  let className: String
  let groupName: String
  let schoolYear: Int
  /// Short, as journals name their sheets: `Русск. яз.`.
  let subject: String
  /// «Фамилия Имя Отчество».
  let teachers: [String]
  let lessons: [Lesson]

  struct Lesson {
    var row: Int
    var date: CivilDate
    /// From 1 among the day's rows.
    var ordinal: Int
    var topic: String
    var homework: String
  }

  static func fits(_ sheet: SheetText) -> Bool {
    starts(in: sheet).contains { start in header(in: sheet, from: start) != nil }
  }

  /// The blocks of a sheet. What cannot be read is told; a block without a readable head is left out as a whole.
  static func read(_ sheet: SheetText, problems: inout [ImportProblem]) -> [PlanningBlock] {
    let starts = starts(in: sheet)
    if starts.isEmpty, sheet.rowCount > 0 {
      problems.append(
        ImportProblem(
          "лист не похож на планирование: нет строки «Класс:»",
          hint: "Выгрузите поурочное планирование заново; не удаляйте строки заголовка.",
          at: CellPlace(sheet: sheet.name)))
    }
    return starts.enumerated().compactMap { index, start in
      let end = index + 1 < starts.count ? starts[index + 1] - 1 : sheet.rowCount
      do throws(ImportProblem) {
        return try PlanningBlock(sheet, rows: start...max(start, end), problems: &problems)
      } catch {
        problems.append(error)
        return nil
      }
    }
  }

  private static func starts(in sheet: SheetText) -> [Int] {
    stride(from: 1, through: sheet.rowCount, by: 1).filter { sheet[$0, 1].hasPrefix("Класс:") }
  }

  /// The row «Дата | Тема урока | …» among the first of a block.
  private static func header(in sheet: SheetText, from start: Int) -> Int? {
    (start...(start + 8)).first {
      CodeFolding.fold(sheet[$0, 1]) == "ДАТА" && CodeFolding.fold(sheet[$0, 2]).hasPrefix("ТЕМА")
    }
  }

  private init(_ sheet: SheetText, rows: ClosedRange<Int>, problems: inout [ImportProblem]) throws(ImportProblem) {
    row = rows.lowerBound
    let raw = sheet[row, 1]
    // «7а (Англ.яз 2) 2018/2019 учебный год»: the year stands after the last bracket.
    let text = CodeFolding.collapse(raw.dropFirst("Класс:".count))
    let words = text.split(separator: " ")
    guard
      let yearAt = words.lastIndex(where: { $0.count == 9 && $0.dropFirst(4).first == "/" }),
      let year = Int(words[yearAt].prefix(4)), (1990...2100).contains(year)
    else {
      throw ImportProblem(
        "не читается учебный год", hint: "Ожидается, например: «Класс: 7а (7а) 2018/2019 учебный год».",
        at: CellPlace(sheet: sheet.name, row: row, column: 1), raw: excerpt(raw))
    }
    schoolYear = year
    (className, groupName) = JournalSheet.classAndGroup(words[..<yearAt].joined(separator: " "))
    guard ClassName(className) != nil else {
      throw ImportProblem(
        "не читается класс", hint: "Ожидается, например: «Класс: 7а (7а) 2018/2019 учебный год».",
        at: CellPlace(sheet: sheet.name, row: row, column: 1), raw: excerpt(raw))
    }
    guard let header = PlanningBlock.header(in: sheet, from: row), header <= rows.upperBound else {
      throw ImportProblem(
        "в блоке класса нет строки «Дата, Тема урока, Домашнее задание»",
        hint: "Выгрузите поурочное планирование заново; не удаляйте строки заголовка.",
        at: CellPlace(sheet: sheet.name, row: row, column: 1), raw: excerpt(raw))
    }
    let head = PlanningBlock.head(sheet, rows: row...header)
    subject = head["Предмет"].flatMap { $0.isEmpty ? nil : $0 } ?? CodeFolding.collapse(sheet.name)
    teachers = (head["ФИО педагога"] ?? "").split(separator: ",").map {
      JournalSheet.surnameFirst(CodeFolding.collapse($0))
    }
    lessons = PlanningBlock.lessons(sheet, rows: (header + 1)...max(header + 1, rows.upperBound), problems: &problems)
  }

  private static func head(_ sheet: SheetText, rows: ClosedRange<Int>) -> [String: String] {
    var head: [String: String] = [:]
    for row in rows {
      let parts = sheet[row, 1].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2 else { continue }
      head[CodeFolding.collapse(parts[0])] = CodeFolding.collapse(parts[1])
    }
    return head
  }

  private static func lessons(
    _ sheet: SheetText, rows: ClosedRange<Int>, problems: inout [ImportProblem]
  ) -> [Lesson] {
    var lessons: [Lesson] = []
    var ordinals: [CivilDate: Int] = [:]
    for row in rows {
      let day = CodeFolding.collapse(sheet[row, 1])
      let (topic, homework) = (sheet[row, 2], sheet[row, 3])
      guard !day.isEmpty else {
        if let column = [2, 3].first(where: { !CodeFolding.collapse(sheet[row, $0]).isEmpty }) {
          problems.append(
            ImportProblem(
              "в строке есть запись, а даты урока нет", hint: "Строка пропущена; впишите дату в столбец A.",
              at: CellPlace(sheet: sheet.name, row: row, column: column), raw: excerpt(sheet[row, column])))
        }
        continue
      }
      guard let date = CivilDate(day) ?? LocalMoment(day)?.date else {
        problems.append(
          ImportProblem(
            "не читается дата урока", hint: "Строка пропущена; ожидается дата вида 03.09.2018.",
            at: CellPlace(sheet: sheet.name, row: row, column: 1), raw: excerpt(day)))
        continue
      }
      ordinals[date, default: 0] += 1
      lessons.append(
        Lesson(row: row, date: date, ordinal: ordinals[date] ?? 1, topic: topic, homework: homework))
    }
    return lessons
  }
}
