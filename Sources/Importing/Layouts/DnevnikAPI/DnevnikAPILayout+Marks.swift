import Journal

extension DnevnikAPILayout {
  /// A mark of a lesson; without a lesson, the final mark of the period that its work names.
  mutating func readMark(_ record: JSONValue, _ place: FactPlace) {
    guard let person = record.id("person"), let work = record.id("work") else {
      return builder.rejectRow("у отметки нет ученика или работы", hint: "Выгрузите ответ заново.", record, place)
    }
    let text = CodeFolding.collapse(record["value"]?.text ?? "")
    let lessonId = record.id("lesson") ?? works[work]?.id("lesson")
    guard let lessonId, lessonId != "0" else { return readPeriodMark(record, work, person, place) }
    guard let lesson = lessons[lessonId] else { return rejectUnknown(lessonId, person, record, place) }
    say([.marks, .works], ofJournalOf: lesson)
    let pupil = pupil(person, place)
    join(pupil, lesson, place)
    if let code = AttendanceCode(text) {
      return builder.attendance(
        AttendanceFact(lesson: lesson, pupil: pupil, code: code, place: place, raw: text))
    }
    guard let value = value(record, place) else {
      return builder.batch.unreadCells.append(lesson: lesson, pupil: pupil)
    }
    // Two marks of one work are two records of it, numbered 1 and 2.
    builder.mark(
      MarkFact(
        lesson: lesson, pupil: pupil, work: self.work(work, works[work] ?? record, lesson, place),
        key: "\(Self.id)/\(record.id() ?? "\(work)/\(person)/\(record["number"]?.text ?? "")")", value: value,
        place: place, raw: text == value.text ? nil : text))
  }

  private mutating func value(_ record: JSONValue, _ place: FactPlace) -> MarkValue? {
    let texts = ["value", "textValue"].compactMap { record[$0]?.text }.map { CodeFolding.collapse($0) }
    if let value = texts.lazy.compactMap({ MarkValue($0) }).first { return value }
    builder.reject("не читается отметка", hint: "Допустимы отметки 1–5, зач, незач, осв, н/а.", record, place)
    return nil
  }

  private mutating func rejectUnknown(_ lesson: String, _ person: String, _ record: JSONValue, _ place: FactPlace) {
    builder.rejectRow(
      "урока \(lesson) нет среди уроков этой папки", hint: "Положите рядом ответ lessons за те же дни.", record,
      pupil: pupil(person, place), place)
  }

  /// Who has a record in a subgroup's lesson is of the subgroup.
  private mutating func join(_ pupil: Int32, _ lesson: Int32, _ place: FactPlace) {
    let group = builder.batch.lessons[Int(lesson)].group
    if group >= 0 { builder.member(pupil, of: group, place) }
  }

  private mutating func readPeriodMark(_ record: JSONValue, _ workId: String, _ person: String, _ place: FactPlace) {
    guard let work = works[workId], let type = work["periodType"]?.text, let kind = Self.periodKind(type),
      let date = record.moment("date")?.date ?? work.moment("targetDate")?.date
    else {
      return builder.rejectRow(
        "отметка без урока, а работа \(workId) не называет периода", hint: "Положите рядом ответ works с этой работой.",
        record, pupil: pupil(person, place), place)
    }
    let pupil = pupil(person, place)
    var studyClass = builder.batch.pupils[Int(pupil)].studyClass
    if let id = work.id("eduGroup") { studyClass = group(id, place).studyClass }
    let period = period(kind, work["periodNumber"]?.integer, of: studyClass, year: date.schoolYear, place)
    let value = value(record, place)
    let key = "\(Self.id)/\(work.id("subjectId") ?? work.id("subject") ?? PupilFeed.noSubject)"
    let subject = builder.subject(key, name: "предмет \(work.id("subjectId") ?? "не указан")", place)
    addFinal(value, pupil, subject, period, studyClass, place)
  }

  /// A value that could not be read is nil.
  private mutating func addFinal(
    _ value: MarkValue?, _ pupil: Int32, _ subject: Int32, _ period: Int32, _ studyClass: Int32, _ place: FactPlace
  ) {
    let journal = journal(of: studyClass, year: builder.batch.periods[Int(period)].schoolYear)
    guard let value else {
      return builder.batch.unreadCells.append(journal: journal, pupil: pupil, subject: subject, period: period)
    }
    builder.final(
      FinalMarkFact(
        journal: journal, pupil: pupil, subject: subject, period: period, value: value,
        place: place))
  }

  /// Attend, Absent, Ill, Late and Pass; anything else is told.
  mutating func readLogEntry(_ record: JSONValue, _ place: FactPlace) {
    guard let person = record.id("person"), let lessonId = record.id("lesson") else {
      return builder.rejectRow("у записи нет ученика или урока", hint: "Выгрузите ответ заново.", record, place)
    }
    guard let lesson = lessons[lessonId] else { return rejectUnknown(lessonId, person, record, place) }
    let pupil = pupil(person, place)
    join(pupil, lesson, place)
    let code: AttendanceCode
    let status = record["status"]?.text ?? ""
    switch status {
    case "Attend": code = .present
    case "Absent": code = .absent
    case "Ill": code = .ill
    case "Late": code = .late
    case "Pass": code = .excused
    default:
      builder.reject(
        "неизвестное посещение «\(status)»", hint: "Допустимы Attend, Absent, Ill, Late, Pass.", record, place)
      return builder.batch.unreadCells.append(UnreadCell(.attendance, lesson: lesson, pupil: pupil))
    }
    let created = record.moment("createdDate")
    say(created == nil ? .attendance : [.attendance, .attendanceTimes], ofJournalOf: lesson)
    builder.attendance(
      AttendanceFact(lesson: lesson, pupil: pupil, code: code, enteredAt: created, place: place, raw: status))
  }

  /// `{person, group, reportingPeriod?, per-subject-final-marks: [{subject, final-mark}]}`; without a period it is the year.
  mutating func readFinalMarks(_ record: JSONValue, _ file: Int, _ place: FactPlace) {
    guard let person = record.id("person") else {
      return builder.rejectRow("у итоговых отметок нет ученика", hint: "Выгрузите ответ заново.", record, place)
    }
    let pupil = pupil(person, place)
    var studyClass = builder.batch.pupils[Int(pupil)].studyClass
    if let id = record.id("group") { studyClass = group(id, place).studyClass }
    for (item, place) in builder.records(record["per-subject-final-marks"], file: file) {
      guard let mark = item["final-mark"], mark.isObject, mark["value"]?.text?.nonEmpty != nil else { continue }
      let year = mark.moment("date")?.date.schoolYear ?? builder.newestFact?.schoolYear
      let period = record["reportingPeriod"]
      let known = record.id("reportingPeriod").flatMap { builder.known("period", "\(Self.id)/\($0)") }
      let kind = period?["type"]?.text.flatMap { Self.periodKind($0) } ?? .year
      guard let year = known.map({ builder.batch.periods[Int($0)].schoolYear }) ?? year else {
        builder.rejectRow(
          "непонятно, какого учебного года итоговая отметка", hint: "Положите рядом ответ reporting-periods.", item,
          pupil: pupil, place)
        continue
      }
      let value = value(mark, place)
      let position = known ?? self.period(kind, period?["number"]?.integer, of: studyClass, year: year, place)
      addFinal(value, pupil, subject(item["subject"], place), position, studyClass, place)
    }
  }
}
