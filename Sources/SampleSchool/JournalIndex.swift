/// Where the rows of a lesson stand in the clean tables.
struct JournalIndex {
  /// Positions in `works` by lesson.
  private(set) var works: [Int: [Int]] = [:]
  /// Positions in `marks` by work.
  private(set) var marksOfWork: [Int: [Int]] = [:]
  /// Positions in `marks` by what accumulates them.
  private(set) var marksOfUnit: [SchoolTables.PeriodUnit: [Int]] = [:]
  /// Positions in `attendance` by lesson.
  private(set) var attendance: [Int: [Int]] = [:]
  private(set) var groupsOfPupil: [Int: Set<Int>] = [:]
  private(set) var lessonsOfDay: [SchoolBuilder.ClassDay: [Int]] = [:]
  /// By lesson of a mark's work.
  private(set) var lessonOfWork: [Int: Int] = [:]

  init(_ tables: SchoolTables) {
    for (position, work) in tables.works.enumerated() {
      works[work.lesson, default: []].append(position)
      lessonOfWork[work.id] = work.lesson
    }
    var periodOfLesson: [Int: Int] = [:]
    for lesson in tables.lessons {
      periodOfLesson[lesson.id] = tables.reportingPeriod(ofClass: lesson.schoolClass, on: lesson.date)?.id
      lessonsOfDay[SchoolBuilder.ClassDay(schoolClass: lesson.schoolClass, day: lesson.date), default: []]
        .append(lesson.id)
    }
    for (position, mark) in tables.marks.enumerated() {
      marksOfWork[mark.work, default: []].append(position)
      guard let lesson = lessonOfWork[mark.work], let period = periodOfLesson[lesson] else { continue }
      let unit = SchoolTables.PeriodUnit(
        pupil: mark.pupil, subject: tables.lesson(lesson).subject, period: period)
      marksOfUnit[unit, default: []].append(position)
    }
    for (position, row) in tables.attendance.enumerated() {
      attendance[row.lesson, default: []].append(position)
    }
    for row in tables.groupPupils { groupsOfPupil[row.pupil, default: []].insert(row.group) }
  }

  /// The pupil's lessons of a day in order of number.
  func lessons(of pupil: SchoolTables.Pupil, on day: Day, in tables: SchoolTables) -> [Int] {
    let groups = groupsOfPupil[pupil.id] ?? []
    return (lessonsOfDay[SchoolBuilder.ClassDay(schoolClass: pupil.schoolClass, day: day)] ?? []).filter {
      tables.lesson($0).group.map(groups.contains) ?? true
    }
  }
}
