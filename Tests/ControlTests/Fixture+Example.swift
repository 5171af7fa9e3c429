import Journal

@testable import Control

extension Fixture {
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
    case .everybodyPresent(let lesson, let entry): try addAttendance(Int64(lesson), .present, entry, pupil: 0)
    case .login(let role, let day): try addLogin(role, day)
    case .report(let made, let from, let to, let logins, let last, let roles, let isWhole):
      try addReport(made: made, from: from, to: to, logins: logins, last: last, of: roles, isWhole: isWhole)
    }
  }
}
