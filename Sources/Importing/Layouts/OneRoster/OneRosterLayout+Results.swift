import Journal

extension OneRosterLayout {
  mutating func readLineItem(_ rows: OneRosterRows, _ row: OneRosterRows.Row, _ id: String) {
    guard let of = rows.text(row, "classsourcedid") else {
      return reject(rows, row, "classsourcedid", "у работы нет класса", "Впишите classSourcedId.")
    }
    if deleted.contains(of) { return }
    guard scheduled[of] != nil || homerooms[of] != nil else {
      return reject(
        rows, row, "classsourcedid", "такого класса нет в classes", "Добавьте его в classes.csv или исправьте ссылку.")
    }
    guard let date = date(rows, row, "duedate") ?? date(rows, row, "assigndate") else {
      return reject(rows, row, "duedate", "у работы нет даты", "Впишите dueDate или assignDate как ГГГГ-ММ-ДД.")
    }
    let category = rows.text(row, "categorysourcedid").flatMap { categories[$0] }
    items[id] = Item(
      studyClass: of, kind: [category, rows.text(row, "title")].compactMap { $0 }.joined(separator: ": "), date: date,
      top: rows.text(row, "resultvaluemax"), place: rows.place(row))
  }

  mutating func readResult(_ rows: OneRosterRows, _ row: OneRosterRows.Row, _ id: String) {
    guard let itemId = rows.text(row, "lineitemsourcedid"), let student = rows.text(row, "studentsourcedid") else {
      return reject(
        rows, row, "lineitemsourcedid", "у результата нет работы или ученика",
        "Впишите lineItemSourcedId и studentSourcedId.")
    }
    if deleted.contains(itemId) || deleted.contains(student) { return }
    guard let item = items[itemId] else {
      return reject(
        rows, row, "lineitemsourcedid", "такой работы нет в lineItems",
        "Добавьте её в lineItems.csv или исправьте ссылку.")
    }
    guard users[student] != nil else {
      return reject(
        rows, row, "studentsourcedid", "такого пользователя нет в users",
        "Добавьте его в users.csv или исправьте ссылку.")
    }
    guard let (value, raw) = value(rows, row, item) else { return }
    let pupil = pupil(student)
    let lesson = lesson(itemId, item, of: pupil)
    let work = builder.work(
      builder.batch.lessons[Int(lesson)].key, lesson: lesson, kind: item.kind, item.place)
    builder.mark(
      MarkFact(
        lesson: lesson, pupil: pupil, work: work, key: "\(Self.id)/\(id)", value: value, place: rows.place(row),
        raw: raw))
    if let scored = rows.date(row, "scoredate") { builder.note(nil, scored) }
  }

  /// Nil where nothing was given: not submitted, or not yet scored.
  private mutating func value(
    _ rows: OneRosterRows, _ row: OneRosterRows.Row, _ item: Item
  ) -> (value: MarkValue, raw: String?)? {
    let status = rows.text(row, "scorestatus")?.lowercased()
    if status == "exempt" { return MarkValue("осв").map { ($0, status) } }
    let text = rows.text(row, "textscore")
    guard let score = rows.text(row, "score") ?? text else { return nil }
    if let text, let value = MarkValue(text) { return (value, rows.text(row, "score")) }
    let whole = score.hasSuffix(".0") ? String(score.dropLast(2)) : score
    if let top = item.top, top == "5" || top == "5.0", let value = MarkValue(whole) {
      return (value, value.text == score ? nil : score)
    }
    otherScales[rows.file, default: 0] += 1
    return MarkValue("-").map { ($0, item.top.map { "\(score) из \($0)" } ?? score) }
  }

  /// One lesson for a line item and a class whose pupils have results in it.
  private mutating func lesson(_ id: String, _ item: Item, of pupil: Int32) -> Int32 {
    let studyClass = builder.batch.pupils[Int(pupil)].studyClass
    let classKey = builder.batch.classes[Int(studyClass)].key
    let ofClass = scheduled[item.studyClass]
    let journal = builder.journal(
      "\(Self.id)/\(item.studyClass)/\(classKey)/\(item.date.schoolYear)",
      school: builder.batch.classes[Int(studyClass)].school, year: item.date.schoolYear,
      says: [.marks, .works, .partial])
    let group = ofClass == nil ? -1 : group(of: pupil, in: item.studyClass)
    if group >= 0 { builder.member(pupil, of: group, item.place) }
    return builder.lesson(
      LessonFact(
        journal: journal, key: "\(Self.id)/\(id)/\(classKey)", studyClass: studyClass, group: group,
        subject: ofClass?.subject
          ?? builder.subject(Self.id + "/" + PupilFeed.noSubject, name: PupilFeed.noSubject, item.place),
        teacherSet: builder.teacherSet(ofClass?.teachers ?? []), date: item.date, place: item.place))
  }

  mutating func tellScales() {
    for (file, count) in otherScales.sorted(by: { $0.key < $1.key }) {
      builder.notice(
        "оценки не по пятибалльной шкале (\(count)) сохранены как есть и отметками не считаются",
        hint: "Отметка — целое число от 1 до 5 при resultValueMax 5.", file: file)
    }
  }
}
