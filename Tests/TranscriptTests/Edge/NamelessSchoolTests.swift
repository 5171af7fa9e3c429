import Testing

/// Journals of Дневник.ру do not name the school; a signed report without its name cannot be taken back.
@Suite struct NamelessSchoolTests {
  @Test func isToldUntilTheSettingsNameIt() throws {
    let scratch = try Scratch()
    try scratch.write(JournalBook(.journal()))
    try scratch.zavuch("import", "5а.xlsx")
    let report = ["report", "control", "--as-of", "2025-10-31", "--format", "html"]
    let nameless = try Zavuch.run(report, in: scratch.folder)
    #expect(nameless.messages.contains("впишите название в zavuch.json5: organisation"), "\(nameless)")
    try scratch.write("{ organisation: \"Школа № 1\" }", to: "zavuch.json5")
    let named = try Zavuch.run(report, in: scratch.folder)
    #expect(named.status == 0 && !named.messages.contains("organisation"), "\(named)")
  }
}
