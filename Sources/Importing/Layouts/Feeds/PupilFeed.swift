import Journal

/// A feed of one pupil's journal, as the diaries of parents and pupils get it (FORMATS 6.2, 8.1–8.3), on its way into a
/// batch.
///
/// Such a feed shows one pupil's part of lessons whose class may not be named. Every pupil has a journal of their own, so
/// that one pupil's feed never takes for vanished what stands in another's; lessons belong to a group that holds that
/// pupil alone; a class without a name is a class of its own, «класс не указан», without a grade. The journal says
/// `partial`, by which the control knows that nothing in it is a unit: that a feed has no marks of others, or ends at
/// some week, is nobody's fault.
struct PupilFeed {
  var builder: BatchBuilder
  private let says: SourceCapabilities
  private let files: [String]

  static let noClass = "класс не указан"
  static let noSubject = "предмет не указан"

  struct Pupil {
    let position: Int32
    let studyClass: Int32
    let group: Int32
    let key: String
  }

  init(layout: String, files: [OpenedFile], says: SourceCapabilities) {
    builder = BatchBuilder(layout: layout, files: files)
    self.says = says.union(.partial)
    self.files = files.map(\.file.feedName)
  }

  /// A pupil by the source's own id. Without an id it is the file's: two files that name nobody may be of two pupils, and
  /// such a pupil is told apart from nobody, hence ambiguous.
  mutating func pupil(
    id: String?, name: String? = nil, className: String? = nil, classKey: String? = nil, file: Int, _ place: FactPlace
  ) -> Pupil {
    let key = "\(builder.layout)/\(id ?? "без имени/\(files[file])")"
    let title = className.map { CodeFolding.collapse($0) } ?? PupilFeed.noClass
    let studyClass = builder.studyClass("\(builder.layout)/\(classKey ?? title)", title: title, place)
    let named = name.map { CodeFolding.collapse($0) }.flatMap { $0.isEmpty ? nil : $0 }
    let position = builder.pupil(
      BatchPupil(
        key: key, studyClass: studyClass,
        name: named ?? id.map { "Ученик \($0)" } ?? "Ученик без имени (\(files[file]))",
        isAmbiguous: id == nil, place: place))
    let ofPupil = builder.batch.pupils[Int(position)].studyClass
    let group = builder.group(key, of: ofPupil, name: "дневник ученика", place)
    builder.member(position, of: group, place)
    return Pupil(position: position, studyClass: ofPupil, group: group, key: key)
  }

  mutating func subject(id: String?, name: String?, _ place: FactPlace) -> Int32 {
    let name = name.map { CodeFolding.collapse($0) }.flatMap { $0.isEmpty ? nil : $0 }
    let key = id ?? name.map { CodeFolding.fold($0) } ?? PupilFeed.noSubject
    return builder.subject("\(builder.layout)/\(key)", name: name ?? id ?? PupilFeed.noSubject, place)
  }

  mutating func teachers(_ names: [String?], _ place: FactPlace) -> Int32 {
    let named = names.compactMap { $0 }.map { CodeFolding.collapse($0) }.filter { !$0.isEmpty }
    let teachers = named.map { builder.teacher("\(builder.layout)/\(CodeFolding.fold($0))", name: $0, place) }
    return builder.teacherSet(teachers)
  }

  mutating func journal(of pupil: Pupil, year: Int) -> Int32 {
    builder.journal("\(pupil.key)/\(year)", year: year, says: says)
  }

  /// `key` is the lesson's among the pupil's.
  mutating func lesson(
    _ key: String, of pupil: Pupil, subject: Int32, teachers: Int32? = nil, date: CivilDate, number: Int? = nil,
    period: Int32 = -1, topic: String? = nil, homework: String? = nil, _ place: FactPlace
  ) -> Int32 {
    builder.lesson(
      LessonFact(
        journal: journal(of: pupil, year: date.schoolYear), key: "\(pupil.key)/\(key)", studyClass: pupil.studyClass,
        group: pupil.group, subject: subject, teacherSet: teachers ?? builder.teacherSet([]), date: date,
        number: number.flatMap { (0...99).contains($0) ? $0 : nil }, period: period, topic: topic?.nonEmpty,
        homework: homework?.nonEmpty, place: place))
  }

  /// `key` is the mark's among the pupil's; `raw` is the text where it is more than the value.
  mutating func mark(
    _ key: String, _ value: MarkValue, raw: String?, kind: String?, lesson: Int32, of pupil: Pupil,
    enteredAt: LocalMoment? = nil, _ place: FactPlace
  ) {
    let key = "\(pupil.key)/\(key)"
    let work = kind?.nonEmpty.map { builder.work(key, lesson: lesson, kind: CodeFolding.collapse($0), place) }
    builder.mark(
      MarkFact(
        lesson: lesson, pupil: pupil.position, work: work ?? -1, key: key, value: value, enteredAt: enteredAt,
        place: place, raw: raw == value.text ? nil : raw))
  }

  mutating func attendance(
    _ code: AttendanceCode, raw: String?, lesson: Int32, of pupil: Pupil, enteredAt: LocalMoment? = nil,
    _ place: FactPlace
  ) {
    builder.attendance(
      AttendanceFact(
        lesson: lesson, pupil: pupil.position, code: code, enteredAt: enteredAt, place: place, raw: raw?.nonEmpty))
  }

  mutating func final(
    _ value: MarkValue, period: Int32, subject: Int32, of pupil: Pupil, enteredAt: LocalMoment? = nil,
    _ place: FactPlace
  ) {
    let year = builder.batch.periods[Int(period)].schoolYear
    builder.final(
      FinalMarkFact(
        journal: journal(of: pupil, year: year), pupil: pupil.position, subject: subject, period: period, value: value,
        enteredAt: enteredAt, place: place))
  }

  /// A mark or an attendance of a lesson that could not be read.
  mutating func unread(lesson: Int32, of pupil: Pupil) {
    builder.batch.unreadCells.append(lesson: lesson, pupil: pupil.position)
  }

  /// A final mark that could not be read.
  mutating func unread(period: Int32, subject: Int32, of pupil: Pupil) {
    let year = builder.batch.periods[Int(period)].schoolYear
    builder.batch.unreadCells.append(
      journal: journal(of: pupil, year: year), pupil: pupil.position, subject: subject, period: period)
  }

  /// Nil for a label that names no period.
  mutating func period(
    _ label: String, year: Int, start: CivilDate? = nil, end: CivilDate? = nil, _ place: FactPlace
  ) -> Int32? {
    let days = start.flatMap { start in end.map { Int($0.days - start.days) + 1 } }
    guard let kind = PeriodKind(label: label) ?? days.map({ PeriodKind(lengthInDays: $0) }) else { return nil }
    let key = "\(builder.layout)/\(year)/\(CodeFolding.fold(label))"
    return builder.period(
      BatchPeriod(
        key: key, school: 0, name: CodeFolding.collapse(label), kind: kind, schoolYear: year, start: start, end: end,
        place: place))
  }
}

extension String {
  /// Nil for a text of blanks.
  var nonEmpty: String? { allSatisfy(\.isWhitespace) ? nil : self }
}

extension ExportFile {
  /// The file's own name with its folder's, without the ending: what tells two feeds apart that name no pupil.
  var feedName: String {
    let folder = path.split(separator: "/").dropLast().last.map { "\($0)/" } ?? ""
    return folder + stem
  }
}
