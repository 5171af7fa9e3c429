import Journal

/// ЭлЖур (FORMATS 8.1): marks, diary, final assessments and periods of the pupils that an answer names. The files of one
/// folder are one export: periods date the final assessments. Numbers often come as texts, and empty objects as `[]`.
struct EljurLayout {
  static let id = "eljur"

  private var feed: PupilFeed
  private var periods: [String: Int32] = [:]
  private var ordinals: [String: Int] = [:]

  fileprivate static func read(_ files: inout [OpenedFile], _ options: ImportOptions) throws -> JournalBatch {
    let moments = files.moments(options)
    var layout = EljurLayout(
      feed: PupilFeed(
        layout: id, files: files, says: [.topics, .homework, .marks, .works, .attendance, .lessonNumbers]))
    let results = files.map { $0.values?["response"]?["result"] }
    for (index, result) in results.enumerated() { layout.readPeriods(result, index) }
    // Days before marks, for they name lessons and teachers; finals last, for they may have no other school year.
    for part in Part.allCases {
      for (index, result) in results.enumerated() { layout.read(part, result, index) }
    }
    return try layout.feed.builder.finish(moments)
  }

  private enum Part: CaseIterable {
    case days, marks, finals
  }

  private init(feed: PupilFeed) {
    self.feed = feed
  }

  fileprivate static func recognise(_ file: OpenedFile) -> Certainty {
    guard let result = file.values?["response"]?["result"] else { return .none }
    return result["students"] != nil || result["periods"] != nil ? .certain : .none
  }

  /// An answer that tells of an error.
  fileprivate static func nearMiss(_ file: OpenedFile) -> ImportProblem? {
    guard let response = file.values?["response"], response["state"] != nil, response["result"] != nil else {
      return nil
    }
    let error = response["error"]?.text?.nonEmpty.map { ": \($0)" } ?? ""
    return ImportProblem(
      "это не данные, а ответ ЭлЖура без них\(error)", hint: "Повторите запрос с действующим входом и правами.",
      raw: excerpt(response.raw))
  }

  private mutating func read(_ part: Part, _ result: JSONValue?, _ file: Int) {
    guard let students = result?["students"] else { return }
    let keys = students.members.map(\.key)
    for (index, (student, place)) in feed.builder.records(students, file: file).enumerated() where student.isObject {
      let id = keys.isEmpty ? (student["id"] ?? student["name"])?.text : keys[index]
      let names = ["lastname", "firstname", "middlename"].compactMap { student[$0]?.text }
      let pupil = feed.pupil(
        id: id, name: student["title"]?.text ?? names.joined(separator: " "), className: student["class"]?.text,
        file: file, place)
      switch part {
      case .days: readDays(student["days"], pupil, file)
      case .marks: readMarks(student["lessons"], pupil, file)
      case .finals: readFinals(student["items"], pupil, file)
      }
    }
  }

  /// `periods` of the answer, or of each pupil; `start` and `end` are `YYYYMMDD`.
  private mutating func readPeriods(_ result: JSONValue?, _ file: Int) {
    let ofStudents = result?["students"]?.members.map { $0.value["periods"] } ?? []
    for list in [result?["periods"]] + ofStudents {
      for (period, place) in feed.builder.records(list, file: file) {
        guard let start = EljurLayout.day(period["start"]?.text), let end = EljurLayout.day(period["end"]?.text),
          start <= end, let label = (period["fullname"] ?? period["name"])?.text
        else { continue }
        let position = feed.period(label, year: start.schoolYear, start: start, end: end, place)
        for key in ["name", "fullname"] {
          if let position, let name = period[key]?.text { periods[CodeFolding.fold(name)] = position }
        }
      }
    }
  }

  /// `20250901`, also as other dates are written.
  private static func day(_ text: String?) -> CivilDate? {
    guard let text else { return nil }
    guard text.utf8.count == 8, let number = Int(text) else { return LocalMoment(text)?.date }
    return CivilDate(year: number / 10_000, month: number / 100 % 100, day: number % 100)
  }

  private mutating func readDays(_ days: JSONValue?, _ pupil: PupilFeed.Pupil, _ file: Int) {
    for (key, day) in days?.members ?? [] {
      guard let date = EljurLayout.day(key) else { continue }
      for list in [day["items"], day["items_extday"]] {
        for (record, place) in feed.builder.records(list, file: file) where record.isObject {
          readLesson(record, date, pupil, file, place)
        }
      }
    }
  }

  private mutating func readLesson(
    _ record: JSONValue, _ date: CivilDate, _ pupil: PupilFeed.Pupil, _ file: Int, _ place: FactPlace
  ) {
    let homework = record["homework"]
    let texts = (homework?.members.map(\.value) ?? []) + (homework?.elements ?? [])
    let topic = record["topic"]?.text
    let lesson = feed.lesson(
      EljurLayout.key(record, date), of: pupil, subject: subject(record, place),
      teachers: feed.teachers([record["teacher"]?.text], place), date: date, number: record["num"]?.integer,
      topic: topic, homework: texts.compactMap { $0["value"]?.text?.nonEmpty }.joined(separator: "; "), place)
    for (mark, place) in feed.builder.records(record["assessments"], file: file) {
      read(mark, date, lesson, pupil, place)
    }
  }

  /// A subject's two lessons of a day cannot be told apart by its marks, so they are one.
  private static func key(_ record: JSONValue, _ date: CivilDate) -> String {
    "\(date)/\(record["lesson_id"]?.text ?? record["name"]?.text ?? "")"
  }

  private mutating func subject(_ record: JSONValue, _ place: FactPlace) -> Int32 {
    feed.subject(id: nil, name: record["name"]?.text, place)
  }

  private mutating func readMarks(_ lessons: JSONValue?, _ pupil: PupilFeed.Pupil, _ file: Int) {
    for (record, place) in feed.builder.records(lessons, file: file) {
      let subject = subject(record, place)
      for (mark, place) in feed.builder.records(record["marks"], file: file) {
        guard let date = EljurLayout.day(mark["date"]?.text) else {
          feed.builder.rejectRow(
            "не читается дата отметки", hint: "Ожидается ГГГГ-ММ-ДД.", mark, pupil: pupil.position, place)
          continue
        }
        let lesson = feed.lesson(
          EljurLayout.key(record, date), of: pupil, subject: subject, date: date, place)
        read(mark, date, lesson, pupil, place)
      }
    }
  }

  /// A mark, or an absence among the marks. Diary and list of marks show the same ones, each with its own fields, so what
  /// they share tells them apart: the lesson, the kind of work, the value, and which of the alike it is.
  private mutating func read(
    _ mark: JSONValue, _ date: CivilDate, _ lesson: Int32, _ pupil: PupilFeed.Pupil, _ place: FactPlace
  ) {
    let text = CodeFolding.collapse(mark["value"]?.text ?? "")
    if text.isEmpty { return }
    if let code = AttendanceCode(text) {
      return feed.attendance(code, raw: text, lesson: lesson, of: pupil, place)
    }
    guard let value = EljurLayout.value(text, convert: mark["convert"]?.text) else {
      feed.builder.reject("не читается отметка", hint: "Допустимы 1–5, «3/5», зач, незач, н, б, п, оп.", mark, place)
      feed.unread(lesson: lesson, of: pupil)
      return
    }
    let kind = (mark["mtype"]?["type"] ?? mark["control_type"])?.text
    let alike = "\(feed.builder.batch.lessons[Int(lesson)].key)/\(kind ?? "")/\(text)"
    let ofList = "\(place.sheet)/\(alike)"
    ordinals[ofList, default: 0] += 1
    feed.mark(
      "\(alike)/\(ordinals[ofList] ?? 1)", value, raw: text, kind: kind, lesson: lesson, of: pupil, place)
  }

  /// `3/5` is one mark, which the system turns into its mean; the mean of `3/4`, 3.5, is rounded as a final mark is, up. The
  /// text stays beside it.
  private static func value(_ text: String, convert: String?) -> MarkValue? {
    let parts = text.split(separator: "/").compactMap { Int($0) }
    guard parts.count > 1, parts.allSatisfy({ (1...5).contains($0) }) else { return MarkValue(text) }
    let mean = convert.flatMap { Double($0.replacingComma) } ?? Double(parts.reduce(0, +)) / Double(parts.count)
    guard (1...5).contains(mean) else { return nil }
    return MarkValue(String(Int((mean + 0.5).rounded(.down))))
  }

  private mutating func readFinals(_ items: JSONValue?, _ pupil: PupilFeed.Pupil, _ file: Int) {
    for (record, place) in feed.builder.records(items, file: file) {
      let subject = subject(record, place)
      for (final, place) in feed.builder.records(record["assessments"], file: file) {
        let label = final["period"]?.text ?? ""
        guard let text = final["value"]?.text?.nonEmpty, text != "0", text != "-" else { continue }
        let year = feed.builder.newestFact?.schoolYear
        guard let period = periods[CodeFolding.fold(label)] ?? year.flatMap({ feed.period(label, year: $0, place) })
        else {
          feed.builder.rejectRow(
            "непонятен период итоговой отметки «\(label)»", hint: "Положите рядом ответ getperiods с датами периодов.",
            final, pupil: pupil.position, place)
          continue
        }
        guard let value = MarkValue(text) else {
          feed.builder.reject(
            "не читается итоговая отметка", hint: "Допустимы 1–5, зач, незач, осв, н/а.", final, place)
          feed.unread(period: period, subject: subject, of: pupil)
          continue
        }
        feed.final(value, period: period, subject: subject, of: pupil, place)
      }
    }
  }
}

extension String {
  fileprivate var replacingComma: String { String(map { $0 == "," ? "." : $0 }) }
}

extension Layout {
  static let eljur = Layout(
    id: EljurLayout.id, title: "дневник ЭлЖура", recognise: EljurLayout.recognise, nearMiss: EljurLayout.nearMiss,
    isPart: { _ in true }, read: EljurLayout.read)
}
