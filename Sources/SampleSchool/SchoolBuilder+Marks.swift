extension SchoolBuilder {
  /// Works and marks of every graded course, period by period.
  mutating func addMarks() {
    var random = random(.marks)
    addExemptions()
    for course in courses where tables.isGraded(subject: course.subject, schoolClass: course.schoolClass) {
      var book = MarkBook(course: course, random: random)
      for period in tables.reportingPeriods(ofClass: course.schoolClass) {
        let lessons = course.lessons.filter { period.contains(tables.lesson($0).date) }
        if !lessons.isEmpty { fill(&book, lessons: lessons, period: period) }
      }
      correctTwos(in: &book)
      append(book)
      random = book.random
    }
  }

  /// One pupil of two classes is exempt from physical education for the whole year.
  private mutating func addExemptions() {
    guard let subject = subjectID("Физическая культура") else { return }
    for schoolClass in tables.classes where (schoolClass.id - 1) % plan.classes.count % 5 == 4 {
      let stayers = tables.pupils.filter {
        $0.schoolClass == schoolClass.id && $0.left == nil && $0.enrolled == Day(plan.firstYear, 9, 1)
      }
      guard let pupil = stayers.last else { continue }
      tables.exemptions.append(
        SchoolTables.Exemption(pupil: pupil.id, subject: subject, from: Day(plan.firstYear, 9, 1)))
      exempt.insert(PupilSubject(pupil: pupil.id, subject: subject))
    }
  }

  private mutating func fill(_ book: inout MarkBook, lessons: [Int], period: SchoolTables.Period) {
    let discipline = book.course.discipline
    let firstMark = book.marks.count
    let weeks = max(1, (tables.lesson(lessons[lessons.count - 1]).date - tables.lesson(lessons[0]).date + 6) / 7)
    let wanted = discipline.writtenPerQuarter * max(4, weeks) / 8
    let writtenCount = min(wanted, lessons.count / 3)
    var written: Set<Int> = []
    for ordinal in 0..<writtenCount {
      let lesson = lessons[(ordinal + 1) * lessons.count / (writtenCount + 1)]
      written.insert(lesson)
      let kind = discipline.writtenKinds[ordinal % discipline.writtenKinds.count]
      tables.lessons[lesson - 1].topic = "\(kind) № \(ordinal + 1) по теме «\(plainTopic(lesson))»"
      // A composition is marked twice, for its contents and for its grammar.
      let kinds = kind == "Сочинение" ? ["\(kind): содержание", "\(kind): грамотность"] : [kind]
      let entered = writtenEntry(of: lesson, using: &book.random)
      for kind in kinds {
        let work = book.addWork(lesson: lesson, kind: kind, isWritten: true)
        for pupil in present(at: lesson, of: book.course) { book.addMark(work, lesson, pupil, at: entered) }
      }
    }
    for lesson in lessons where !written.contains(lesson) && book.random.chance(14, of: 20) {
      addOralMarks(to: &book, lesson: lesson)
    }
    for pupil in book.course.pupils {
      topUp(&book, pupil: pupil, lessons: lessons, written: written, firstMark: firstMark)
    }
  }

  private mutating func addOralMarks(to book: inout MarkBook, lesson: Int) {
    guard let at = tables.lesson(lesson).enteredAt else { return }
    var pupils = present(at: lesson, of: book.course)
    guard pupils.count > 1 else { return }
    book.random.shuffle(&pupils)
    let work = book.addWork(lesson: lesson, kind: book.random.pick(MarkBook.oralKinds), isWritten: false)
    for pupil in pupils.prefix(max(1, pupils.count * book.random.within(30...74) / 100)).sorted() {
      book.addMark(work, lesson, pupil, at: at + 60)
    }
  }

  /// Brings a pupil to the norm of marks by the subject's weekly hours: 1 → 3, 2 → 5, 3 and more → 7.
  private mutating func topUp(
    _ book: inout MarkBook, pupil: Int, lessons: [Int], written: Set<Int>, firstMark: Int
  ) {
    let hours = book.course.slots.count
    let norm = hours <= 1 ? 3 : hours == 2 ? 5 : 7
    let own = book.marks[firstMark...].filter { $0.pupil == pupil }
    let marked = Set(own.map(\.lesson))
    var count = own.count
    guard count < norm else { return }
    let free = lessons.filter {
      !written.contains($0) && !marked.contains($0) && isPresent(pupil, at: $0, in: book.course)
    }
    let withWork = free.filter { book.oralWork[$0] != nil }
    // Lessons without works come last, so that some stay without.
    for lesson in withWork.reversed() + free.filter({ book.oralWork[$0] == nil }).reversed() where count < norm {
      guard let at = tables.lesson(lesson).enteredAt else { continue }
      let work = book.oralWork[lesson] ?? book.addWork(lesson: lesson, kind: "Ответ на уроке", isWritten: false)
      book.addMark(work, lesson, pupil, at: at + 90)
      count += 1
    }
  }

  func present(at lesson: Int, of course: Course) -> [Int] {
    course.pupils.filter { isPresent($0, at: lesson, in: course) }
  }

  private func isPresent(_ pupil: Int, at lesson: Int, in course: Course) -> Bool {
    tables.pupil(pupil).isEnrolled(tables.lesson(lesson).date)
      && !absences.contains(LessonPupil(lesson: lesson, pupil: pupil))
      && !exempt.contains(PupilSubject(pupil: pupil, subject: course.subject))
  }

  private func plainTopic(_ lesson: Int) -> String {
    let topic = tables.lesson(lesson).topic
    return String(topic.prefix { $0 != "." && $0 != "(" }).filter { $0 != "«" && $0 != "»" }
  }

  /// Within five days, in the afternoon, and never after the plan's last day.
  private func writtenEntry(of lesson: Int, using random: inout SplitMix64) -> Moment {
    let day = tables.lesson(lesson).date
    let entered = min(day + random.below(6), plan.to)
    return Moment(entered, 19, 5) + random.below(2 * 3600)
  }

  /// A 2 stays only if another mark follows within the next three lessons that the pupil attends.
  private func correctTwos(in book: inout MarkBook) {
    for index in book.marks.indices where book.marks[index].value == 2 {
      let mark = book.marks[index]
      let course = book.course
      let next = course.lessons.filter { $0 > mark.lesson && isPresent(mark.pupil, at: $0, in: course) }.prefix(3)
      let followed = book.marks.contains { $0.pupil == mark.pupil && next.contains($0.lesson) }
      if !followed { book.marks[index].value = 3 }
    }
  }

  private mutating func append(_ book: MarkBook) {
    let firstWork = tables.works.count
    for (offset, work) in book.works.enumerated() {
      tables.works.append(
        SchoolTables.Work(id: firstWork + offset + 1, lesson: work.lesson, kind: work.kind, isWritten: work.isWritten))
    }
    for mark in book.marks {
      tables.marks.append(
        SchoolTables.Mark(
          id: tables.marks.count + 1, work: firstWork + mark.work + 1, pupil: mark.pupil, value: mark.value,
          enteredAt: mark.at))
    }
  }
}
