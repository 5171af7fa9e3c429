extension DnevnikJournal {
  /// The lessons of a subject with a class or one of its groups.
  struct SheetCourse {
    var subject: SchoolTables.Subject
    var group: SchoolTables.Group?
    var lessons: [SchoolTables.Lesson]
  }

  /// A column after № and name.
  enum Column {
    case lesson(SchoolTables.Lesson)
    case period(SchoolTables.Period)
    /// Год, Экзамен, Итог.
    case result(String)
  }

  /// Sorted by the subject's full name.
  func courses(of schoolClass: SchoolTables.SchoolClass) -> [SheetCourse] {
    let lessons = tables.lessons.filter { $0.schoolClass == schoolClass.id }
    let subjects = Set(lessons.map(\.subject)).map(tables.subject).sorted { ($0.name, $0.id) < ($1.name, $1.id) }
    return subjects.flatMap { subject in
      let own = lessons.filter { $0.subject == subject.id }
      let groups = Set(own.map { $0.group ?? 0 }).sorted()
      return groups.map { group in
        SheetCourse(
          subject: subject, group: group == 0 ? nil : tables.groups[group - 1],
          lessons: own.filter { ($0.group ?? 0) == group })
      }
    }
  }

  func sheet(ofCourse course: SheetCourse, in schoolClass: SchoolTables.SchoolClass) -> DnevnikSheet {
    let group = course.group?.name ?? schoolClass.wholeGroup
    var teachers: [String] = []
    for lesson in course.lessons {
      let name = tables.teachers[lesson.teacher - 1].name.givenFirst
      if !teachers.contains(name) { teachers.append(name) }
    }
    let columns = columns(of: course, in: schoolClass)
    let members = course.group.map { group in Set(tables.groupPupils.filter { $0.group == group.id }.map(\.pupil)) }
    let list = tables.pupils.filter { $0.schoolClass == schoolClass.id && (members?.contains($0.id) ?? true) }
    return DnevnikSheet(
      name: String("\(course.subject.shortName) \(group)".prefix(31)),
      heading: [
        "Класс: \(schoolClass.label) (\(group))", "Год: \(firstYear)/\(firstYear + 1)",
        "Наименование предмета: \(course.subject.name)",
        "Фамилия, имя, отчество педагога: \(teachers.joined(separator: ", "))",
      ],
      columns: columns.map(header),
      rows: list.map { pupil in
        DnevnikSheet.Row(
          name: pupil.name.withInitials, cells: columns.map { cell(of: pupil, $0, subject: course.subject.id) })
      })
  }

  /// Lessons in order of date; a period's column stands after its last lesson; the results close the row.
  private func columns(of course: SheetCourse, in schoolClass: SchoolTables.SchoolClass) -> [Column] {
    var rest = tables.reportingPeriods(ofClass: schoolClass.id).filter { $0.start <= moment.day }
    var columns: [Column] = []
    for lesson in course.lessons {
      while let period = rest.first, period.end < lesson.date { columns.append(.period(rest.removeFirst())) }
      columns.append(.lesson(lesson))
    }
    return columns + rest.map { .period($0) } + ["Год", "Экзамен", "Итог"].map { .result($0) }
  }

  private func header(_ column: Column) -> DnevnikSheet.Column {
    switch column {
    case .lesson(let lesson):
      let (_, month, day) = lesson.date.parts
      return .day(month: DnevnikSheet.monthNames[month - 1], day: "\(day)")
    case .period(let period): return .label("\(period.ordinal) \(period.kind.dnevnikLabel)")
    case .result(let name): return .label(name)
    }
  }

  private func cell(of pupil: SchoolTables.Pupil, _ column: Column, subject: Int) -> String {
    switch column {
    case .lesson(let lesson):
      let key = SchoolBuilder.LessonPupil(lesson: lesson.id, pupil: pupil.id)
      let values = (marks[key] ?? []).map(String.init).joined(separator: "/")
      // Of all codes the exporter writes only the absence, whatever its reason, and the mark right after it.
      return (attendance[key].map(\.isAbsence) ?? false ? "н" : "") + values
    case .period(let period): return final(of: pupil, subject: subject, period: period)
    case .result("Экзамен"): return ""
    case .result:
      let school = tables.schoolClass(pupil.schoolClass).school
      let year = tables.periods.first { $0.school == school && $0.kind == .year }
      return year.map { final(of: pupil, subject: subject, period: $0) } ?? ""
    }
  }

  private func final(of pupil: SchoolTables.Pupil, subject: Int, period: SchoolTables.Period) -> String {
    let isOutside =
      exempt.contains(SchoolBuilder.PupilSubject(pupil: pupil.id, subject: subject))
      || !tables.isGraded(subject: subject, schoolClass: pupil.schoolClass)
    if isOutside { return period.end <= moment.day ? "ОСВ" : "" }
    return finals[SchoolTables.PeriodUnit(pupil: pupil.id, subject: subject, period: period.id)] ?? ""
  }
}

extension SchoolTables.Period.Kind {
  /// The label of a quarter was in no export seen; this is the likeliest.
  fileprivate var dnevnikLabel: String {
    switch self {
    case .quarter: "четв"
    case .trimester: "тр"
    case .half: "сем"
    case .year: "Год"
    }
  }
}
