import Journal

extension DnevnikAPILayout {
  mutating func journal(of studyClass: Int32, year: Int) -> Int32 {
    builder.journal("\(builder.batch.classes[Int(studyClass)].key)/\(year)", year: year, says: [])
  }

  mutating func readLesson(_ record: JSONValue, _ place: FactPlace) {
    guard let id = record.id(), let date = record.moment("date")?.date else {
      return builder.rejectRow("у урока нет номера или даты", hint: "Ожидается ГГГГ-ММ-ДДT00:00:00.", record, place)
    }
    let group = group(record.id("group") ?? record.id("eduGroup") ?? "не указан", place)
    let teachers = record["teachers_str"] ?? record["teachersStr"] ?? record["teachers"]
    let members = (teachers?.elements ?? []).map { teacher($0, place) }
    let lesson = builder.lesson(
      LessonFact(
        journal: journal(of: group.studyClass, year: date.schoolYear), key: "\(Self.id)/\(id)",
        studyClass: group.studyClass, group: group.group, subject: subject(record["subject"], place),
        teacherSet: builder.teacherSet(members), date: date,
        number: record["number"]?.integer.flatMap { (0...99).contains($0) ? $0 : nil },
        topic: record["title"]?.text?.nonEmpty, place: place))
    lessons[id] = lesson
    say([.topics, .lessonNumbers], ofJournalOf: lesson)
  }

  /// A work of kind Homework is the homework of its lesson; the others wait for their marks.
  mutating func readWork(_ record: JSONValue, _ place: FactPlace) {
    guard let id = record.id() else { return }
    works[id] = record
    if let sent = record.moment("sentDate") { builder.note(sent, nil) }
    guard let lesson = record.id("lesson").flatMap({ lessons[$0] }) else { return }
    say(.homework, ofJournalOf: lesson)
    if record["type"]?.text?.uppercased().contains("HOMEWORK") ?? false {
      if let text = record["text"]?.text?.nonEmpty { builder.addHomework(text, to: lesson) }
    } else {
      _ = work(id, record, lesson, place)
    }
  }

  mutating func work(_ id: String, _ record: JSONValue, _ lesson: Int32, _ place: FactPlace) -> Int32 {
    let type = record.id("workType")
    let kind = type.flatMap { workTypes[$0] } ?? type.map { "вид работы \($0)" } ?? ""
    return builder.work("\(Self.id)/\(id)", lesson: lesson, kind: kind, place)
  }

  mutating func readPeriod(_ record: JSONValue, _ file: Int, _ place: FactPlace) {
    guard let id = record.id(), let start = record.moment("start")?.date, let end = record.moment("finish")?.date,
      start <= end
    else {
      return builder.reject("не читаются границы периода", hint: "Ожидается ГГГГ-ММ-ДДT00:00:00.", record, place)
    }
    let days = Int(end.days - start.days) + 1
    let kind =
      record["type"]?.text.flatMap { DnevnikAPILayout.periodKind($0) }
      ?? record["name"]?.text.flatMap { PeriodKind(label: $0) } ?? PeriodKind(lengthInDays: days)
    let number = record["number"]?.integer
    let group = group(ofFile: file)
    let grades = group.flatMap { $0.grade > 0 ? $0.grade...$0.grade : nil }
    // A class's own list: another class of the same grade has periods of its own ids.
    let position = builder.period(
      BatchPeriod(
        key: "\(Self.id)/\(id)", school: 0,
        name: record["name"]?.text?.nonEmpty ?? DnevnikAPILayout.label(kind, number), kind: kind,
        schoolYear: start.schoolYear, start: start, end: end, grades: grades, place: place))
    periods.append(Period(position: position, kind: kind, number: number, studyClass: group?.studyClass))
  }

  static func periodKind(_ type: String) -> PeriodKind? {
    switch type.lowercased() {
    case "quarter": .quarter
    case "trimester", "trimestr": .trimester
    case "halfyear", "semester", "half": .half
    case "year", "yearmark", "finalyear": .year
    default: PeriodKind(label: type)
    }
  }

  private static func label(_ kind: PeriodKind, _ number: Int?) -> String {
    let name =
      switch kind {
      case .quarter: "четверть"
      case .trimester: "триместр"
      case .half: "полугодие"
      case .year: "Год"
      case .exam: "Экзамен"
      case .result: "Итог"
      }
    return kind <= .half ? [number.map(String.init), name].compactMap { $0 }.joined(separator: " ") : name
  }

  /// The period of a class by kind and number, in the school year of a day; without lists of periods one without days.
  mutating func period(
    _ kind: PeriodKind, _ number: Int?, of studyClass: Int32, year: Int, _ place: FactPlace
  ) -> Int32 {
    let fitting = periods.filter {
      $0.kind == kind && (number == nil || $0.number == number)
        && builder.batch.periods[Int($0.position)].schoolYear == year
    }
    if let own = fitting.first(where: { $0.studyClass == studyClass }) ?? fitting.first(where: { $0.studyClass == nil })
    {
      return own.position
    }
    let name = DnevnikAPILayout.label(kind, number)
    return builder.period(
      BatchPeriod(
        key: "\(Self.id)/\(year)/\(CodeFolding.fold(name))", school: 0, name: name, kind: kind, schoolYear: year,
        place: place))
  }
}
