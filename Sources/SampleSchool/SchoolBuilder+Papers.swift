extension SchoolBuilder {
  /// Plan, class hours, consents, confirmations of class lists and the paper tally.
  mutating func addPapers() {
    for course in courses {
      for (position, id) in course.lessons.enumerated() {
        let lesson = tables.lesson(id)
        tables.plan.append(
          SchoolTables.PlanRow(
            schoolClass: course.schoolClass, subject: course.subject, number: position + 1, topic: lesson.topic,
            date: lesson.date, group: course.group))
      }
    }
    for schoolClass in tables.classes { addClassHours(schoolClass) }
    for pupil in tables.pupils { addConsents(pupil) }
    addClassLists()
    addPaperTally()
  }

  private static let classHourTopics = [
    ("День знаний", "патриотическое"), ("Правила поведения в школе. Инструктаж", "безопасность"),
    ("Разговоры о важном: наша страна", "патриотическое"), ("Профессии моих родителей", "трудовое"),
    ("Дорога в школу", "безопасность"), ("День учителя", "нравственное"), ("Здоровый образ жизни", "физическое"),
    ("Разговоры о важном: традиции семьи", "нравственное"), ("Безопасный интернет", "безопасность"),
    ("Береги природу", "экологическое"),
  ]

  private mutating func addClassHours(_ schoolClass: SchoolTables.SchoolClass) {
    var ordinal = 0
    for number in plan.from.number...plan.to.number {
      let day = Day(number: number)
      guard day.weekday == 1, calendar.isSchoolDay(day, sixDays: false) else { continue }
      let (topic, direction) = Self.classHourTopics[ordinal % Self.classHourTopics.count]
      tables.classHours.append(
        SchoolTables.ClassHour(
          id: tables.classHours.count + 1, schoolClass: schoolClass.id, date: day, topic: topic,
          direction: direction, briefing: direction == "безопасность"))
      ordinal += 1
    }
  }

  private mutating func addConsents(_ pupil: SchoolTables.Pupil) {
    let given = pupil.enrolled + -4
    for kind in ["child", "parent"] {
      tables.consents.append(SchoolTables.Consent(pupil: pupil.id, kind: kind, given: given))
    }
    let birth = pupil.birth.parts
    let sixteen = Day(birth.year + 16, birth.month, birth.day)
    if sixteen <= plan.to {
      tables.consents.append(SchoolTables.Consent(pupil: pupil.id, kind: "pupil-16", given: max(given, sixteen)))
    }
  }

  /// Every second Monday.
  private mutating func addClassLists() {
    for number in plan.from.number...plan.to.number where (number - plan.from.number) % 14 == 0 {
      for schoolClass in tables.classes {
        guard let head = schoolClass.headTeacher else { continue }
        tables.classLists.append(
          SchoolTables.ClassList(
            schoolClass: schoolClass.id, verifiedBy: head, verifiedAt: Moment(Day(number: number), 16, 30)))
      }
    }
  }

  /// The paper pages of one class's first two weeks.
  private mutating func addPaperTally() {
    guard let schoolClass = tables.classes.first(where: { $0.grade >= 5 }) else { return }
    for lesson in tables.lessons where lesson.schoolClass == schoolClass.id && lesson.date < plan.from + 14 {
      tables.paperTally.append(SchoolTables.PaperTally(lesson: lesson.id, marks: 0, absences: 0))
    }
    tables.recountPaperTally()
  }
}

extension SchoolTables {
  /// Makes the paper agree with the tables.
  mutating func recountPaperTally() {
    let tallied = Set(paperTally.map(\.lesson))
    var lessonOfWork: [Int: Int] = [:]
    for work in works where tallied.contains(work.lesson) { lessonOfWork[work.id] = work.lesson }
    var marksOfLesson: [Int: Int] = [:]
    for mark in marks {
      if let lesson = lessonOfWork[mark.work] { marksOfLesson[lesson, default: 0] += 1 }
    }
    var absencesOfLesson: [Int: Int] = [:]
    for row in attendance where row.code.isAbsence && tallied.contains(row.lesson) {
      absencesOfLesson[row.lesson, default: 0] += 1
    }
    for index in paperTally.indices {
      let lesson = paperTally[index].lesson
      paperTally[index].marks = (marksOfLesson[lesson] ?? 0) + paperTally[index].extraMarks
      paperTally[index].absences = (absencesOfLesson[lesson] ?? 0) + paperTally[index].extraAbsences
    }
  }
}
