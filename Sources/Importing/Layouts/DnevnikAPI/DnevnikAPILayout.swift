import Journal

/// Дневник.ру API v2, a folder of answers as the routes gave them (FORMATS 7); also Kundelik and the partners' API of
/// «Моя школа». The files of one folder are one export.
///
/// - Lists of persons, students and periods do not say whose they are: the group is that whose id stands in the file's
///   name, or the only one of the export; the class of a pupil follows from the lessons with their marks otherwise.
/// - The moment of entry is known of log entries only (`createdDate`).
/// - Weights of works and timetables are not taken: nothing in the journal holds them.
/// - That nobody has a record says nothing: the answers hold those who were away, and `Attend` where it was put.
struct DnevnikAPILayout {
  static let id = "dnevnik-api"

  var builder: BatchBuilder
  let names: [String]
  var workTypes: [String: String] = [:]
  var groups: [String: Group] = [:]
  var periods: [Period] = []
  var works: [String: JSONValue] = [:]
  var lessons: [String: Int32] = [:]
  /// What lists of people say: the name, and the group where it is known.
  var people: [String: Person] = [:]
  /// The class of the newest lesson that has a record of the pupil.
  var classOf: [String: (studyClass: Int32, date: CivilDate)] = [:]
  /// What the answers say of each journal: one without a record of a kind may have been left out of the answers of that
  /// kind.
  var said: [Int32: SourceCapabilities] = [:]

  struct Group {
    var studyClass: Int32
    /// -1 for the whole class.
    var group: Int32
    var grade: Int
  }

  struct Period {
    var position: Int32
    var kind: PeriodKind
    var number: Int?
    var studyClass: Int32?
  }

  struct Person {
    var name: String
    var studyClass: Int32?
    var subgroups: [Int32] = []
    var isArchived: Bool
    var place: FactPlace
  }

  private struct Entry {
    var answer: DnevnikAPIAnswer
    var file: Int
  }

  fileprivate static func read(_ files: inout [OpenedFile], _ options: ImportOptions) throws -> JournalBatch {
    let moments = files.moments(options)
    var layout = DnevnikAPILayout(
      builder: BatchBuilder(layout: id, files: files), names: files.map(\.file.stem))
    let entries = files.enumerated().flatMap { index, file in
      (file.values.map(DnevnikAPIAnswer.answers) ?? []).map { Entry(answer: $0, file: index) }
    }
    files = []
    for kind in DnevnikAPIAnswer.Kind.allCases {
      if kind == .marks {
        layout.findClasses(entries.map(\.answer).filter { [.marks, .logEntries].contains($0.kind) }.map(\.list))
      }
      for entry in entries where entry.answer.kind == kind { layout.read(entry.answer, entry.file) }
    }
    layout.addListed()
    for (journal, said) in layout.said { layout.builder.batch.journals[Int(journal)].says = said }
    return try layout.builder.finish(moments)
  }

  private init(builder: BatchBuilder, names: [String]) {
    self.builder = builder
    self.names = names
  }

  fileprivate static func recognise(_ file: OpenedFile) -> Certainty {
    guard let root = file.values, !DnevnikAPIAnswer.answers(in: root).isEmpty else { return .none }
    return .certain
  }

  private mutating func read(_ answer: DnevnikAPIAnswer, _ file: Int) {
    if answer.kind == .timetables {
      builder.notice(
        "расписание звонков прочитано, но не загружено: уроков в нём нет", hint: "Делать ничего не нужно.", file: file)
      return
    }
    let isList = answer.list.isArray
    let only = (record: answer.list, place: FactPlace(sheet: builder.sheet("$", file: file), row: 1))
    for (record, place) in isList ? builder.records(answer.list, file: file) : [only] where record.isObject {
      switch answer.kind {
      case .schools: readSchool(record, place)
      case .subjects: _ = subject(record, place)
      case .workTypes: workTypes[record.id() ?? ""] = record["title"]?.text ?? record["kind"]?.text
      case .teachers: _ = teacher(record, place)
      case .groups: readGroup(record, place)
      case .periods: readPeriod(record, file, place)
      case .lessons: readLesson(record, place)
      case .works: readWork(record, place)
      case .students, .persons: readPerson(record, file, place)
      case .marks: readMark(record, place)
      case .logEntries: readLogEntry(record, place)
      case .finalMarks: readFinalMarks(record, file, place)
      case .timetables: break
      }
    }
  }

  mutating func say(_ what: SourceCapabilities, ofJournalOf lesson: Int32) {
    said[builder.batch.lessons[Int(lesson)].journal, default: []].formUnion(what)
  }

  /// The group that a file's name has the id of, or the only class of the export.
  func group(ofFile file: Int) -> Group? {
    let numbers = names[file].split { !$0.isNumber }.map(String.init)
    if let named = numbers.lazy.compactMap({ groups[$0] }).first { return named }
    let classes = groups.values.filter { $0.group < 0 }
    return classes.count == 1 ? classes.first : nil
  }
}

extension Layout {
  static let dnevnikAPI = Layout(
    id: DnevnikAPILayout.id, title: "ответы API Дневник.ру", recognise: DnevnikAPILayout.recognise,
    nearMiss: { $0.values.flatMap(DnevnikAPIAnswer.error) }, isPart: { _ in true }, read: DnevnikAPILayout.read)
}
