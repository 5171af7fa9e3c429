import Testing

/// Findings that the school accepts: by the command and by a table.
@Suite struct WaiverTranscripts {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
  }

  private func waive(_ arguments: String...) throws -> Zavuch.Outcome {
    try Zavuch.run(
      ["waive"] + arguments + ["--reason", "болезнь учителя", "--by", "директор", "--paper", "приказ № 5"],
      in: scratch.folder)
  }

  private func waived(_ rule: String) throws -> String {
    let json = try scratch.zavuch(
      "check", "--as-of", "2025-09-30", "--from", "2025-09-01", "--rule", rule, "--json"
    ).output
    return String(try #require(json.firstMatch(of: /"broken": ?\d+.*?"waived": ?\d+/)).0.filter { $0 != " " })
  }

  @Test func aTableOfWaiversIsTakenAndItsWrongRowsAreNamed() throws {
    try scratch.write(
      """
      rule;reason;decided_by;paper;from;until;finding;class;subject;teacher;pupil;revoked
      lesson-entered-late;болезнь;директор;приказ № 5;01.09.2025;31.10.2025;;5А;;;;
      ;болезнь;директор;приказ № 6;01.09.2025;31.10.2025;lesson-not-entered:L1;;;;;05.10.2025
      ;болезнь;директор;приказ № 7;01.09.2025;31.10.2025;;5А;;;;
      lesson-entered-late;болезнь;директор;приказ № 8;01.09.2025;31.10.2025;;;;;;
      lesson-entered-late;болезнь;директор;приказ № 9;01.11.2025;31.10.2025;;5А;;;;
      lesson-entered-late;болезнь;директор;приказ № 10;01.09.2025;31.12.2025;;5А;;;;
      lesson-entered-late;;директор;приказ № 11;01.09.2025;31.12.2025;;;;Смирнова;;

      """, to: "waivers.csv")
    try scratch.expect(
      """
      $ zavuch import waivers.csv
      ✓ waivers.csv — таблицы обмена: принят
        новых 0, изменено 0, исчезло 0, отклонено 5
      ! waivers.csv, строка 4, столбец A: не сказано, какое правило
      !   что делать: Впишите правило в rule или ключ замечания в finding.
      ! waivers.csv, строка 5, столбец A: не сказано, о ком решение
      !   записано: «lesson-entered-late»
      !   что делать: Впишите либо finding, либо хотя бы одно из class, subject, teacher, pupil.
      ! waivers.csv, строка 6, столбец F: срок решения раньше его начала
      !   записано: «31.10.2025»
      !   что делать: Поменяйте местами или исправьте from и until.
      ! waivers.csv, строка 7, столбец A: повтор: такое же решение уже есть выше
      !   записано: «lesson-entered-late»
      !   что делать: Оставьте одну строку; принята первая.
      ! waivers.csv, строка 8, столбец B: пустое значение в столбце reason
      !   что делать: Впишите значение: без него строка непонятна.
      [3]
      """)
    #expect(
      try scratch.rows(
        "SELECT rule, coalesce(finding, ''), coalesce(class, ''), revoked_on IS NULL, sheet_row FROM waiver ORDER BY id"
      )
        == ["lesson-entered-late||5А|1|2", "lesson-not-entered|lesson-not-entered:L1||0|3"])
    let refused = try scratch.zavuch("waive", "--revoke", "1")
    #expect(refused.status == 2 && refused.messages.contains("столбец revoked"), "\(refused.messages)")
  }

  @Test func aLaterTableReplacesTheEarlierAndNotTheCommandsOwn() throws {
    func table(_ paper: String) -> String {
      "rule;reason;decided_by;paper;from;until;class\nlesson-entered-late;болезнь;директор;\(paper);2025-09-01;2025-10-31;5А\n"
    }
    _ = try waive("--rule", "lesson-not-entered", "--class", "5А", "--from", "2025-09-01", "--until", "2025-10-31")
    for paper in ["№ 1", "№ 2"] {
      try scratch.write(table(paper), to: "waivers.csv")
      try scratch.zavuch("import", "waivers.csv")
    }
    #expect(try scratch.rows("SELECT paper FROM waiver ORDER BY id") == ["приказ № 5", "№ 2"])
  }

  /// A typing error in a table of decisions must not pass in silence: the findings would be open though they are accepted.
  @Test func aCheckTellsOfADecisionThatNamesNobody() throws {
    try scratch.write(
      "rule;reason;decided_by;paper;from;until;class\nlesson-entered-late;болезнь;директор;№ 1;2025-09-01;2025-10-31;5Ю\n",
      to: "waivers.csv")
    try scratch.zavuch("import", "waivers.csv")
    let told = "Решение № 1 ничего не принимает: Такого класса нет: «5Ю»."
    #expect(try scratch.zavuch("check", "--as-of", "2025-09-30").messages.contains(told))
    #expect(try !scratch.zavuch("check", "--as-of", "2025-12-30", "--from", "2025-12-01").messages.contains(told))
  }

  /// A workbook carries the moment at which it was saved, which may be before that of the journal's latest export.
  @Test func aTableOlderThanTheJournalIsTaken() throws {
    try scratch.write(
      "rule;reason;decided_by;paper;from;until;class\nlesson-entered-late;болезнь;директор;№ 1;2025-01-01;2025-10-31;5А\n",
      to: "waivers-2025-01-01.csv")
    try scratch.zavuch("import", "waivers-2025-01-01.csv")
    #expect(try scratch.rows("SELECT paper FROM waiver") == ["№ 1"])
  }

  @Test func aDecisionIsKeptListedAndRevoked() throws {
    let rule = "lesson-not-entered"
    #expect(try waived(rule).hasSuffix("\"waived\":0"))
    let kept = try waive("--rule", rule, "--class", "5А", "--from", "2025-09-01", "--until", "2025-10-31")
    #expect(kept.output == "Решение № 1: «Урок не внесён в журнал» (класс 5А), с 01.09.2025 по 31.10.2025\n")
    #expect(try waived(rule).hasPrefix("\"broken\":0,") && (try !waived(rule).hasSuffix("\"waived\":0")))
    try scratch.expect(
      """
      $ zavuch waive --from 2025-09-30
      Решения о принятых замечаниях: 1, на 30.09.2025 действует: 1

      № 1. «Урок не внесён в журнал» (класс 5А) — действует
            с 01.09.2025 по 31.10.2025; директор, приказ № 5
            болезнь учителя
      """)
    let findings = try scratch.zavuch("findings", "--as-of", "2025-09-30", "--from", "2025-09-01", "--rule", rule)
    #expect(findings.output.contains("из них принято решениями школы: "), "\(findings.output)")
    #expect(findings.output.contains("Принято школой: болезнь учителя"), "\(findings.output)")
    let check = try scratch.zavuch("check", "--as-of", "2025-09-30", "--from", "2025-09-01", "--by", "class")
    #expect(check.output.contains("Принято решениями школы: "), "\(check.output)")
    try scratch.zavuch("waive", "--revoke", "1", "--from", "2025-09-20")
    #expect(try waived(rule).hasSuffix("\"waived\":0"))
    #expect(try scratch.zavuch("waive", "--json", "--from", "2025-09-30").output.contains("\"revoked\""))
  }

  @Test func aDecisionIsWrittenWhole() throws {
    let noReason = try scratch.zavuch("waive", "lesson-not-entered:L1", "--by", "директор")
    #expect(noReason.status == 2 && noReason.messages.contains("не сказано, причина"), "\(noReason.messages)")
    let noUntil = try waive("--rule", "lesson-not-entered", "--class", "5А")
    #expect(noUntil.status == 2 && noUntil.messages.contains("--until"), "\(noUntil.messages)")
    let noPlace = try waive("--rule", "lesson-not-entered", "--until", "2030-10-31")
    #expect(noPlace.status == 2 && noPlace.messages.contains("--class"), "\(noPlace.messages)")
    let noKey = try waive(
      "lesson-not-entered:L77", "--from", "2025-09-30", "--until", "2025-10-31")
    #expect(noKey.status == 2, "\(noKey.messages)")
  }
}
