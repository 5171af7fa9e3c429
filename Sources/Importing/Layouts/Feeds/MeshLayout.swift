import Journal

/// МЭШ and «Моя школа» (FORMATS 8.2): answers about one pupil, whom they do not name; each file is an export of its own.
struct MeshLayout {
  static let id = "mesh"

  private var feed: PupilFeed

  private enum Answer {
    case marks, subjects, lessons
  }

  fileprivate static func read(_ files: inout [OpenedFile], _ options: ImportOptions) throws -> JournalBatch {
    let file = files[0]
    guard let root = file.values, let answer = answer(root) else { throw file.unknown }
    var says: SourceCapabilities = [.marks, .works]
    if answer == .lessons { says.formUnion([.topics, .homework, .attendance]) }
    if holdsTimes(records(of: root)) { says.insert(.markTimes) }
    var layout = MeshLayout(feed: PupilFeed(layout: id, files: files, says: says))
    for (record, place) in layout.feed.builder.records(root["payload"] ?? root, file: 0) {
      switch answer {
      case .marks: layout.readMark(record, place)
      case .subjects: layout.readSubject(record, place)
      case .lessons: layout.readLesson(record, place)
      }
    }
    return try layout.feed.builder.finish(file.moments(options))
  }

  private static func records(of root: JSONValue) -> [JSONValue] { (root["payload"] ?? root).elements }

  private static func answer(_ root: JSONValue) -> Answer? {
    guard let record = records(of: root).first, record["subject_name"] != nil else { return nil }
    if record["periods"] != nil || record["fixed_value"] != nil || record["average_by_all"] != nil { return .subjects }
    if record["begin_time"] != nil, record["date"] != nil { return .lessons }
    return record["value"] != nil && (record["is_point"] != nil || record["control_form_name"] != nil) ? .marks : nil
  }

  fileprivate static func recognise(_ file: OpenedFile) -> Certainty {
    file.values.flatMap(answer) == nil ? .none : .certain
  }

  private static func holdsTimes(_ records: [JSONValue]) -> Bool {
    records.contains { record in
      record["created_at"]?.text != nil || holdsTimes(record["marks"]?.elements ?? [])
        || holdsTimes(record["periods"]?.elements ?? [])
    }
  }

  private mutating func pupil(_ record: JSONValue, _ place: FactPlace) -> PupilFeed.Pupil {
    feed.pupil(id: (record["student_id"] ?? record["student_profile_id"])?.text, file: 0, place)
  }

  private mutating func subject(_ record: JSONValue, _ place: FactPlace) -> Int32 {
    feed.subject(id: record["subject_id"]?.text, name: record["subject_name"]?.text, place)
  }

  private mutating func readMark(_ mark: JSONValue, _ place: FactPlace) {
    readMark(mark, subject(mark, place), -1, pupil(mark, place), place)
  }

  private mutating func readMark(
    _ mark: JSONValue, _ subject: Int32, _ period: Int32, _ pupil: PupilFeed.Pupil, lesson: Int32? = nil,
    _ place: FactPlace
  ) {
    let date = mark["date"]?.text.flatMap { LocalMoment($0)?.date }
    guard date != nil || lesson != nil else {
      feed.builder.rejectRow(
        "не читается дата отметки", hint: "Ожидается ГГГГ-ММ-ДД.", mark, pupil: pupil.position, place)
      return
    }
    let isPoint = mark["is_point"]?.bool ?? false
    let lesson =
      lesson
      ?? feed.lesson(
        "\(date.map(\.description) ?? "")/\(feed.builder.batch.subjects[Int(subject)].key)", of: pupil,
        subject: subject,
        date: date ?? CivilDate(days: 0), period: period, place)
    guard let value = MeshLayout.value(mark, isPoint: isPoint) else {
      feed.builder.reject(
        "не читается отметка", hint: "Допустимы 1–5, зач, незач и отметки других шкал с переводом в пять баллов.", mark,
        place)
      return feed.unread(lesson: lesson, of: pupil)
    }
    let text = mark["value"]?.text
    // A point is a promise of a mark by a day.
    let raw =
      isPoint ? ["точка", text, mark["point_date"]?.text].compactMap { $0?.nonEmpty }.joined(separator: " ") : text
    feed.mark(
      mark["id"]?.text ?? "\(place.sheet)/\(place.row)", value, raw: raw, kind: mark["control_form_name"]?.text,
      lesson: lesson, of: pupil, enteredAt: mark["created_at"]?.text.flatMap { LocalMoment($0) }, place)
    if let updated = mark["updated_at"]?.text.flatMap({ LocalMoment($0) }) { feed.builder.note(updated, nil) }
  }

  /// `grade.five` where the scale is another; a point is none.
  private static func value(_ mark: JSONValue, isPoint: Bool) -> MarkValue? {
    if isPoint { return MarkValue(".") }
    if let five = mark["values"]?.elements.first?["grade"]?["five"]?.text, let value = MarkValue(whole(five)) {
      return value
    }
    return mark["value"]?.text.flatMap { MarkValue($0) }
  }

  /// `5.0` is 5.
  private static func whole(_ number: String) -> String { number.hasSuffix(".0") ? String(number.dropLast(2)) : number }

  /// Averages are the system's own arithmetic and are not taken; `fixed_value` is the final that was set.
  private mutating func readSubject(_ record: JSONValue, _ place: FactPlace) {
    let pupil = pupil(record, place)
    let subject = subject(record, place)
    if let title = record["period"]?.text {
      readFinal(record["fixed_value"], title, record, [], subject, pupil, place)
    }
    var days: [CivilDate] = []
    for (period, place) in feed.builder.records(record["periods"], file: 0) {
      let marks = period["marks"]?.elements ?? []
      let ofMarks = marks.compactMap { $0["date"]?.text.flatMap { LocalMoment($0)?.date } }
      days += ofMarks
      let position = readFinal(
        period["fixed_value"], period["title"]?.text ?? "", period, ofMarks, subject, pupil, place)
      for (mark, place) in feed.builder.records(period["marks"], file: 0) {
        readMark(mark, subject, position ?? -1, pupil, place)
      }
    }
    if record["year_mark"]?.text?.nonEmpty != nil {
      readFinal(record["year_mark"], "Год", record, days, subject, pupil, place)
    }
  }

  /// The period by its label and days; its school year is that of its days or of its marks.
  @discardableResult
  private mutating func readFinal(
    _ final: JSONValue?, _ title: String, _ record: JSONValue, _ days: [CivilDate], _ subject: Int32,
    _ pupil: PupilFeed.Pupil, _ place: FactPlace
  ) -> Int32? {
    let day = { (keys: [String]) in
      keys.lazy.compactMap { record[$0]?.text.flatMap { LocalMoment($0)?.date } }.first
    }
    let (start, end) = (day(["start_iso", "start"]), day(["end_iso", "end"]))
    let text = final?.text?.nonEmpty
    guard let year = (start ?? days.min())?.schoolYear ?? feed.builder.newestFact?.schoolYear else {
      if text != nil {
        feed.builder.rejectRow(
          "непонятно, какого учебного года итоговая отметка", hint: "Выгрузите ответ с датами периодов.", record,
          pupil: pupil.position, place)
      }
      return nil
    }
    let period = feed.period(title, year: year, start: start, end: end, place)
    guard let text, text != "0" else { return period }
    guard let value = MarkValue(text), let period else {
      feed.builder.reject("не читается итоговая отметка", hint: "Допустимы 1–5, зач, незач, осв, н/а.", record, place)
      if let period { feed.unread(period: period, subject: subject, of: pupil) }
      return period
    }
    feed.final(value, period: period, subject: subject, of: pupil, place)
    return period
  }

  private mutating func readLesson(_ record: JSONValue, _ place: FactPlace) {
    guard let date = record["date"]?.text.flatMap({ LocalMoment($0)?.date }) else {
      feed.builder.rejectRow("не читается дата урока", hint: "Ожидается ГГГГ-ММ-ДД.", record, place)
      return
    }
    let pupil = pupil(record, place)
    let teacher = record["teacher"].map { teacher in
      ["last_name", "first_name", "middle_name"].compactMap { teacher[$0]?.text }.joined(separator: " ")
    }
    let homework = (record["lesson_homeworks"]?.elements ?? []).compactMap { $0["homework"]?.text?.nonEmpty }
    let topic = record["details"]?["lesson_topic"]?.text ?? record["lesson_topic"]?.text
    let id = record["id"]?.text ?? record["schedule_item_id"]?.text ?? "\(date)/\(record["begin_time"]?.text ?? "")"
    let lesson = feed.lesson(
      id, of: pupil, subject: subject(record, place), teachers: feed.teachers([teacher], place), date: date,
      topic: topic, homework: homework.joined(separator: "; "), place)
    for (mark, place) in feed.builder.records(record["marks"], file: 0) {
      readMark(mark, -1, -1, pupil, lesson: lesson, place)
    }
    if record["is_missed_lesson"]?.bool ?? false {
      feed.attendance(.absent, raw: nil, lesson: lesson, of: pupil, place)
    }
  }
}

extension Layout {
  static let mesh = Layout(
    id: MeshLayout.id, title: "дневник МЭШ («Моя школа»)", recognise: MeshLayout.recognise, read: MeshLayout.read)
}
