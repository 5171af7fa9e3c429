import Journal

extension InterchangeReader {
  /// The newest moment that the facts carry themselves: the snapshot is no older. A row that refers to what its own table
  /// does not have is about to be rejected, and a rejected row must not tell when the export was made.
  var newestMoment: LocalMoment? {
    let lost = LostReferences(self)
    guard !lost.isEmpty else { return newestEntry }
    let moments: [[LocalMoment?]] = [
      batch.lessons.map { lost.hold($0) ? nil : $0.enteredAt },
      batch.marks.map { lost.works.contains($0.work) || lost.pupils.contains($0.pupil) ? nil : $0.enteredAt },
      batch.attendance.map { lost.lessons.contains($0.lesson) || lost.pupils.contains($0.pupil) ? nil : $0.enteredAt },
      batch.finalMarks.map { lost.pupils.contains($0.pupil) ? nil : $0.enteredAt },
      batch.exemptions.map { lost.pupils.contains($0.pupil) ? nil : $0.enteredAt },
      batch.logins.map { ($0.role == .teacher ? lost.teachers : lost.pupils).contains($0.person) ? nil : $0.at },
    ]
    return moments.joined().compactMap { $0 }.max()
  }
}

/// What the rows of an export refer to, while its own table has no such row.
private struct LostReferences {
  let classes: Set<Int32>
  let subjects: Set<Int32>
  let teachers: Set<Int32>
  let pupils: Set<Int32>
  let lessons: Set<Int32>
  let works: Set<Int32>
  private let teacherSets: [[Int32]]

  init(_ reader: InterchangeReader) {
    func lost(_ table: InterchangeTable, _ entities: [some KeyedEntity]) -> Set<Int32> {
      guard reader.found[table] != nil else { return [] }
      return Set(entities.indices.lazy.filter { entities[$0].isReference }.map(Int32.init))
    }
    classes = lost(.classes, reader.batch.classes)
    subjects = lost(.subjects, reader.batch.subjects)
    teachers = lost(.teachers, reader.batch.teachers)
    pupils = lost(.pupils, reader.batch.pupils)
    teacherSets = reader.batch.teacherSets
    var lessons = lost(.lessons, reader.batch.lessons)
    let lostClasses = classes
    for (index, lesson) in reader.batch.lessons.enumerated() where lostClasses.contains(lesson.studyClass) {
      lessons.insert(Int32(index))
    }
    self.lessons = lessons
    works = lost(.works, reader.batch.works)
  }

  var isEmpty: Bool {
    classes.isEmpty && subjects.isEmpty && teachers.isEmpty && pupils.isEmpty && lessons.isEmpty && works.isEmpty
  }

  func hold(_ lesson: LessonFact) -> Bool {
    classes.contains(lesson.studyClass) || subjects.contains(lesson.subject)
      || (lesson.teacherSet >= 0 && teacherSets[Int(lesson.teacherSet)].contains(where: teachers.contains))
  }
}
