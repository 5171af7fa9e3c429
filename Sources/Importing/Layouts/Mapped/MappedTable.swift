import Journal

/// What is known of a sheet before its rows: what it can say, the days or periods over its columns.
struct MappedTable {
  struct Heading {
    var column: Int
    var header: String
    /// For days: the day, and from 1 among the columns of the day.
    var day: (date: CivilDate, ordinal: Int)?
  }

  let number: Int32
  let sheet: MappedSheet
  let mapping: TableMapping
  let says: SourceCapabilities
  /// The columns of `across` that can be read.
  private(set) var headings: [Heading] = []
  private(set) var problems: [ImportProblem] = []
  private(set) var notices: [ImportProblem] = []
  /// By pupil key without ordinal: how often the sheet has the name. A flat list tells of nobody whether he is two.
  var rosterCounts: [String: Int] = [:]
  var rosterOrdinals: [String: Int] = [:]
  /// Lessons of a day's column by journal.
  var columnLessons: [String: Int32] = [:]

  init(_ text: SheetText, _ sheet: MappedSheet, _ mapping: TableMapping, number: Int32) {
    self.number = number
    self.sheet = sheet
    self.mapping = mapping
    says = mapping.says
    readHeadings(text)
  }

  /// Every row is another pupil.
  var isRoster: Bool {
    sheet.columns[.pupil] != nil && [.date, .subject, .period, .number, .topic].allSatisfy { sheet.columns[$0] == nil }
  }

  private mutating func readHeadings(_ text: SheetText) {
    guard let across = mapping.across else { return }
    var month: Int?
    var days: [CivilDate: Int] = [:]
    let last = sheet.across.last?.column ?? 0
    for number in stride(from: across.from, through: last, by: 1) {
      if let row = across.monthRow, let named = MonthName.number(text[row, number]) { month = named }
      guard let header = sheet.across.first(where: { $0.column == number })?.header else { continue }
      if SummaryText.isSummary(header) {
        notices.append(problem("столбец итогов пропущен", hint: "Это не предмет и не урок.", number, header, text))
        continue
      }
      var heading = Heading(column: number, header: header)
      switch across.field {
      case .date:
        guard let date = day(header, month: month, isOfMonth: across.monthRow != nil) else {
          tellNoDay(number, header, text)
          continue
        }
        days[date, default: 0] += 1
        heading.day = (date, days[date] ?? 1)
      case .period where PeriodKind(label: header) == nil:
        problems.append(
          problem(
            "неизвестный период", hint: "Ожидается, например: «1 четверть», «2 полугодие», «Год».", number, header, text
          ))
        continue
      default: break
      }
      headings.append(heading)
    }
    for column in sheet.nameless {
      let row = stride(from: sheet.firstRow, through: text.rowCount, by: 1).first {
        !CodeFolding.collapse(text[$0, column]).isEmpty
      }
      guard let row else { continue }
      problems.append(
        problem(
          "в столбце есть записи, а заголовка нет", hint: "Столбец пропущен; впишите заголовок.", column,
          text[row, column], text, row: row))
    }
  }

  private func day(_ header: String, month: Int?, isOfMonth: Bool) -> CivilDate? {
    guard isOfMonth else { return mapping.date(header) }
    guard let month, let day = Int(header), let year = mapping.schoolYear else { return nil }
    return CivilDate(year: month >= 9 ? year : year + 1, month: month, day: day)
  }

  private mutating func tellNoDay(_ column: Int, _ header: String, _ text: SheetText) {
    if PeriodKind(label: header) != nil {
      let letters = CellPlace.columnLetters(column)
      notices.append(
        problem(
          "столбец «\(header)» пропущен: это период, а не день",
          hint: "Итоговые отметки из него загрузит своя строка в настройках: final: \"=\(letters)\".", column, header,
          text))
    } else {
      problems.append(
        problem(
          "в заголовке столбца не читается дата",
          hint: "Столбец пропущен; исправьте заголовок или настройку dates.", column, header, text))
    }
  }

  private func problem(
    _ problem: String, hint: String, _ column: Int, _ raw: String, _ text: SheetText, row: Int? = nil
  ) -> ImportProblem {
    ImportProblem(
      problem, hint: hint,
      at: CellPlace(sheet: text.name.isEmpty ? nil : text.name, row: row ?? sheet.headerRow, column: column),
      raw: excerpt(raw))
  }
}

extension TableMapping {
  /// What the table can say, by the fields it has.
  var says: SourceCapabilities {
    let named = named
    var says: SourceCapabilities = []
    let fields: [(MappingField, SourceCapabilities)] = [
      (.topic, .topics), (.homework, .homework), (.mark, .marks), (.work, .works), (.attendance, .attendance),
      (.number, .lessonNumbers), (.enrolled, .enrolmentDates), (.left, .enrolmentDates),
    ]
    for (field, capability) in fields where named.contains(field) { says.insert(capability) }
    // In a journal's page absences stand among the marks.
    if across?.cell == .mark, across?.field == .date { says.insert(.attendance) }
    if named.contains(.entered) {
      if named.contains(.mark) { says.insert(.markTimes) }
      if says.contains(.attendance) { says.insert(.attendanceTimes) }
      if named.contains(.final) { says.insert(.finalMarkTimes) }
      if says.isDisjoint(with: [.markTimes, .attendanceTimes, .finalMarkTimes]) { says.insert(.lessonTimes) }
    }
    return says
  }
}
