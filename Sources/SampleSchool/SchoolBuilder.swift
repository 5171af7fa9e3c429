/// Makes a clean school: one in which none of the control's rules finds anything that a plan can avoid.
struct SchoolBuilder {
  let plan: SchoolPlan
  let calendar: SchoolCalendar
  var tables = SchoolTables()
  var courses: [Course] = []
  /// Groups of a pupil, by pupil id.
  var groupsOfPupil: [Int: [Int]] = [:]
  /// Lessons of a class on a day, in order of number.
  var lessonsOfDay: [ClassDay: [Int]] = [:]
  /// Absences as lesson and pupil.
  var absences: Set<LessonPupil> = []
  var exempt: Set<PupilSubject> = []

  struct ClassDay: Hashable {
    var schoolClass: Int
    var day: Day
  }

  struct LessonPupil: Hashable {
    var lesson: Int
    var pupil: Int
  }

  struct PupilSubject: Hashable {
    var pupil: Int
    var subject: Int
  }

  /// Streams of chance, so that a change of one part of the school leaves the others as they were.
  enum Stream: UInt64 {
    case people = 1
    case timetable, topics, attendance, marks, logins, papers
  }

  static func build(_ plan: SchoolPlan) -> SchoolTables {
    var builder = SchoolBuilder(plan: plan, calendar: SchoolCalendar(plan: plan))
    builder.addSubjects()
    for school in 1...max(1, plan.schools) {
      builder.addSchool(school)
      builder.addPeople(ofSchool: school)
      builder.addTimetable(ofSchool: school)
    }
    builder.addLessons()
    builder.addAttendance()
    builder.addMarks()
    builder.addFinalMarks()
    builder.addLogins()
    builder.addPapers()
    return builder.tables
  }

  func random(_ stream: Stream, school: Int = 0) -> SplitMix64 {
    SplitMix64(seed: plan.seed, stream: stream.rawValue * 1000 + UInt64(school))
  }

  /// Subjects are one list for all schools; a name that two disciplines share is one subject.
  private mutating func addSubjects() {
    let grades = Set(plan.classes.map(\.grade))
    for discipline in Discipline.all where !plan.coreSubjectsOnly || discipline.isCore {
      guard grades.contains(where: discipline.isTaught), subjectID(discipline.name) == nil else { continue }
      tables.subjects.append(
        SchoolTables.Subject(
          id: tables.subjects.count + 1, name: discipline.name, shortName: discipline.shortName,
          graded: discipline.graded, briefing: discipline.briefing))
    }
  }

  func subjectID(_ name: String) -> Int? { tables.subjects.first { $0.name == name }?.id }

  private mutating func addSchool(_ id: Int) {
    tables.schools.append(SchoolTables.School(id: id, name: "МБОУ «Средняя школа № \(6 + id)» г. Зареченска"))
    for term in calendar.terms where plan.classes.contains(where: { term.grades.contains($0.grade) }) {
      tables.periods.append(
        SchoolTables.Period(
          id: tables.periods.count + 1, school: id, ordinal: term.ordinal, name: term.kind.name(term.ordinal),
          start: term.start, end: term.end, kind: term.kind, grades: term.grades))
    }
    for holiday in calendar.holidays {
      tables.holidays.append(
        SchoolTables.Holiday(school: id, from: holiday.lowerBound, to: holiday.upperBound))
    }
  }
}
