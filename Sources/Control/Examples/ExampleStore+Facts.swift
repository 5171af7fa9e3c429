import Journal

extension ExampleStore {
  /// The world of an example.
  convenience init(_ example: RuleExample) throws {
    var says = SourceCapabilities.timedExample
    var snapshot: Int? = 90
    var grade = 5
    for fact in example.facts {
      if case .source(let capabilities, let day) = fact { (says, snapshot) = (capabilities, day) }
      if case .grade(let told) = fact { grade = told }
    }
    try self.init(says: says, snapshot: snapshot, grade: grade)
    for fact in example.facts { try add(fact) }
    try settle()
  }

  private func add(_ fact: ExampleFact) throws {
    switch fact {
    case .source, .grade: break
    case .ungradedSubject: try store.database.execute("UPDATE subject SET is_graded = 0")
    case .namesake: try store.database.execute("UPDATE pupil SET is_ambiguous = 1")
    case .enrolled(let from, let to):
      try store.database.execute(
        "UPDATE pupil SET enrolled_on = \(from.map { "\(day($0))" } ?? "NULL"), left_on = \(to.map { "\(day($0))" } ?? "NULL")"
      )
    case .moved(let day):
      let studyClass = try addClass(grade: 5, letter: "Б")
      try store.database.execute("UPDATE pupil SET study_class = \(studyClass), class_from = \(self.day(day))")
      try insert("former_class", [1, 1, 0, self.day(day - 1)])
    case .goneFromLists(let day): try store.database.execute("UPDATE pupil SET gone_by = \(noon(day))")
    case .group(let from, let to): try addGroup(pupils: [1], from: from, to: to)
    case .exempt(let from, let to, let entry): try addExemption(from: from, to: to, entry)
    case .lesson(_, let day, let number, let inGroup, let entry):
      try addLesson(day, number: number, group: inGroup ? 1 : nil, entry: entry)
    case .topic(let lesson, let text, let entry): try addTopic(Int64(lesson), text, entry)
    case .writtenWork(let lesson): try addWork(Int64(lesson))
    case .mark(let lesson, let value, let entry):
      let work = try store.database.integer("SELECT id FROM work WHERE lesson = \(lesson)")
      try addMark(Int64(lesson), value, entry, work: work)
    case .attendance(let lesson, let code, let entry): try addAttendance(Int64(lesson), code, entry)
    case .cell(let lesson, let raw, let mark, let code, let entry):
      try addMark(Int64(lesson), mark, entry, raw: raw)
      try addAttendance(Int64(lesson), code, entry, raw: raw)
    case .everybodyPresent(let lesson, let entry): try addAttendance(Int64(lesson), .present, entry, pupil: 0)
    case .login(let role, let day): try addLogin(role, day)
    case .homework(let lesson, let text, let entry): try addHomework(Int64(lesson), text, entry)
    case .finalMark(let value, let decided, let entry): try addFinalMark(value, decided: decided, entry)
    case .period(let from, let to):
      try store.database.execute(
        "UPDATE period SET start_day = \(from.map { "\(day($0))" } ?? "NULL"), end_day = \(to.map { "\(day($0))" } ?? "NULL")"
      )
    case .weeklyHours(let hours): try store.database.execute("UPDATE subject SET weekly_hours = \(hours)")
    case .journalOfSubject: try store.database.execute("UPDATE journal SET layout = 'dnevnik-journal'")
    case .covered(let from): try store.database.execute("UPDATE coverage SET from_day = \(day(from))")
    case .needsBriefing: try store.database.execute("UPDATE subject SET needs_briefing = 1")
    case .holiday(let from, let to): try insert("holiday", [day(from), day(to)])
    case .plan(let number, let day):
      try insert("plan_row", [nil, 1, nil, 1, number, "тема \(number)", day.map(self.day), 1, number])
    case .classHour(let day, let topic, let direction, let attendance):
      try insert(
        "class_hour", [nil, "H\(day)", 1, self.day(day), topic, direction, attendance.map { $0 ? 1 : 0 }, nil, 1, 1])
    case .birth(let day): try store.database.execute("UPDATE pupil SET birth_date = \(self.day(day))")
    case .consent(let kind, let given, let withdrawn):
      try insert("consent", [nil, 1, kind, day(given), withdrawn.map(day), 1, 1])
    case .classListVerified(let day): try insert("class_list_check", [nil, 1, "Смирнова А.В.", noon(day), 1, 1])
    case .paperTally(let lesson, let marks, let absences):
      try insert("paper_tally", [nil, lesson, marks, absences, 1, 1])
    case .registered(let day):
      try insert("registered_check", [nil, self.day(day), self.day(day), self.day(day), nil, ""])
    case .waiver(let rule, let from, let until, let revoked):
      try addWaiver(rule, studyClass: "5А", from: from, until: until, revoked: revoked)
    case .check, .document, .norm, .doubleLessons: break
    case .report(let made, let from, let to, let logins, let last, let roles, let isWhole):
      try addReport(made: made, from: from, to: to, logins: logins, last: last, of: roles, isWhole: isWhole)
    }
  }
}
