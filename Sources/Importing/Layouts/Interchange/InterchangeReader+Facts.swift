import Journal

extension InterchangeReader {
  mutating func readLesson(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (id, studyClass, subject, teacher, date) = (0, 1, 2, 3, 4)
    let (number, group, topic, homework, enteredAt) = (5, 6, 7, 8, 9)
    let place = rows.place(row)
    let key = try rows.required(row, id)
    let classKey = try rows.required(row, studyClass)
    let subjectKey = try rows.required(row, subject)
    let teacherKey = try rows.required(row, teacher)
    let day = try rows.requiredDate(row, date)
    let entered = try rows.moment(row, enteredAt)
    let order = try rows.integer(row, number, in: 0...99)
    let classPosition = self.studyClass(classKey, place)
    let groupKey = rows.bytes(row, group)
    let school = batch.classes[Int(classPosition)].school
    let teacherPosition = self.teacher(teacherKey, place)
    let lesson = LessonFact(
      journal: journal(school: school, year: day.schoolYear), key: "", studyClass: classPosition,
      group: self.group(groupKey, place), subject: self.subject(subjectKey, place),
      teacherSet: teacherSet(of: teacherPosition), date: day, number: order, enteredAt: entered,
      topic: rows.optionalText(row, topic), homework: rows.optionalText(row, homework), place: place)
    try define(key, in: \.lessons, \.batch.lessons, lesson, \.key, row, id, rows)
    note(entered, &rows)
  }

  private mutating func teacherSet(of teacher: Int32) -> Int32 {
    teacherSets.position(teacher, appendingTo: &batch.teacherSets) { [teacher] }
  }

  mutating func readWork(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (id, lesson, kind, isWritten) = (0, 1, 2, 3)
    let key = try rows.required(row, id)
    let lessonKey = try rows.required(row, lesson)
    _ = try rows.required(row, isWritten)
    let work = WorkFact(
      key: "", lesson: self.lesson(lessonKey, rows.place(row)), kind: rows.text(row, kind),
      isWritten: try rows.flag(row, isWritten) ?? false, place: rows.place(row))
    try define(key, in: \.works, \.batch.works, work, \.key, row, id, rows)
  }

  mutating func readMark(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (id, work, pupil, value, enteredAt) = (0, 1, 2, 3, 4)
    let place = rows.place(row)
    let (key, workKey, pupilKey) = (rows.bytes(row, id), rows.bytes(row, work), rows.bytes(row, pupil))
    let values: [MarkValue]
    let entered: LocalMoment?
    do throws(RowProblem) {
      for column in [id, work, pupil] { _ = try rows.required(row, column) }
      values = try markValues(row, value, rows)
      entered = try rows.moment(row, enteredAt)
      guard marks.insert(key).isNew else { throw duplicate(row, id, rows) }
    } catch {
      batch.unreadCells.append(
        UnreadCell(.mark, work: self.work(workKey, place), pupil: self.pupil(pupilKey, place)))
      throw error
    }
    let (workPosition, pupilPosition) = (self.work(workKey, place), self.pupil(pupilKey, place))
    for (index, mark) in values.enumerated() {
      let text = String(decoding: key, as: UTF8.self)
      batch.marks.append(
        MarkFact(
          lesson: batch.works[Int(workPosition)].lesson, pupil: pupilPosition, work: workPosition,
          key: index == 0 ? text : "\(text)/\(index + 1)", value: mark, enteredAt: entered, place: place,
          raw: values.count == 1 ? nil : rows.text(row, value)))
    }
    note(entered, &rows)
  }

  /// One value, or the two of a double mark («4/5»).
  private func markValues(
    _ row: borrowing CSVRow, _ column: Int, _ rows: TableRows
  ) throws(RowProblem) -> [MarkValue] {
    let bytes = try rows.required(row, column)
    if bytes.count == 1, let value = MarkValue(digit: bytes[0]) { return [value] }
    let text = String(decoding: bytes, as: UTF8.self)
    if let value = MarkValue(text) { return [value] }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { MarkValue(String($0)) }
    let values = parts.compactMap { $0 }
    guard parts.count == 2, values.count == 2, values.allSatisfy({ $0.grade != nil }) else {
      throw rows.problem(
        row, column, "не читается отметка",
        "Допустимы отметки 1–5 (также «4-», «4/5»), зач, незач, осв, н/а, а/з; посещаемость — в таблице attendance.")
    }
    return values
  }

  mutating func readAttendance(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (lesson, code, pupil, enteredAt) = (0, 1, 2, 3)
    let place = rows.place(row)
    let (lessonKey, pupilKey) = (rows.bytes(row, lesson), rows.bytes(row, pupil))
    let known: AttendanceCode
    let entered: LocalMoment?
    do throws(RowProblem) {
      _ = try rows.required(row, lesson)
      known = try attendanceCode(row, code, rows)
      guard !pupilKey.isEmpty || known == .present else {
        throw rows.problem(row, pupil, "не указан ученик", "Без ученика допустим только код В: все присутствуют.")
      }
      entered = try rows.moment(row, enteredAt)
    } catch {
      batch.unreadCells.append(
        UnreadCell(.attendance, lesson: self.lesson(lessonKey, place), pupil: self.pupil(pupilKey, place)))
      throw error
    }
    batch.attendance.append(
      AttendanceFact(
        lesson: self.lesson(lessonKey, place), pupil: self.pupil(pupilKey, place),
        code: known, enteredAt: entered, place: place))
    note(entered, &rows)
  }

  private func attendanceCode(
    _ row: borrowing CSVRow, _ column: Int, _ rows: TableRows
  ) throws(RowProblem) -> AttendanceCode {
    if let known = attendanceCode(try rows.required(row, column)) { return known }
    throw rows.problem(
      row, column, "неизвестный код посещаемости", "Допустимы: Н, Б, У, О, В (В без ученика — все присутствуют).")
  }

  /// The five codes as two bytes of UTF-8 without making a `String`; other spellings the slow way.
  private func attendanceCode(_ bytes: Bytes) -> AttendanceCode? {
    if bytes.count == 2, bytes[0] == 0xD0 {
      switch bytes[1] {
      case 0x9D: return .absent
      case 0x91: return .ill
      case 0xA3: return .excused
      case 0x9E: return .late
      case 0x92: return .present
      default: break
      }
    }
    return AttendanceCode(String(decoding: bytes, as: UTF8.self))
  }

  mutating func readFinalMark(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (pupil, subject, period, value, decided, enteredAt) = (0, 1, 2, 3, 4, 5)
    let place = rows.place(row)
    let (pupilKey, subjectKey) = (rows.bytes(row, pupil), rows.bytes(row, subject))
    let periodKey = rows.bytes(row, period)
    let mark: MarkValue
    let (decidedOn, entered): (CivilDate?, LocalMoment?)
    do throws(RowProblem) {
      for column in [pupil, subject, period] { _ = try rows.required(row, column) }
      mark = try finalMarkValue(row, value, rows)
      (decidedOn, entered) = (try rows.date(row, decided), try rows.moment(row, enteredAt))
    } catch {
      batch.unreadCells.append(
        journal: -1, pupil: self.pupil(pupilKey, place), subject: self.subject(subjectKey, place),
        period: self.period(periodKey, place))
      throw error
    }
    let pupilPosition = self.pupil(pupilKey, place)
    let periodPosition = self.period(periodKey, place)
    let subjectPosition = self.subject(subjectKey, place)
    // The year of a period of an earlier export is not known here: the reader settles it at the end.
    let known = batch.periods[Int(periodPosition)]
    let journal = known.isReference ? -1 : journal(school: schoolOf(pupil: pupilPosition), year: known.schoolYear)
    note(entered, &rows)
    if mark.isExemption {
      batch.exemptions.append(
        ExemptionFact(
          journal: journal, pupil: pupilPosition, subject: subjectPosition, period: periodPosition, enteredAt: entered,
          place: place))
      return
    }
    batch.finalMarks.append(
      FinalMarkFact(
        journal: journal, pupil: pupilPosition, subject: subjectPosition, period: periodPosition, value: mark,
        decided: decidedOn, enteredAt: entered, place: place))
  }

  private func finalMarkValue(
    _ row: borrowing CSVRow, _ column: Int, _ rows: TableRows
  ) throws(RowProblem) -> MarkValue {
    if let mark = MarkValue(String(decoding: try rows.required(row, column), as: UTF8.self)) { return mark }
    throw rows.problem(row, column, "не читается итоговая отметка", "Допустимы 1–5, зач, незач, осв, н/а, а/з.")
  }

  mutating func readExemption(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (pupil, subject, from, to) = (0, 1, 2, 3)
    let place = rows.place(row)
    let (pupilKey, subjectKey) = (rows.bytes(row, pupil), rows.bytes(row, subject))
    let (first, last): (CivilDate?, CivilDate?)
    do throws(RowProblem) {
      for column in [pupil, subject] { _ = try rows.required(row, column) }
      (first, last) = (try rows.date(row, from), try rows.date(row, to))
      if let first, let last, last < first {
        throw rows.problem(row, to, "освобождение кончается раньше, чем начинается", "Исправьте столбцы from и to.")
      }
    } catch {
      batch.unreadCells.append(
        UnreadCell(.exemption, pupil: self.pupil(pupilKey, place), subject: self.subject(subjectKey, place)))
      throw error
    }
    // Without dates it belongs to no school year of its own: the reader settles it at the end.
    batch.exemptions.append(
      ExemptionFact(
        journal: -1, pupil: self.pupil(pupilKey, place), subject: self.subject(subjectKey, place), from: first,
        to: last, place: place))
  }

  mutating func readLogin(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (person, role, at) = (0, 1, 2)
    let place = rows.place(row)
    let key = try rows.required(row, person)
    let who: LoginFact.Role
    switch rows.text(row, role).lowercased() {
    case "pupil": who = .pupil
    case "parent": who = .parent
    case "teacher": who = .teacher
    default: throw rows.problem(row, role, "неизвестная роль", "Допустимы: pupil, parent, teacher.")
    }
    _ = try rows.required(row, at)
    guard let moment = try rows.moment(row, at) else { return }
    let position = who == .teacher ? self.teacher(key, place) : self.pupil(key, place)
    let school = who == .teacher ? batch.teachers[Int(position)].school : schoolOf(pupil: position)
    batch.logins.append(
      LoginFact(
        journal: journal(school: school, year: moment.date.schoolYear), role: who, person: position, at: moment,
        place: place))
    if newestEntry.map({ $0 < moment }) ?? true { newestEntry = moment }
  }

  func schoolOf(pupil: Int32) -> Int32 {
    let studyClass = batch.pupils[Int(pupil)].studyClass
    return studyClass < 0 ? 0 : batch.classes[Int(studyClass)].school
  }

  private mutating func note(_ entered: LocalMoment?, _ rows: inout TableRows) {
    rows.noteMoment(entered)
    guard let entered, newestEntry.map({ $0 < entered }) ?? true else { return }
    newestEntry = entered
  }
}
