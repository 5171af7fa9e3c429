import Journal

/// Петербург, dnevnik2.petersburgedu.ru (FORMATS 8.3): answers about one child, and the list of a parent's children, which
/// names the children that the others only number. The files of one folder are one export.
struct PetersburgLayout {
  static let id = "petersburg"

  private var feed: PupilFeed
  /// By education, as the list of children has them; and the only one, where there is one.
  private var children: [String: PupilFeed.Pupil] = [:]
  /// How often a lesson of a file had a kind of estimate: both kinds of answer number them alike.
  private var ordinals: [String: Int] = [:]
  private var remarks = 0
  private var unknown = 0

  private enum Answer {
    case children, estimates, lessons
  }

  fileprivate static func read(_ files: inout [OpenedFile], _ options: ImportOptions) throws -> JournalBatch {
    let moments = files.moments(options)
    var layout = PetersburgLayout(
      feed: PupilFeed(
        layout: id, files: files, says: [.topics, .homework, .marks, .works, .attendance, .lessonNumbers]))
    for answer in [Answer.children, .lessons, .estimates] {
      for (index, file) in files.enumerated() where file.values.flatMap(PetersburgLayout.answer) == answer {
        layout.read(answer, file.values?["data"]?["items"], index)
      }
    }
    return try layout.feed.builder.finish(moments)
  }

  private init(feed: PupilFeed) {
    self.feed = feed
  }

  fileprivate static func recognise(_ file: OpenedFile) -> Certainty {
    file.values.flatMap(answer) == nil ? .none : .certain
  }

  private static func answer(_ root: JSONValue) -> Answer? {
    guard let item = root["data"]?["items"]?.elements.first else { return nil }
    if item["educations"] != nil, item["surname"] != nil { return .children }
    if item["estimate_type_code"] != nil { return .estimates }
    return item["datetime_from"] != nil && item["subject_name"] != nil ? .lessons : nil
  }

  private mutating func read(_ answer: Answer, _ items: JSONValue?, _ file: Int) {
    ordinals = [:]
    (remarks, unknown) = (0, 0)
    for (item, place) in feed.builder.records(items, file: file) {
      switch answer {
      case .children: readChild(item, file, place)
      case .lessons: readLesson(item, file, place)
      case .estimates: readEstimate(item, file, place)
      }
    }
    if answer == .children { tellSchools(items, file) }
    if remarks > 0 {
      feed.builder.notice(
        "замечания учителей (\(remarks)) не загружены: это не отметки и не пропуски",
        hint: "Делать ничего не нужно.", file: file)
    }
    if unknown > 0 {
      feed.builder.notice(
        "записи без отметки — «неизвестная» или пустая — пропущены: \(unknown)", hint: "Делать ничего не нужно.",
        file: file)
    }
  }

  private mutating func readChild(_ item: JSONValue, _ file: Int, _ place: FactPlace) {
    let name = ["surname", "firstname", "middlename"].compactMap { item[$0]?.text }.joined(separator: " ")
    for education in item["educations"]?.elements ?? [] {
      guard let id = education["education_id"]?.text else {
        feed.builder.reject(
          "у ребёнка нет номера обучения (education_id)", hint: "Выгрузите список детей заново.", education, place)
        continue
      }
      children[id] = feed.pupil(
        id: id, name: name, className: education["group_name"]?.text, classKey: education["group_id"]?.text, file: file,
        place)
    }
  }

  private mutating func tellSchools(_ items: JSONValue?, _ file: Int) {
    let schools = Set(
      (items?.elements ?? []).flatMap { $0["educations"]?.elements ?? [] }.compactMap { $0["institution_name"]?.text })
    guard schools.count > 1 else { return }
    feed.builder.notice(
      "дети учатся в разных школах: \(schools.sorted().joined(separator: ", ")); записано в одно хранилище",
      hint: "Чтобы хранить школы порознь, загружайте их с разными --store.", file: file)
  }

  private mutating func pupil(_ item: JSONValue, _ file: Int, _ place: FactPlace) -> PupilFeed.Pupil {
    if let id = item["education_id"]?.text { return children[id] ?? feed.pupil(id: id, file: file, place) }
    // Who is the child of an answer that does not say is certain only where there is one.
    if children.count == 1, let only = children.first?.value { return only }
    return feed.pupil(id: nil, file: file, place)
  }

  private mutating func readLesson(_ item: JSONValue, _ file: Int, _ place: FactPlace) {
    guard let start = item["datetime_from"]?.text, let date = LocalMoment(start)?.date else {
      feed.builder.rejectRow("не читается время урока", hint: "Ожидается ДД.ММ.ГГГГ ЧЧ:ММ:СС.", item, place)
      return
    }
    let pupil = pupil(item, file, place)
    let homework = (item["tasks"]?.elements ?? []).filter { $0["task_kind_code"]?.text ?? "homework" == "homework" }
      .compactMap { $0["task_name"]?.text?.nonEmpty }
    let lesson = feed.lesson(
      item["identity"]?["id"]?.text ?? "\(date)/\(item["subject_id"]?.text ?? item["subject_name"]?.text ?? "")",
      of: pupil, subject: feed.subject(id: item["subject_id"]?.text, name: item["subject_name"]?.text, place),
      date: date, number: item["number"]?.integer, topic: item["content_name"]?.text,
      homework: homework.joined(separator: "; "), place)
    for (estimate, place) in feed.builder.records(item["estimates"], file: file) {
      read(estimate, lesson, pupil, place)
    }
  }

  private mutating func readEstimate(_ item: JSONValue, _ file: Int, _ place: FactPlace) {
    guard let date = item["date"]?.text.flatMap({ LocalMoment($0)?.date }) else {
      feed.builder.rejectRow("не читается дата отметки", hint: "Ожидается ДД.ММ.ГГГГ.", item, place)
      return
    }
    let pupil = pupil(item, file, place)
    let subject = feed.subject(id: item["subject_id"]?.text, name: item["subject_name"]?.text, place)
    let type = item["estimate_type_name"]?.text ?? ""
    if let period = PetersburgLayout.period(of: type) {
      return readFinal(item, period, date, subject, pupil, place)
    }
    let key = item["lesson_id"]?.text ?? "\(date)/\(item["subject_id"]?.text ?? item["subject_name"]?.text ?? "")"
    read(item, feed.lesson(key, of: pupil, subject: subject, date: date, place), pupil, place)
  }

  /// «четверть», «Итоговая за 1 полугодие», «годовая»; whatever names something else too, such as «Диктант за 1 четверть», is
  /// a mark of a lesson.
  private static func period(of type: String) -> String? {
    let words = CodeFolding.fold(type).split { !$0.isLetter }
    let known = ["ЧЕТВЕРТ", "ТРИМЕСТР", "ПОЛУГОД", "СЕМЕСТР", "ГОД", "УЧЕБН", "ИТОГ", "ЭКЗАМЕН", "ОТМЕТК", "ОЦЕНК"]
    let endings = ["ЗА", "Я", "Й", "АЯ", "ЫЙ", "ОЕ", "I", "II", "III", "IV"]
    let isPeriod = words.allSatisfy { word in endings.contains(String(word)) || known.contains { word.hasPrefix($0) } }
    return isPeriod && PeriodKind(label: type) != nil ? type : nil
  }

  private mutating func readFinal(
    _ item: JSONValue, _ label: String, _ date: CivilDate, _ subject: Int32, _ pupil: PupilFeed.Pupil,
    _ place: FactPlace
  ) {
    let value = value(item, place)
    // Types name no number of the quarter; the month in which it was given tells one from the next.
    let isNumbered = label.contains(where: \.isNumber) || PeriodKind(label: label).map { $0 > .half } ?? false
    let name = isNumbered ? label : "\(label) (\(date.russian.dropFirst(3)))"
    guard let period = feed.period(name, year: date.schoolYear, place) else { return }
    guard let value else { return feed.unread(period: period, subject: subject, of: pupil) }
    feed.final(value, period: period, subject: subject, of: pupil, place)
  }

  /// Marks, absences, lateness and remarks stand in one list.
  private mutating func read(_ item: JSONValue, _ lesson: Int32, _ pupil: PupilFeed.Pupil, _ place: FactPlace) {
    let type = (code: item["estimate_type_code"]?.text ?? "", name: item["estimate_type_name"]?.text ?? "")
    let name = item["estimate_value_name"]?.text ?? ""
    if type.code == "30001" || CodeFolding.fold(type.name).hasPrefix("ОПОЗДА") {
      return feed.attendance(.late, raw: name, lesson: lesson, of: pupil, place)
    }
    if type.code == "30000" || CodeFolding.fold(type.name) == "ПОСЕЩАЕМОСТЬ" {
      guard let code = PetersburgLayout.code(name) else {
        feed.unread(lesson: lesson, of: pupil)
        return skip(item, name, place)
      }
      return feed.attendance(code, raw: name, lesson: lesson, of: pupil, place)
    }
    if CodeFolding.fold(type.name).hasPrefix("ЗАМЕЧАН") {
      remarks += 1
      return
    }
    guard let value = value(item, place) else { return feed.unread(lesson: lesson, of: pupil) }
    let ordinal = "\(lesson)/\(type.code)"
    ordinals[ordinal, default: 0] += 1
    feed.mark(
      "\(feed.builder.batch.lessons[Int(lesson)].key)/\(type.code)/\(ordinals[ordinal] ?? 1)", value,
      raw: item["estimate_value_code"]?.text ?? name, kind: type.name, lesson: lesson, of: pupil, place)
  }

  /// An attendance that says nothing, or not what.
  private mutating func skip(_ item: JSONValue, _ name: String, _ place: FactPlace) {
    guard let name = name.nonEmpty, !CodeFolding.fold(name).hasPrefix("НЕИЗВЕСТН") else {
      unknown += 1
      return
    }
    feed.builder.reject(
      "непонятно, был ли ученик на уроке: «\(name)»",
      hint: "Ожидается причина пропуска, например «по болезни», или «отсутствовал».", item, place)
  }

  /// `4/5` is the mark 4 on the scale of five, not two marks.
  private mutating func value(_ item: JSONValue, _ place: FactPlace) -> MarkValue? {
    let parts = (item["estimate_value_code"]?.text ?? "").split(separator: "/")
    if parts.count == 2, parts[1] == "5", let value = MarkValue(String(parts[0])) { return value }
    let name = CodeFolding.collapse(item["estimate_value_name"]?.text ?? "")
    if parts.count != 2, let value = MarkValue(name) { return value }
    if name.isEmpty && parts.count != 2 || CodeFolding.fold(name).hasPrefix("НЕИЗВЕСТН") {
      unknown += 1
      return nil
    }
    feed.builder.reject(
      "не читается отметка", hint: "Допустимы отметки по пятибалльной шкале (4/5), зачёт и незачёт.", item, place)
    return nil
  }

  /// The reason as a person wrote it: «по болезни», «по уважительной причине», «отсутствовал»; none is an absence
  /// whose reason nobody gave; nil for other words.
  private static func code(_ reason: String) -> AttendanceCode? {
    let folded = CodeFolding.fold(reason)
    if folded.contains("БОЛЕЗН") || folded.contains("БОЛЕН") { return .ill }
    if folded.contains("ОПОЗДА") { return .late }
    if folded.contains("УВАЖ"), !folded.contains("НЕУВАЖ"), !folded.contains("НЕ УВАЖ"), !folded.contains("БЕЗ УВАЖ") {
      return .excused
    }
    let absences = ["УВАЖ", "ПРИЧИН", "ОТСУТСТВ", "ПРОПУ", "ПРОГУЛ", "НЕЯВ", "НЕ БЫЛ"]
    return folded.isEmpty || folded == "Н" || absences.contains(where: folded.contains) ? .absent : nil
  }
}

extension Layout {
  static let petersburg = Layout(
    id: PetersburgLayout.id, title: "дневник Петербурга", recognise: PetersburgLayout.recognise, isPart: { _ in true },
    read: PetersburgLayout.read)
}
