/// Дневник.ру's class journals as its exporter writes them: a ZIP of workbooks, one a class, with the exporter's
/// habits that trip readers up.
struct DnevnikJournal {
  let tables: SchoolTables
  /// The moment of the export.
  let moment: Moment
  let firstYear: Int
  let pupils: [Int: SchoolTables.Pupil]
  let attendance: [SchoolBuilder.LessonPupil: SchoolTables.AttendanceCode]
  /// Marks of a pupil at a lesson, in order of works.
  let marks: [SchoolBuilder.LessonPupil: [Int]]
  let finals: [SchoolTables.PeriodUnit: String]
  let exempt: Set<SchoolBuilder.PupilSubject>

  /// - Parameter tables: as they were at the moment.
  init(_ tables: SchoolTables, firstYear: Int, at moment: Moment) {
    self.tables = tables
    self.moment = moment
    self.firstYear = firstYear
    pupils = Dictionary(uniqueKeysWithValues: tables.pupils.map { ($0.id, $0) })
    var attendance: [SchoolBuilder.LessonPupil: SchoolTables.AttendanceCode] = [:]
    for row in tables.attendance {
      if let pupil = row.pupil { attendance[SchoolBuilder.LessonPupil(lesson: row.lesson, pupil: pupil)] = row.code }
    }
    self.attendance = attendance
    let lessonOfWork = Dictionary(uniqueKeysWithValues: tables.works.map { ($0.id, $0.lesson) })
    var marks: [SchoolBuilder.LessonPupil: [Int]] = [:]
    for mark in tables.marks {
      guard let lesson = lessonOfWork[mark.work] else { continue }
      marks[SchoolBuilder.LessonPupil(lesson: lesson, pupil: mark.pupil), default: []].append(mark.value)
    }
    self.marks = marks
    finals = Dictionary(
      uniqueKeysWithValues: tables.finalMarks.map {
        (SchoolTables.PeriodUnit(pupil: $0.pupil, subject: $0.subject, period: $0.period), $0.value)
      })
    exempt = Set(tables.exemptions.map { SchoolBuilder.PupilSubject(pupil: $0.pupil, subject: $0.subject) })
  }

  /// The archive of one school: names in cp866, the UTF-8 flag clear.
  func archive(ofSchool school: Int) throws -> [UInt8] {
    let classes = tables.classes.filter { $0.school == school }
    let workbooks = try classes.map { schoolClass in
      let name = "\(firstYear)_\(firstYear + 1)_\(schoolClass.label) (\(schoolClass.wholeGroup)).xlsx"
      let sheets = courses(of: schoolClass).map { sheet(ofCourse: $0, in: schoolClass) }
      return (name: name, bytes: try DnevnikWorkbook(sheets: sheets, moment: moment).bytes())
    }
    return try ZipArchive.bytes(of: workbooks.sorted { $0.name < $1.name }, names: .cp866, at: moment + 2)
  }
}

extension SchoolTables.SchoolClass {
  /// Spelt in two ways inside one school: `8б`, but `10 а`.
  var label: String { grade >= 10 ? "\(grade) \(letter.lowercased())" : wholeGroup }

  /// The group that is the whole class.
  var wholeGroup: String { "\(grade)\(letter.lowercased())" }
}
