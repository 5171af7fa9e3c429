import CommandLineInterface
import Control
import Journal

/// How a fact of an example is written in a file: its name, its parts, and what they make.
struct ExampleFactForm: Sendable {
  var name: String
  var parts: [String]
  var read: @Sendable (JSON5Parts) throws -> ExampleFact

  init(_ name: String, _ parts: String..., read: @escaping @Sendable (JSON5Parts) throws -> ExampleFact) {
    self.name = name
    self.parts = parts
    self.read = read
  }

  static let all = ofSchool + ofLessons + ofPeople + ofPapers

  /// The parts as an object: the only part may stand alone.
  func whole(_ content: JSON5Value?, at place: JSON5Place) -> JSON5Value {
    guard let content else { return JSON5Value(content: .object([]), place: place) }
    if case .object = content.content { return content }
    guard let only = parts.first, parts.count == 1 else { return content }
    return JSON5Value(
      content: .object([JSON5Value.Member(key: only, place: place, value: content)]), place: content.place)
  }

  private static let ofSchool = [
    ExampleFactForm("source", "says", "lacks", "snapshot") { parts in
      let says = try parts.optional("says").map { try SourceCapabilities($0) } ?? .timedExample
      let lacks = try parts.optional("lacks").map { try SourceCapabilities($0) } ?? []
      return .source(says.subtracting(lacks), snapshot: try parts.optional("snapshot")?.exampleDay())
    },
    ExampleFactForm("grade", "grade") { .grade(try $0.required("grade").whole(0...12)) },
    ExampleFactForm("ungradedSubject") { _ in .ungradedSubject },
    ExampleFactForm("weeklyHours", "hundredths") { .weeklyHours(try $0.required("hundredths").whole(0...4000)) },
    ExampleFactForm("needsBriefing") { _ in .needsBriefing },
    ExampleFactForm("doubleLessons") { _ in .doubleLessons },
    ExampleFactForm("journalOfSubject") { _ in .journalOfSubject },
    ExampleFactForm("covered", "from") { .covered(from: try $0.required("from").exampleDay()) },
    ExampleFactForm("period", "from", "to") { .period(from: try $0.day("from"), to: try $0.day("to")) },
    ExampleFactForm("holiday", "from", "to") {
      .holiday(from: try $0.required("from").exampleDay(), to: try $0.required("to").exampleDay())
    },
    ExampleFactForm("check", "asOf", "from", "to") {
      .check(
        asOf: try $0.required("asOf").exampleDay(), from: try $0.required("from").exampleDay(),
        to: try $0.required("to").exampleDay())
    },
    ExampleFactForm("registered", "day") { .registered(try $0.required("day").exampleDay()) },
    ExampleFactForm("waiver", "rule", "from", "until", "revoked") {
      .waiver(
        try $0.required("rule").string(), from: try $0.required("from").exampleDay(),
        until: try $0.required("until").exampleDay(), revoked: try $0.day("revoked"))
    },
    ExampleFactForm("norm", "name", "value") {
      .norm(try $0.required("name").string(), try $0.required("value").whole(-1_000_000...1_000_000))
    },
  ]

  private static let ofLessons = [
    ExampleFactForm("lesson", "name", "day", "number", "inGroup", "entered") { parts in
      .lesson(
        try parts.required("name").whole(1...100), day: try parts.required("day").exampleDay(),
        number: try parts.optional("number")?.whole(1...20), inGroup: try parts.optional("inGroup")?.flag() ?? false,
        entry: try parts.required("entered").lessonEntry())
    },
    ExampleFactForm("topic", "lesson", "text", "entered") {
      .topic(try $0.lesson(), try $0.required("text").string(), try $0.entry())
    },
    ExampleFactForm("homework", "lesson", "text", "entered") {
      .homework(try $0.lesson(), try $0.required("text").string(), try $0.entry())
    },
    ExampleFactForm("writtenWork", "lesson") { .writtenWork(try $0.lesson()) },
    ExampleFactForm("mark", "lesson", "value", "entered") {
      .mark(try $0.lesson(), try $0.required("value").stringOrNumber(), try $0.entry())
    },
    ExampleFactForm("attendance", "lesson", "code", "entered") {
      .attendance(try $0.lesson(), try $0.required("code").attendanceCode(), try $0.entry())
    },
    ExampleFactForm("cell", "lesson", "raw", "mark", "code", "entered") {
      .cell(
        try $0.lesson(), try $0.required("raw").string(), try $0.required("mark").stringOrNumber(),
        try $0.required("code").attendanceCode(), try $0.entry())
    },
    ExampleFactForm("everybodyPresent", "lesson", "entered") { .everybodyPresent(try $0.lesson(), try $0.entry()) },
    ExampleFactForm("paperTally", "lesson", "marks", "absences") {
      .paperTally(
        try $0.lesson(), marks: try $0.required("marks").whole(0...1000),
        absences: try $0.required("absences").whole(0...1000))
    },
    ExampleFactForm("plan", "number", "day") {
      .plan(try $0.required("number").whole(1...1000), day: try $0.day("day"))
    },
    ExampleFactForm("classHour", "day", "topic", "direction", "attendanceTaken") {
      .classHour(
        day: try $0.required("day").exampleDay(), topic: try $0.optional("topic")?.string(),
        direction: try $0.optional("direction")?.string(), attendanceTaken: try $0.optional("attendanceTaken")?.flag())
    },
  ]

  private static let ofPeople = [
    ExampleFactForm("namesake") { _ in .namesake },
    ExampleFactForm("enrolled", "from", "to") { .enrolled(from: try $0.day("from"), to: try $0.day("to")) },
    ExampleFactForm("moved", "on") { .moved(on: try $0.required("on").exampleDay()) },
    ExampleFactForm("goneFromLists", "by") { .goneFromLists(by: try $0.required("by").exampleDay()) },
    ExampleFactForm("group", "from", "to") { .group(from: try $0.day("from"), to: try $0.day("to")) },
    ExampleFactForm("exempt", "from", "to", "entered") {
      .exempt(from: try $0.day("from"), to: try $0.day("to"), entry: try $0.entry())
    },
    ExampleFactForm("finalMark", "value", "decided", "entered") {
      .finalMark(try $0.required("value").stringOrNumber(), decided: try $0.day("decided"), try $0.entry())
    },
    ExampleFactForm("birth", "day") { .birth(try $0.required("day").exampleDay()) },
    ExampleFactForm("login", "role", "day") {
      let roles: [(name: String, role: LoginFact.Role)] = [
        ("pupil", .pupil), ("parent", .parent), ("teacher", .teacher),
      ]
      return .login(
        try $0.required("role").choice("роли", roles, \.name).role, try $0.required("day").exampleDay())
    },
    ExampleFactForm("report", "made", "from", "to", "logins", "last", "role", "isWhole") {
      let roles: [(name: String, role: AccountRoles)] = [("pupil", .pupil), ("parent", .parent), ("teacher", .teacher)]
      return .report(
        made: try $0.required("made").exampleDay(), from: try $0.required("from").exampleDay(),
        to: try $0.required("to").exampleDay(), logins: try $0.required("logins").whole(0...1000),
        last: try $0.day("last"), of: try $0.required("role").choice("роли", roles, \.name).role,
        isWhole: try $0.optional("isWhole")?.flag() ?? true)
    },
  ]

  private static let ofPapers = [
    ExampleFactForm("consent", "kind", "given", "withdrawn") {
      .consent(
        try $0.required("kind").choice("вида согласия", ["child", "parent", "pupil-16"], \.self),
        given: try $0.required("given").exampleDay(), withdrawn: try $0.day("withdrawn"))
    },
    ExampleFactForm("classListVerified", "day") { .classListVerified(try $0.required("day").exampleDay()) },
    ExampleFactForm("document", "recorded", "validTo") {
      .document(recorded: try $0.day("recorded"), validTo: try $0.day("validTo"))
    },
  ]
}

extension JSON5Parts {
  fileprivate func lesson() throws -> Int { try required("lesson").whole(1...100) }

  fileprivate func day(_ name: String) throws -> Int? { try optional(name)?.exampleDay() }

  fileprivate func entry() throws -> ExampleEntry { try required("entered").entry() }
}
