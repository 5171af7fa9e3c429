import Testing

/// A school that begins its ids anew every school year.
@Suite struct ReusedIdTests {
  @Test func findingsOfTwoYearsHaveKeysOfTheirOwn() throws {
    let scratch = try Scratch()
    try scratch.write(SchoolTables(), to: "1")
    var next = SchoolTables()
    for name in SchoolTables.names { next.replace("2025-", with: "2026-", in: name) }
    try scratch.write(next, to: "2")
    for name in ["1", "2"] { #expect(try scratch.zavuch("import", name).status == 0) }
    let checks = [("2025", "lesson-not-entered:L3"), ("2026", "lesson-not-entered:2026/L3")]
    for (year, key) in checks {
      let window = ["--as-of", "\(year)-10-25", "--from", "\(year)-09-01"]
      let told = try scratch.zavuch(
        "findings", "--rule", "lesson-not-entered", "--explain", key, window[0], window[1], window[2], window[3])
      #expect(told.status == 0 && told.output.contains("02.09.\(year)"), "\(told.output)\(told.messages)")
    }
    #expect(try scratch.rows("SELECT count(*) FROM lesson WHERE key = 'L3'") == ["2"])
  }

  /// A year that is imported later, though it is an earlier one, changes no key that is known.
  @Test func earlierYearImportedLaterChangesNoKey() throws {
    let scratch = try Scratch()
    var next = SchoolTables()
    for name in SchoolTables.names { next.replace("2025-", with: "2026-", in: name) }
    try scratch.write(next, to: "2026")
    try scratch.write(SchoolTables(), to: "2025")
    for name in ["2026", "2025"] {
      #expect(try scratch.zavuch("import", name).status == 0)
      let told = try scratch.zavuch("findings", "--as-of", "2026-10-25", "--from", "2026-09-01")
      #expect(told.output.contains("lesson-not-entered:L3\n"))
    }
  }
}
