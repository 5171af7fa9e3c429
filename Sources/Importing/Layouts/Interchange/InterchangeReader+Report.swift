import Journal

extension InterchangeReader {
  /// How many facts had been read before a table.
  struct Tally {
    let lessons: Int
    let pupils: Int
    let marks: Int
    let attendance: Int
    let finalMarks: Int
    let exemptions: Int
    let logins: Int
    let classes: Int

    init(_ reader: InterchangeReader) {
      lessons = reader.batch.lessons.count
      pupils = reader.batch.pupils.count
      marks = reader.batch.marks.count
      attendance = reader.batch.attendance.count
      finalMarks = reader.batch.finalMarks.count
      exemptions = reader.batch.exemptions.count
      logins = reader.batch.logins.count
      classes = reader.batch.classes.count
    }
  }

  /// Writes down what a table held: counts of facts and the classes they belong to.
  mutating func tell(_ before: Tally, file: Int, _ table: InterchangeTable) {
    var counts = FactCounts()
    var touched = Set<Int32>()
    switch table {
    case .classes: touched.formUnion((before.classes..<batch.classes.count).map(Int32.init))
    case .pupils:
      for pupil in batch.pupils where !pupil.isReference && pupil.place.sheet == Int32(batch.sheets.count - 1) {
        counts.pupils += 1
        touched.insert(pupil.studyClass)
      }
    case .lessons:
      for lesson in batch.lessons[before.lessons...] {
        counts.lessons += 1
        if lesson.topic.map({ !FillerText.isFiller($0) }) ?? false { counts.topics += 1 }
        if lesson.homework.map({ !FillerText.isFiller($0) }) ?? false { counts.homework += 1 }
        touched.insert(lesson.studyClass)
      }
    case .marks:
      for mark in batch.marks[before.marks...] where mark.value.isMark { counts.marks += 1 }
      touched.formUnion(batch.pupils.map(\.studyClass))
    case .attendance:
      for record in batch.attendance[before.attendance...] {
        if record.code.isAbsence { counts.absences += 1 }
        touched.insert(batch.lessons[Int(record.lesson)].studyClass)
      }
    case .finalMarks, .exemptions:
      counts.finalMarks = batch.finalMarks.count - before.finalMarks
      counts.exempt = batch.exemptions.count - before.exemptions
      touched.formUnion(batch.finalMarks[before.finalMarks...].map { batch.pupils[Int($0.pupil)].studyClass })
      touched.formUnion(batch.exemptions[before.exemptions...].map { batch.pupils[Int($0.pupil)].studyClass })
    case .logins: counts.logins = batch.logins.count - before.logins
    default: break
    }
    batch.files[file].counts += counts
    tell(classesOf: touched, file: file)
  }

  /// The classes that a file's facts belong to, and their schools.
  mutating func tell(classesOf touched: Set<Int32>, file: Int) {
    let titles = touched.filter { $0 >= 0 && !batch.classes[Int($0)].isReference }.map { batch.classes[Int($0)].title }
    batch.files[file].classes = ClassName.keys(titles + batch.files[file].classes)
    let schools = Set(touched.filter { $0 >= 0 }.map { batch.classes[Int($0)].school }).sorted()
    for name in schools.map({ batch.schools.isEmpty ? "" : batch.schools[Int($0)].name })
    where !batch.files[file].schools.contains(name) {
      batch.files[file].schools.append(name)
    }
  }
}
