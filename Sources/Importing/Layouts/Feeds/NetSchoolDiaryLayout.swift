import Journal

/// Сетевой город. Образование, the diary (FORMATS 6.2): weeks of one pupil, lists of assignments cut out of them, and the
/// list of kinds of work, which names the kinds that assignments only number. The files of one folder are one export.
struct NetSchoolDiaryLayout {
  static let id = "netschool-diary"

  private var feed: PupilFeed
  private var kinds: [String: String] = [:]

  private enum Answer {
    case diary, assignments, kinds
  }

  fileprivate static func read(_ files: inout [OpenedFile], _ options: ImportOptions) throws -> JournalBatch {
    let moments = files.moments(options)
    var layout = NetSchoolDiaryLayout(
      feed: PupilFeed(layout: id, files: files, says: [.homework, .marks, .works, .lessonNumbers]))
    for answer in [Answer.kinds, .diary, .assignments] {
      for (index, file) in files.enumerated() {
        guard let root = file.values, NetSchoolDiaryLayout.answer(root) == answer else { continue }
        switch answer {
        case .kinds:
          for kind in root.elements { layout.kinds[kind["id"]?.text ?? ""] = kind["name"]?.text }
        case .diary: layout.readDiary(root, index)
        case .assignments: layout.readFragment(root, index)
        }
      }
    }
    return try layout.feed.builder.finish(moments)
  }

  private init(feed: PupilFeed) {
    self.feed = feed
  }

  private static func answer(_ root: JSONValue) -> Answer? {
    if root["weekDays"] != nil { return .diary }
    guard let first = root.elements.first else { return nil }
    if first["assignmentName"] != nil, first["classMeetingId"] != nil { return .assignments }
    return first["abbr"] != nil && first["name"] != nil && first["order"] != nil ? .kinds : nil
  }

  fileprivate static func recognise(_ file: OpenedFile) -> Certainty {
    file.values.flatMap(answer) == nil ? .none : .certain
  }

  /// Only marks say whose diary it is; marks of anybody else in it are rejected.
  private mutating func pupil(
    of assignments: [JSONValue], className: String?, _ file: Int, _ place: FactPlace
  ) -> PupilFeed.Pupil {
    let id = assignments.lazy.compactMap { $0["mark"]?["studentId"]?.text }.first
    return feed.pupil(id: id, className: className, file: file, place)
  }

  private mutating func readDiary(_ diary: JSONValue, _ file: Int) {
    let lessons = (diary["weekDays"]?.elements ?? []).flatMap { $0["lessons"]?.elements ?? [] }
    let head = FactPlace(sheet: feed.builder.sheet("$", file: file), row: 1)
    let pupil = pupil(
      of: lessons.flatMap { $0["assignments"]?.elements ?? [] }, className: diary["className"]?.text, file, head)
    // Homework may be given at a lesson of the same file: all lessons before all assignments.
    var met: [(lesson: Int32, record: JSONValue)] = []
    for day in diary["weekDays"]?.elements ?? [] {
      for (record, place) in feed.builder.records(day["lessons"], file: file) {
        guard let date = (record["day"] ?? day["date"])?.text.flatMap({ LocalMoment($0)?.date }) else {
          feed.builder.rejectRow(
            "не читается дата урока", hint: "Ожидается ГГГГ-ММ-ДДT00:00:00.", record, place)
          continue
        }
        let number = record["number"]?.integer
        let lesson = feed.lesson(
          record["classmeetingId"]?.text ?? record["classMeetingId"]?.text ?? "\(date)/\(number ?? 0)", of: pupil,
          subject: feed.subject(id: nil, name: record["subjectName"]?.text, place), date: date, number: number, place)
        met.append((lesson, record))
      }
    }
    for (lesson, record) in met {
      for (assignment, place) in feed.builder.records(record["assignments"], file: file) {
        read(assignment, lesson, pupil, place)
      }
    }
  }

  /// Assignments without their lessons: of a lesson only its number and the day are known.
  private mutating func readFragment(_ list: JSONValue, _ file: Int) {
    let records = feed.builder.records(list, file: file)
    guard let first = records.first else { return }
    let pupil = pupil(of: list.elements, className: nil, file, first.place)
    for (assignment, place) in records {
      guard let date = assignment["dueDate"]?.text.flatMap({ LocalMoment($0)?.date }) else {
        feed.builder.rejectRow(
          "не читается дата задания", hint: "Ожидается ГГГГ-ММ-ДДT00:00:00.", assignment, place)
        continue
      }
      let lesson = feed.lesson(
        assignment["classMeetingId"]?.text ?? "\(date)", of: pupil,
        subject: feed.subject(id: nil, name: nil, place), date: date, place)
      read(assignment, lesson, pupil, place)
    }
  }

  /// Homework belongs to the lesson it was given at, where that is in the file; else to the one it is due at.
  private mutating func read(_ assignment: JSONValue, _ lesson: Int32, _ pupil: PupilFeed.Pupil, _ place: FactPlace) {
    let name = assignment["assignmentName"]?.text ?? ""
    let kind = assignment["typeId"]?.text.map { kinds[$0] ?? ($0 == "3" ? "Домашнее задание" : "вид работы \($0)") }
    if let kind, CodeFolding.fold(kind).contains("ДОМАШН") {
      let issued = assignment["issueClassMeetingId"]?.text.flatMap {
        feed.builder.known("lesson", "\(pupil.key)/\($0)")
      }
      feed.builder.addHomework(name, to: issued ?? lesson)
    }
    if let time = assignment["markComment"]?["editTime"]?.text.flatMap({ LocalMoment($0) }) {
      feed.builder.note(time, nil)
    }
    guard let mark = assignment["mark"], mark.isObject else { return }
    if let id = mark["studentId"]?.text, pupil.key != "\(NetSchoolDiaryLayout.id)/\(id)" {
      feed.builder.reject(
        "в дневнике одного ученика стоит отметка другого: \(id)", hint: "Выгрузите дневник каждого ученика отдельно.",
        mark, place)
      return
    }
    let text = mark["mark"]?.text
    let isDebt = text == nil && (mark["dutyMark"]?.bool ?? false)
    guard text != nil || isDebt else { return }
    guard let value = MarkValue(isDebt ? "." : text ?? "") else {
      feed.builder.reject("не читается отметка", hint: "Допустимы отметки 1–5, зач, незач.", mark, place)
      feed.unread(lesson: lesson, of: pupil)
      return
    }
    let title = FillerText.isFiller(name) ? nil : name
    feed.mark(
      assignment["id"]?.text ?? "\(place.sheet)/\(place.row)", value, raw: isDebt ? "долг" : text,
      kind: [kind, title].compactMap { $0 }.joined(separator: ": "), lesson: lesson, of: pupil, place)
  }
}

extension Layout {
  static let netSchoolDiary = Layout(
    id: NetSchoolDiaryLayout.id, title: "дневник Сетевого города", recognise: NetSchoolDiaryLayout.recognise,
    isPart: { _ in true }, read: NetSchoolDiaryLayout.read)
}
