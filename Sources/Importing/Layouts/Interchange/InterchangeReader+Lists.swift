import Journal

/// The tables that are kept as lists. A value's column is that of the table's own order.
extension InterchangeReader {
  mutating func readPlan(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (studyClass, subject, number, topic, date, group) = (0, 1, 2, 3, 4, 5)
    let place = rows.place(row)
    let position = self.studyClass(try rows.required(row, studyClass), place)
    let subjectPosition = self.subject(try rows.required(row, subject), place)
    _ = try rows.required(row, number)
    let order = try rows.integer(row, number, in: 0...9999) ?? 0
    let groupKey = rows.bytes(row, group)
    add(
      .plan, school: batch.classes[Int(position)].school,
      [
        .studyClass(position), .subject(subjectPosition), .integer(Int64(order)), text(rows.optionalText(row, topic)),
        day(try rows.date(row, date)), groupKey.isEmpty ? .empty : .group(self.group(groupKey, place)),
      ], place)
  }

  mutating func readClassHour(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (id, studyClass, date, topic, direction, attendance, briefing) = (0, 1, 2, 3, 4, 5, 6)
    let place = rows.place(row)
    let key = try rows.required(row, id)
    let position = self.studyClass(try rows.required(row, studyClass), place)
    let held = try rows.requiredDate(row, date)
    let isTaken = try rows.flag(row, attendance)
    let isBriefing = try rows.flag(row, briefing)
    guard classHours.insert(key).isNew else { throw duplicate(row, id, rows) }
    add(
      .classHours, school: batch.classes[Int(position)].school,
      [
        .text(String(decoding: key, as: UTF8.self)), .studyClass(position), day(held),
        text(rows.optionalText(row, topic)), text(rows.optionalText(row, direction)), flag(isTaken), flag(isBriefing),
      ], place)
  }

  mutating func readConsent(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (pupil, kind, given, withdrawn) = (0, 1, 2, 3)
    let place = rows.place(row)
    let key = try rows.required(row, pupil)
    let word = String(decoding: try rows.required(row, kind), as: UTF8.self)
    guard ["child", "parent", "pupil-16"].contains(word) else {
      throw rows.problem(row, kind, "неизвестный вид согласия", "Допустимы: child, parent, pupil-16.")
    }
    let (givenOn, withdrawnOn) = (try rows.requiredDate(row, given), try rows.date(row, withdrawn))
    let position = self.pupil(key, place)
    add(
      .consents, school: schoolOf(pupil: position),
      [.pupil(position), .text(word), day(givenOn), day(withdrawnOn)], place)
  }

  mutating func readClassList(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (studyClass, verifiedBy, verifiedAt) = (0, 1, 2)
    let place = rows.place(row)
    let position = self.studyClass(try rows.required(row, studyClass), place)
    let who = String(decoding: try rows.required(row, verifiedBy), as: UTF8.self)
    _ = try rows.required(row, verifiedAt)
    guard let moment = try rows.moment(row, verifiedAt) else { return }
    add(
      .classLists, school: batch.classes[Int(position)].school,
      [.studyClass(position), .text(who), .integer(moment.seconds)], place)
  }

  mutating func readPaperTally(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (lesson, marks, absences) = (0, 1, 2)
    let place = rows.place(row)
    let key = try rows.required(row, lesson)
    _ = try rows.required(row, marks)
    _ = try rows.required(row, absences)
    let counts = (
      try rows.integer(row, marks, in: 0...999) ?? 0, try rows.integer(row, absences, in: 0...999) ?? 0
    )
    let position = self.lesson(key, place)
    let studyClass = batch.lessons[Int(position)].studyClass
    add(
      .paperTally, school: studyClass < 0 ? 0 : batch.classes[Int(studyClass)].school,
      [.lesson(position), .integer(Int64(counts.0)), .integer(Int64(counts.1))], place)
  }

  /// The kind may be a Russian word, since people at school write this table.
  mutating func readAlias(_ row: borrowing CSVRow, _ rows: inout TableRows) throws(RowProblem) {
    let (kind, name, sameAs, studyClass) = (0, 1, 2, 3)
    let words = [
      "class": "class", "subject": "subject", "teacher": "teacher", "pupil": "pupil", "класс": "class",
      "предмет": "subject", "учитель": "teacher", "ученик": "pupil",
    ]
    let word = String(decoding: try rows.required(row, kind), as: UTF8.self).lowercased()
    guard let known = words[word] else {
      throw rows.problem(row, kind, "неизвестный вид имени", "Допустимы: класс, предмет, учитель, ученик.")
    }
    _ = try rows.required(row, name)
    add(
      .aliases, school: 0,
      [
        .text(known), text(rows.optionalText(row, studyClass)), .text(rows.text(row, name)),
        text(rows.optionalText(row, sameAs)),
      ], rows.place(row))
  }

  mutating func add(_ list: ListKind, school: Int32, _ values: [ListValue], _ place: FactPlace) {
    batch.lists.append(ListRow(list: list, school: school, values: values, place: place))
  }

  func text(_ text: String?) -> ListValue { text.map(ListValue.text) ?? .empty }

  func day(_ date: CivilDate?) -> ListValue { date.map { .integer(Int64($0.days)) } ?? .empty }

  private func flag(_ flag: Bool?) -> ListValue { flag.map { .integer($0 ? 1 : 0) } ?? .empty }
}
