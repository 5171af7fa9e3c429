import Journal

extension InterchangeReader {
  mutating func readSchool(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (id, name) = (0, 1)
    let key = try rows.required(row, id)
    let school = BatchSchool(key: "", name: rows.text(row, name), place: rows.place(row))
    try define(key, in: \.schools, \.batch.schools, school, \.key, row, id, rows)
  }

  mutating func readSubject(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (id, name, weeklyHours, graded, briefing) = (0, 1, 2, 3, 4)
    let key = try rows.required(row, id)
    _ = try rows.required(row, name)
    var hours: Int?
    if let text = rows.optionalText(row, weeklyHours) {
      guard let hundredths = InterchangeReader.hundredths(text) else {
        throw rows.problem(row, weeklyHours, "не читается число часов в неделю", "Запишите число, например 2 или 0,5.")
      }
      hours = hundredths
    }
    let subject = BatchSubject(
      key: "", name: rows.text(row, name), weeklyHours: hours, isGraded: try rows.flag(row, graded) ?? true,
      needsBriefing: try rows.flag(row, briefing) ?? false, place: rows.place(row))
    try define(key, in: \.subjects, \.batch.subjects, subject, \.key, row, id, rows)
  }

  mutating func readTeacher(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (id, school, name) = (0, 1, 2)
    let key = try rows.required(row, id)
    _ = try rows.required(row, name)
    let teacher = BatchTeacher(
      key: "", name: rows.text(row, name), school: try self.school(row, school, rows), place: rows.place(row))
    try define(key, in: \.teachers, \.batch.teachers, teacher, \.key, row, id, rows)
  }

  mutating func readClass(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (id, school, grade, letter, head) = (0, 1, 2, 3, 4)
    let key = try rows.required(row, id)
    _ = try rows.required(row, grade)
    let number = try rows.integer(row, grade, in: 1...12) ?? 1
    var headTeacher: Int32 = -1
    if !rows.bytes(row, head).isEmpty { headTeacher = teacher(rows.bytes(row, head), rows.place(row)) }
    let studyClass = BatchClass(
      key: "", school: try self.school(row, school, rows), grade: number, title: "\(number)\(rows.text(row, letter))",
      headTeacher: headTeacher, place: rows.place(row))
    try define(key, in: \.classes, \.batch.classes, studyClass, \.key, row, id, rows)
  }

  mutating func readGroup(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (id, studyClass, name) = (0, 1, 2)
    let key = try rows.required(row, id)
    let position = self.studyClass(try rows.required(row, studyClass), rows.place(row))
    let group = BatchGroup(key: "", studyClass: position, name: rows.text(row, name), place: rows.place(row))
    try define(key, in: \.groups, \.batch.groups, group, \.key, row, id, rows)
  }

  mutating func readPupil(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (id, studyClass, name, birthDate, enrolled, left) = (0, 1, 2, 3, 4, 5)
    let key = try rows.required(row, id)
    let position = self.studyClass(try rows.required(row, studyClass), rows.place(row))
    _ = try rows.required(row, name)
    let pupil = BatchPupil(
      key: "", studyClass: position, name: rows.text(row, name), birthDate: try rows.date(row, birthDate),
      enrolled: try rows.date(row, enrolled), left: try rows.date(row, left), isListed: true,
      saysLeft: rows.saidColumns.contains("left"), place: rows.place(row))
    if let enrolled = pupil.enrolled, let leftOn = pupil.left, leftOn < enrolled {
      throw rows.problem(row, left, "ученик выбыл раньше, чем прибыл", "Исправьте даты в столбцах enrolled и left.")
    }
    try define(key, in: \.pupils, \.batch.pupils, pupil, \.key, row, id, rows)
  }

  mutating func readMembership(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (group, pupil, from, to) = (0, 1, 2, 3)
    let (groupKey, pupilKey) = (try rows.required(row, group), try rows.required(row, pupil))
    let place = rows.place(row)
    batch.memberships.append(
      BatchMembership(
        group: self.group(groupKey, place), pupil: self.pupil(pupilKey, place), from: try rows.date(row, from),
        to: try rows.date(row, to), place: place))
  }

  mutating func readPeriod(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (id, school, name, start, end, kind, grades) = (0, 1, 2, 3, 4, 5, 6)
    let key = try rows.required(row, id)
    let first = try rows.requiredDate(row, start)
    let last = try rows.requiredDate(row, end)
    guard first <= last else {
      throw rows.problem(row, end, "период кончается раньше, чем начинается", "Исправьте столбцы start и end.")
    }
    var periodKind =
      PeriodKind(label: rows.text(row, name)) ?? PeriodKind(lengthInDays: Int(last.days - first.days) + 1)
    if let word = rows.optionalText(row, kind) {
      guard let known = PeriodKind(word: word) else {
        throw rows.problem(
          row, kind, "неизвестный вид периода", "Допустимы: quarter, trimester, half, year; или оставьте пустым.")
      }
      periodKind = known
    }
    var range: ClosedRange<Int>?
    if let text = rows.optionalText(row, grades) {
      guard let read = InterchangeReader.grades(text) else {
        throw rows.problem(row, grades, "не читаются классы периода", "Запишите «10-11» или «5».")
      }
      range = read
    }
    let period = BatchPeriod(
      key: "", school: try self.school(row, school, rows),
      name: rows.optionalText(row, name) ?? StudentPeriods.text(periodKind, days: first...last),
      kind: periodKind,
      schoolYear: first.schoolYear, start: first, end: last, grades: range, place: rows.place(row))
    try define(key, in: \.periods, \.batch.periods, period, \.key, row, id, rows)
  }

  mutating func readHoliday(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (school, from, to) = (0, 1, 2)
    let (first, last) = (try rows.requiredDate(row, from), try rows.requiredDate(row, to))
    guard first <= last else {
      throw rows.problem(row, to, "каникулы кончаются раньше, чем начинаются", "Исправьте столбцы from и to.")
    }
    batch.holidays.append(
      BatchHoliday(school: try self.school(row, school, rows), from: first, to: last, place: rows.place(row)))
  }

  /// `2`, `0,5` or `0.5` in hundredths.
  static func hundredths(_ text: String) -> Int? {
    let parts = text.split(separator: text.contains(",") ? "," : ".", omittingEmptySubsequences: false)
    guard (1...2).contains(parts.count), let whole = Int(parts[0]), (0...60).contains(whole) else { return nil }
    guard parts.count == 2 else { return whole * 100 }
    guard (1...2).contains(parts[1].count), let part = Int(parts[1]), part >= 0 else { return nil }
    return whole * 100 + (parts[1].count == 1 ? part * 10 : part)
  }

  /// `10-11` or `5`.
  static func grades(_ text: String) -> ClosedRange<Int>? {
    let ends = text.split(whereSeparator: { "-–—".contains($0) }).map { Int(CodeFolding.collapse($0)) }
    guard let first = ends.first ?? nil, let last = ends.last ?? nil, ends.count <= 2, first <= last,
      (1...12).contains(first), (1...12).contains(last)
    else { return nil }
    return first...last
  }
}
