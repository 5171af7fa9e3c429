import Journal

extension MappedReader {
  /// Where the facts of a row or a cell belong.
  struct Scope {
    var year: Int
    var studyClass: Int32
    var classKey: String
    var title: String
    /// -1 for none.
    var pupil: Int32
  }

  mutating func read(_ row: MappedRow, _ table: inout MappedTable) throws(ImportProblem) {
    let mapping = row.mapping
    try checkPupil(row)
    var row = row
    row.entered = try entered(row)
    if let across = mapping.across {
      for heading in table.headings { try read(row, heading, across, &table) }
    }
    let holds = { (field: MappingField) in row.sheet.columns[field] != nil || mapping.constants[field] != nil }
    let date = holds(.date) ? try self.date(row) : nil
    if let date, holds(.subject) {
      let scope = try scope(row, date, &table)
      let key = try subject(row, across: nil)
      let lesson = try lesson(row, scope, date, ordinal: 1, subject: key, place: row.number, column: 0, &table)
      addWorks(row, scope, lesson, table)
    }
    if row.sheet.columns[.final] != nil, holds(.subject), holds(.period) {
      let scope = try scope(row, date, &table)
      let subject = try subject(row, across: nil)
      let period = try period(row, scope, label: row.value(.period), column: row.column(.period), table)
      addFinal(row, row.raw(.final), row.column(.final), scope, subject, period, table)
    }
    // A list of pupils, or a pupil of whom the cells are empty.
    if mapping.named.contains(.pupil), date != nil || mapping.across?.field != .date || mapping.schoolYear != nil {
      _ = try scope(row, date, &table)
    }
  }

  /// One cell under a heading.
  private mutating func read(
    _ row: MappedRow, _ heading: MappedTable.Heading, _ across: TableMapping.Across, _ table: inout MappedTable
  ) throws(ImportProblem) {
    let raw = row.text[row.number, heading.column]
    let isBlank = CodeFolding.collapse(raw).isEmpty
    if across.cell == .final {
      guard !isBlank else { return }
      let scope = try scope(row, row.mapping.constants[.date] == nil ? nil : date(row), &table)
      let subject = try subject(row, across: across.field == .subject ? heading : nil)
      let label = across.field == .period ? heading.header : row.value(.period)
      let period = try period(
        row, scope, label: label, column: across.field == .period ? heading.column : row.column(.period), table)
      return addFinal(row, raw, heading.column, scope, subject, period, table)
    }
    // A day's column is a lesson, be it empty; a subject's is one only where something stands.
    if heading.day == nil, isBlank { return }
    let (day, ordinal) = if let day = heading.day { day } else { (date: try date(row), ordinal: 1) }
    let scope = try scope(row, day, &table)
    let subject = try subject(row, across: across.field == .subject ? heading : nil)
    let lesson = try lesson(
      row, scope, day, ordinal: ordinal, subject: subject,
      place: heading.day == nil ? row.number : row.sheet.headerRow, column: heading.column, &table)
    if !isBlank { addCell(row, raw, heading.column, across.cell, scope, lesson, table) }
  }

  // MARK: Whom and when

  private func checkPupil(_ row: MappedRow) throws(ImportProblem) {
    guard row.mapping.named.contains(.pupil) else { return }
    let name = row.value(.pupil)
    guard !name.isEmpty else {
      throw row.problem("в строке есть записи, а ученика нет", hint: "Строка пропущена; впишите ученика.", .pupil)
    }
    guard SummaryText.isName(name) else {
      throw row.problem(
        "не похоже на имя ученика", hint: "Строка пропущена; ожидается «Фамилия Имя Отчество» или «Фамилия И.О.».",
        .pupil)
    }
  }

  private func date(_ row: MappedRow) throws(ImportProblem) -> CivilDate {
    guard let date = row.mapping.date(row.raw(.date), schoolYear: TableMapping.schoolYear(row.value(.year))) else {
      throw row.problem(
        "не читается дата", hint: MappedReader.dateHint(row), .date)
    }
    return date
  }

  /// The class in its year, and the row's pupil in it.
  private mutating func scope(
    _ row: MappedRow, _ date: CivilDate?, _ table: inout MappedTable
  ) throws(ImportProblem) -> Scope {
    let written = row.value(.year)
    guard let year = written.isEmpty ? date?.schoolYear : TableMapping.schoolYear(written) else {
      throw row.problem(
        "не читается учебный год", hint: "Строка пропущена; ожидается, например: 2024/2025.", .year)
    }
    let title = row.value(.studyClass)
    guard let name = ClassName(title) else {
      throw row.problem("не читается класс", hint: "Строка пропущена; ожидается, например: 8А.", .studyClass)
    }
    let key = "\(year)/\(name.key)"
    let place = place(row, .studyClass, table)
    let studyClass = builder.studyClass(key, title: title, place)
    var scope = Scope(year: year, studyClass: studyClass, classKey: key, title: title, pupil: -1)
    if row.mapping.named.contains(.pupil) { scope.pupil = try pupil(row, scope, &table) }
    return scope
  }

  private mutating func pupil(
    _ row: MappedRow, _ scope: Scope, _ table: inout MappedTable
  ) throws(ImportProblem) -> Int32 {
    let name = row.value(.pupil)
    var key = "\(scope.classKey)/\(CodeFolding.fold(name))"
    if table.isRoster {
      let ofRow = "\(key)/\(row.number)"
      if table.rosterOrdinals[ofRow] == nil {
        table.rosterCounts[key, default: 0] += 1
        table.rosterOrdinals[ofRow] = table.rosterCounts[key]
      }
      let ordinal = table.rosterOrdinals[ofRow] ?? 1
      if ordinal > 1 { key += "#\(ordinal)" }
    } else {
      table.rosterCounts[key] = 1
    }
    return builder.pupil(
      BatchPupil(
        key: key, studyClass: scope.studyClass, name: name, birthDate: try day(row, .birthDate),
        enrolled: try day(row, .enrolled), left: try day(row, .left),
        saysLeft: row.mapping.named.contains(.left), place: place(row, .pupil, table)))
  }

  private static func dateHint(_ row: MappedRow) -> String {
    if let dates = row.mapping.dates { return "Строка пропущена; ожидается \(dates.text)." }
    return "Строка пропущена; ожидается ДД.ММ.ГГГГ; другой вид дат называет настройка dates."
  }

  /// A day that may be missing.
  private func day(_ row: MappedRow, _ field: MappingField) throws(ImportProblem) -> CivilDate? {
    let text = row.value(field)
    if text.isEmpty { return nil }
    guard let date = row.mapping.date(text) else {
      throw row.problem(
        "не читается дата", hint: MappedReader.dateHint(row), field)
    }
    return date
  }

  // MARK: What

  private mutating func subject(
    _ row: MappedRow, across heading: MappedTable.Heading?
  ) throws(ImportProblem) -> (position: Int32, name: String) {
    let name = heading?.header ?? row.value(.subject)
    guard !name.isEmpty else {
      throw row.problem("нет названия предмета", hint: "Строка пропущена; впишите предмет.", .subject)
    }
    let sheet = builder.sheet(row.text.name, file: 0)
    let place = heading.map { FactPlace(sheet: sheet, row: Int32(row.sheet.headerRow), column: Int32($0.column)) }
    let own = FactPlace(sheet: sheet, row: Int32(row.number), column: Int32(row.column(.subject)))
    return (builder.subject(CodeFolding.fold(name), name: name, place ?? own), name)
  }

  private mutating func period(
    _ row: MappedRow, _ scope: Scope, label: String, column: Int, _ table: MappedTable
  ) throws(ImportProblem) -> Int32 {
    guard let kind = PeriodKind(label: label) else {
      throw row.problem(
        "неизвестный период", hint: "Строка пропущена; ожидается, например: «1 четверть», «Год».", column: column,
        raw: label)
    }
    return builder.period(
      BatchPeriod(
        key: "\(MappedLayout.id)/\(scope.year)/\(CodeFolding.fold(label))", school: 0, name: label, kind: kind,
        schoolYear: scope.year,
        place: FactPlace(sheet: table.number, row: Int32(row.number), column: Int32(column))))
  }

  /// The journal of a subject of a class. Pages of days on several sheets are groups of their own; other tables go on from
  /// sheet to sheet.
  mutating func journal(
    _ row: MappedRow, _ scope: Scope, _ subject: String, _ table: MappedTable
  ) -> (position: Int32, key: String) {
    let group = row.value(.group)
    let page = row.mapping.across?.field == .date && group.isEmpty ? row.text.name : group
    let key = "\(MappedLayout.id)/\(row.mapping.name)/\(scope.classKey)/\(page)/\(subject)"
    let journal = builder.journal(key, year: scope.year, says: table.says)
    if table.isRoster, scope.pupil >= 0 { journalPupils[journal, default: []].insert(scope.pupil) }
    return (journal, key)
  }

  private mutating func lesson(
    _ row: MappedRow, _ scope: Scope, _ date: CivilDate, ordinal: Int, subject: (position: Int32, name: String),
    place placeRow: Int, column: Int, _ table: inout MappedTable
  ) throws(ImportProblem) -> Int32 {
    let (journal, journalKey) = journal(row, scope, subject.name, table)
    var number: Int?
    let written = row.value(.number)
    if !written.isEmpty {
      number = Int(written.prefix { $0.isNumber })
      if number == nil {
        throw row.problem("не читается номер урока", hint: "Строка пропущена; ожидается, например: 3.", .number)
      }
    }
    var key = "\(journalKey)/\(date)\(number.map { "/\($0)" } ?? "")"
    var ordinal = ordinal
    if scope.pupil < 0 {
      // In a list of lessons every row is one.
      lessonRows[key, default: 0] += 1
      ordinal = lessonRows[key] ?? 1
    }
    if ordinal > 1 { key += "#\(ordinal)" }
    let group = group(row, scope, journalKey, table)
    if let known = builder.known("lesson", key), row.sheet.columns[.topic] == nil, row.sheet.columns[.homework] == nil {
      return known
    }
    let at = FactPlace(sheet: table.number, row: Int32(placeRow), column: Int32(column))
    var period: Int32 = -1
    if row.mapping.across?.field != .period, let kind = PeriodKind(label: row.value(.period)), kind <= .half {
      period = try self.period(row, scope, label: row.value(.period), column: row.column(.period), table)
      journalPeriods[journal, default: []].insert(period)
    }
    let isTimed = table.says.contains(.lessonTimes)
    let enteredAt = isTimed ? row.entered : nil
    builder.note(enteredAt, nil)
    return builder.lesson(
      LessonFact(
        journal: journal, key: key, studyClass: scope.studyClass, group: group, subject: subject.position,
        teacherSet: teachers(row, table), date: date, number: number, period: period, isTimed: isTimed,
        enteredAt: enteredAt, topic: text(row, .topic), homework: text(row, .homework), place: at
      ))
  }

  /// The pupils that the table names make a group of their own, unless it is a list of lessons without a group.
  private mutating func group(_ row: MappedRow, _ scope: Scope, _ journalKey: String, _ table: MappedTable) -> Int32 {
    let name = row.value(.group)
    guard scope.pupil >= 0 || !name.isEmpty else { return -1 }
    let group = builder.group(
      journalKey, of: scope.studyClass, name: name.isEmpty ? scope.title : name, place(row, .group, table))
    if scope.pupil >= 0 { builder.member(scope.pupil, of: group, place(row, .pupil, table)) }
    return group
  }

  private mutating func teachers(_ row: MappedRow, _ table: MappedTable) -> Int32 {
    let place = place(row, .teacher, table)
    let names = row.value(.teacher).split { ",;".contains($0) }.map { CodeFolding.collapse($0) }.filter { !$0.isEmpty }
    let teachers = names.map { builder.teacher(CodeFolding.fold($0), name: $0, place) }
    return builder.teacherSet(teachers)
  }

  private func text(_ row: MappedRow, _ field: MappingField) -> String? {
    let text = row.raw(field)
    return CodeFolding.collapse(text).isEmpty ? nil : text
  }

  /// Nil for an empty cell.
  private func entered(_ row: MappedRow) throws(ImportProblem) -> LocalMoment? {
    let text = row.value(.entered)
    if text.isEmpty { return nil }
    guard let moment = LocalMoment(text) ?? row.mapping.date(text).map({ LocalMoment($0) }) else {
      throw row.problem(
        "не читается, когда внесено", hint: "Строка пропущена; ожидается ДД.ММ.ГГГГ ЧЧ:ММ.", .entered)
    }
    return moment
  }

  func place(_ row: MappedRow, _ field: MappingField, _ table: MappedTable) -> FactPlace {
    FactPlace(sheet: table.number, row: Int32(row.number), column: Int32(row.column(field)))
  }
}
