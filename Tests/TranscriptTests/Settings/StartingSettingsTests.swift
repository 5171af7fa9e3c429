import Testing

/// `zavuch init`: a file with every setting, which changes nothing until somebody does.
@Suite struct StartingSettingsTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// A word processor puts «» in place of "".
  @Test(arguments: ["«Школа № 1»", "“Школа № 1”"]) func quotesOfAWordProcessorAreExplained(_ name: String) throws {
    try scratch.write("{ organisation: \(name) }", to: "zavuch.json5")
    let outcome = try scratch.zavuch("analyse", "--as-of", "2025-10-01")
    #expect(outcome.messages.contains("прямые кавычки"))
  }

  private func text() throws -> String { String(decoding: try scratch.bytes("zavuch.json5"), as: UTF8.self) }

  @Test func existingFileIsLeftAsItWas() throws {
    try scratch.expect(
      """
      $ zavuch init
      zavuch.json5
      """)
    let written = try text()
    try scratch.write("{}", to: "zavuch.json5")
    try scratch.expect(
      """
      $ zavuch init
      ! zavuch init: Файл «zavuch.json5» уже есть; он оставлен как был.
      ! Назовите другой: --out ФАЙЛ. Записать поверх него: --force; прежние настройки пропадут.
      [2]
      """)
    #expect(try text() == "{}")
    try scratch.expect(
      """
      $ zavuch init --force
      zavuch.json5
      $ zavuch init --out 'Папка/настройки.json5'
      Папка/настройки.json5
      """)
    #expect(try text() == written)
    #expect(try scratch.bytes("Папка/настройки.json5") == Array(written.utf8))
  }

  /// The check with it is the check without it, down to the digest of what it was made from.
  @Test func readBackItIsTheDefaults() throws {
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
    let check = ["check", "--as-of", "2025-09-15", "--json"]
    let without = try Zavuch.run(check + ["--register"], in: scratch.folder)
    let sql = "SELECT settings, inputs_digest FROM registered_check"
    let registered = try scratch.rows(sql)
    #expect(registered.first?.hasPrefix("|") == true)
    let rules = try scratch.zavuch("rules").output
    try scratch.zavuch("init")
    #expect(try Zavuch.run(check + ["--register"], in: scratch.folder) == without)
    #expect(try scratch.rows(sql) == registered)
    #expect(try scratch.zavuch("rules").output == rules)
  }

  @Test func everySettingRuleAndNormIsThere() throws {
    try scratch.write("{ unknown: 1 }", to: "wrong.json5")
    let refusal = try scratch.zavuch("rules", "--config", "wrong.json5").messages
    let keys = try #require(refusal.firstMatch(of: /допустимы: ([A-Za-z, ]+)/)).1.split(separator: ", ")
    #expect(keys.count > 15)
    try scratch.zavuch("init")
    let written = try text()
    for key in keys {
      #expect(written.contains("\n  \(key): ") || written.contains("\n  //\(key): "), "нет настройки \(key)")
    }
    let rules = try scratch.zavuch("rules").output.split(separator: "\n").compactMap {
      $0.firstMatch(of: /^[a-z]+(-[a-z0-9]+)+/)
    }
    #expect(rules.count > 5)
    for rule in rules {
      #expect(written.contains("\n    \"\(rule.0)\": { on: true, severity: "))
      for line in try scratch.zavuch("rules", String(rule.0)).output.split(separator: "\n") {
        guard let norm = line.firstMatch(of: /^  norms: \[(.*)\]$/) else { continue }
        #expect(written.contains("\n    \(norm.1),\n"))
      }
    }
  }

  @Test func examplesAreSettingsWithoutTheSlashes() throws {
    try scratch.zavuch("init")
    let examples = try text().replacing(/\/\/(?=[^ ])/, with: "")
    #expect(examples.contains("\n    { pupil: \"Белов Иван\""))
    try scratch.write(examples, to: "zavuch.json5")
    try scratch.makeFolder("Правила")
    let outcome = try scratch.zavuch("rules")
    #expect(outcome.status == 0, "\(outcome.messages)")
  }
}
