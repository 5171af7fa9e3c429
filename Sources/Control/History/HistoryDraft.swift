import Journal

/// A section while its events are gathered.
struct HistoryDraft {
  /// Where an event stands in its section.
  struct Key {
    var kind: FactKind
    var pupil = ""
    var pupilKey = ""
    var ordinal: Int64 = 0
  }

  private var head: HistorySection
  /// What the section is ordered by.
  let order: HistoryOrder
  private var gathered: [(key: Key, events: [HistoryEvent])] = []

  /// Of a lesson.
  init(
    day: CivilDate, studyClass: NameTable.Entry, subject: String, group: String?, number: Int?, isPlanned: Bool,
    lesson: String, teachers: [String]
  ) {
    let isWhole = group.map { ClassName($0) == ClassName(studyClass.name) } ?? true
    let parts = [
      day.russian, studyClass.name + (isWhole ? "" : " (\(group ?? ""))"), subject, number.map { "урок \($0)" },
      teachers.isEmpty ? nil : teachers.joined(separator: ", "), isPlanned ? "только в планировании" : nil,
    ]
    head = HistorySection(
      title: parts.compactMap { $0 }.joined(separator: ", "), lesson: lesson, day: day, studyClass: studyClass.name,
      subject: subject, number: number, teachers: teachers, period: nil, events: [])
    order = HistoryOrder(
      isPaper: 0, day: day.days, studyClass: studyClass.order, title: studyClass.name, subject: subject,
      number: number ?? 0, key: lesson)
  }

  /// Of final marks and exemptions.
  init(studyClass: NameTable.Entry, subject: String, period: String?, periodOrder: String) {
    let title = [studyClass.name, subject, period].compactMap { $0 }.joined(separator: ", ")
    head = HistorySection(
      title: "Итоговые отметки и освобождения: \(title)", lesson: nil, day: nil, studyClass: studyClass.name,
      subject: subject, number: nil, teachers: [], period: period, events: [])
    order = HistoryOrder(
      isPaper: 1, day: 0, studyClass: studyClass.order, title: studyClass.name, subject: subject, number: 0,
      key: "\(periodOrder) \(period ?? "")")
  }

  mutating func add(_ events: [HistoryEvent], _ key: Key) { gathered.append((key, events)) }

  var section: HistorySection {
    var section = head
    section.events = gathered.enumerated().sorted { a, b in
      let (x, y) = (a.element.key, b.element.key)
      return (rank(x.kind), x.pupil, x.pupilKey, x.ordinal, a.offset)
        < (rank(y.kind), y.pupil, y.pupilKey, y.ordinal, b.offset)
    }.flatMap(\.element.events)
    return section
  }

  /// As a page of a journal tells them: attendance before marks.
  private func rank(_ kind: FactKind) -> Int32 {
    kind == .attendance ? FactKind.mark.rawValue * 2 - 1 : kind.rawValue * 2
  }
}

/// The total order of sections.
struct HistoryOrder: Comparable {
  var isPaper: Int
  var day: Int32
  var studyClass: String
  var title: String
  var subject: String
  var number: Int
  var key: String

  static func < (a: HistoryOrder, b: HistoryOrder) -> Bool {
    if (a.isPaper, a.day) != (b.isPaper, b.day) { return (a.isPaper, a.day) < (b.isPaper, b.day) }
    return (a.studyClass, a.title, a.subject, a.number, a.key) < (b.studyClass, b.title, b.subject, b.number, b.key)
  }
}
