import Testing

/// The same command on the same input gives the same bytes, wherever and whenever it runs.
@Suite struct DeterminismTests {
  private struct Result: Equatable {
    var outcomes: [Zavuch.Outcome]
    var store: [UInt8]
    var originals: [String]?
  }

  private func result(folder: String, _ environment: [String: String]) throws -> Result {
    let scratch = try Scratch()
    try scratch.write(
      SchoolTables.changed {
        $0.append("M9;W9;P9;5;", to: "marks")
        $0.append("T9;S9;Юрьева", to: "teachers")
      }, to: "\(folder)/Школа")
    try scratch.write(JournalBook(.journal(), .journal("Физика 5а", subject: "Физика")), to: "\(folder)/5а.xlsx")
    var archive = Archive(modifiedOnNovember: 3)
    archive.add(try JournalBook(.journal("Химия 5а", subject: "Химия"), created: nil).bytes(), as: "5а.xlsx")
    try scratch.write(try archive.bytes(), to: "\(folder)/journals.zip")
    try scratch.makeFolder("Место")
    // From another folder the paths differ, what is told of them does not.
    let prefix = folder.split(separator: "/").dropFirst().isEmpty ? "../\(folder)" : scratch.path(folder)
    let paths = ["Школа", "5а.xlsx", "journals.zip"].map { "\(prefix)/\($0)" }
    let outcomes = try [["--json"], []].map {
      try Zavuch.run(["import"] + paths + $0, in: scratch.path("Место"), environment: environment)
    }
    return Result(
      outcomes: outcomes, store: try scratch.bytes("Место/zavuch.sqlite"), originals: scratch.names("Место/Выгрузки"))
  }

  @Test func nothingOfTheMachineShows() throws {
    let here = try result(folder: "Вход", ["TZ": "UTC", "LC_ALL": "C"])
    let there = try result(folder: "Другой/вход", ["TZ": "Asia/Vladivostok", "LC_ALL": "ru_RU.UTF-8", "LANG": "tr_TR"])
    #expect(here.outcomes.map(\.status) == [3, 3])
    #expect(here.outcomes == there.outcomes)
    #expect(here.originals == there.originals)
    #expect(here.store == there.store, "файлы хранилища различаются")
    #expect(here == (try result(folder: "Вход", ["TZ": "America/St_Johns"])))
  }
}
