import Journal
import Testing

@testable import Control

/// Registering again, out of order, and not at all (CONTROL 1 and 3).
@Suite struct RegisterTests {
  private let fixture: Fixture

  init() throws {
    fixture = try Fixture()
    try fixture.addLesson(5, entry: .never)
    try fixture.addLesson(15, entry: .never)
  }

  private func check(asOf: Int, from: Int, to: Int? = nil) throws -> CheckResult {
    try fixture.settle()
    return try Control.check(fixture.store, CheckRequest(window: fixture.window(asOf: asOf, from: from, to: to)))
  }

  @discardableResult
  private func register(asOf: Int, from: Int, to: Int? = nil) throws -> RegisterOutcome {
    try Control.register(fixture.store, check(asOf: asOf, from: from, to: to)) { digest($0) }
  }

  private func digest(_ bytes: [UInt8]) -> String { "\(bytes.count)" }

  private func rows(_ sql: String) throws -> [String] {
    let statement = try fixture.store.database.prepare(sql)
    var rows: [String] = []
    while try statement.step() {
      rows.append((0..<statement.columnCount).map { statement.text($0) }.joined(separator: "|"))
    }
    return rows
  }

  private func contents() throws -> [String] {
    try (["registered_check", "check_source"] + CheckRows.tables).flatMap {
      try rows("SELECT * FROM \($0) ORDER BY 1, 2, 3")
    }
  }

  private func enter(_ lesson: Int, _ day: Int) throws {
    let moment = fixture.noon(day)
    try fixture.store.database.execute(
      "UPDATE lesson SET entry_from = \(moment), entry_by = \(moment) WHERE id = \(lesson)")
  }

  @Test func theSameResultKeepsTheFilesItWasMadeFrom() throws {
    #expect(try register(asOf: 10, from: 1).kind == .added)
    let before = try contents()
    try fixture.insert("source_file", [2, "later.csv", "d2", "d2", "interchange", nil, 1])
    #expect(try register(asOf: 10, from: 1) == RegisterOutcome(id: 1, kind: .unchanged))
    #expect(try contents() == before)
  }

  @Test func anotherResultTakesThePlaceOfOneThatNothingRestsOn() throws {
    try register(asOf: 10, from: 1)
    try enter(1, 8)
    #expect(try register(asOf: 10, from: 1) == RegisterOutcome(id: 1, kind: .replaced))
    #expect(try rows("SELECT count(*) FROM finding WHERE rule = 'lesson-not-entered'") == ["0"])
  }

  @Test func resultThatALaterCheckWasComparedWithIsNotReplaced() throws {
    try register(asOf: 10, from: 1)
    try register(asOf: 20, from: 11)
    let before = try contents()
    try enter(1, 8)
    let error = #expect(throws: ControlError.self) { try register(asOf: 10, from: 1) }
    #expect(error?.kind == .compared)
    #expect(
      error?.message.hasPrefix(
        "Проверка на 10.09.2025 за период 01.09.2025–10.09.2025 уже зарегистрирована, и с ней сравнена проверка на 20.09.2025."
      ) == true)
    #expect(try contents() == before)
  }

  @Test func olderWindowRegisteredLaterLeavesLaterComparisonsAlone() throws {
    try register(asOf: 10, from: 1)
    try register(asOf: 20, from: 11)
    let first = try check(asOf: 10, from: 1)
    let second = try check(asOf: 20, from: 11)
    #expect(try register(asOf: 7, from: 4).later?.asOf == RuleExample.date(10))
    #expect(try register(asOf: 15, from: 11).later?.asOf == RuleExample.date(20))
    for (again, result) in [
      (try check(asOf: 10, from: 1), first), (try check(asOf: 20, from: 11), second),
    ] {
      #expect(again.previousCheck == result.previousCheck && again.findings == result.findings)
      #expect(again.followUp == result.followUp)
    }
    #expect(try register(asOf: 10, from: 1).kind == .unchanged)
    #expect(try register(asOf: 20, from: 11).kind == .unchanged)
    #expect(try check(asOf: 30, from: 21).previousCheck == 2)
  }

  @Test func unregisteredCheckIsReadAsARegisteredOneAndLeavesNoTrace() throws {
    let second = try fixture.addTeacher("T2", "Орлов И.П.")
    let both = try fixture.addTeacherSet(1, second)
    try fixture.addLesson(6, teachers: both, entry: .never)
    try fixture.addClass(grade: 6, letter: "Б")
    try fixture.addLesson(6, studyClass: 2, teachers: second, entry: .on(6))
    try register(asOf: 10, from: 1)
    let before = try contents()
    let request = CheckRequest(window: fixture.window(asOf: 10, from: 1), classes: ["5а"], teachers: ["Орлов"])
    let result = try Control.check(fixture.store, request)
    #expect(result.scope?.russian == "класс 5А; учитель Орлов И.П.")
    try Control.withUnregistered(fixture.store, result, digest: digest) { (check: RegisteredCheck) throws in
      #expect(check.asOf == RuleExample.date(10) && check.previous == nil)
      #expect(try rows("SELECT title, lessons FROM check_class") == ["5А|1"])
      #expect(try rows("SELECT name, lessons FROM check_teacher") == ["Орлов И.П.|1"])
      #expect(try rows("SELECT DISTINCT name FROM finding_teacher") == ["Орлов И.П."])
      #expect(try rows("SELECT count(*) FROM registered_check") == ["1"])
    }
    #expect(try contents() == before)
  }

  @Test func classesAndTeachersJudgedByThePeriodAreToldWithoutALessonInTheWindow() throws {
    let result = try check(asOf: 30, from: 25)
    try Control.withUnregistered(fixture.store, result, digest: digest) { (_: RegisteredCheck) throws in
      #expect(try rows("SELECT title, lessons, findings FROM check_class") == ["5А|0|1"])
      #expect(try rows("SELECT name, lessons, findings FROM check_teacher") == ["Смирнова А.В.|0|1"])
    }
  }
}
