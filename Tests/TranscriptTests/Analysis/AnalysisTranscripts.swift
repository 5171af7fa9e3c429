import Testing

/// Analysis, rating and trends of marks as people see them.
@Suite struct AnalysisTranscripts {
  private let scratch: Scratch

  init() throws {
    scratch = try Scratch()
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
  }

  @Test func aClassIsToldInDetailAndSeveralInTables() throws {
    let one = try scratch.zavuch("analyse", "--class", "5 а", "--as-of", "2025-10-31").output
    #expect(one.hasPrefix("5А, 1 четверть (01.09.2025–26.10.2025), на 31.10.2025\n"))
    for part in ["Отличники (все «5»)", "СОУ = (n5·100", "причина не указана", "обратить внимание"] {
      #expect(one.contains(part))
    }
    let json = try scratch.zavuch("analyse", "--as-of", "2025-10-31", "--json").output
    #expect(
      json.hasPrefix(#"{"class":"5А","classId":"C1","headTeacher":"Смирнова Анна Викторовна","asOf":"2025-10-31""#))
    #expect(json.split(separator: "\n").count == 1)
  }

  @Test func whatIsNotThereIsRefused() throws {
    let period = try scratch.zavuch("analyse", "--period", "9 четверть", "--as-of", "2025-10-31")
    #expect(period.status == 2 && period.messages.contains("Есть: 1 четверть, Год."))
    #expect(try scratch.zavuch("analyse", "--as-of", "2020-01-01").status == 2)
    #expect(try scratch.zavuch("analyse", "--class", "11Я", "--as-of", "2025-10-31").status == 2)
    #expect(try scratch.zavuch("rating").messages.contains("Зарегистрированных проверок ещё нет"))
    #expect(try scratch.zavuch("trends", "--marks").output.hasPrefix("Зарегистрированных проверок ещё нет."))
    #expect(try scratch.zavuch("trends", "lesson-entered-late", "--marks").status == 2)
  }

  @Test func aSchoolCountsItsOwnWay() throws {
    try scratch.write(
      "{ analysis: { sou: \"grades-only\", missedPercent: 30 }, rating: { fault: 1, risk: 0, note: 0 } }",
      to: "zavuch.json5")
    let one = try scratch.zavuch("analyse", "--class", "5А", "--as-of", "2025-10-31").output
    #expect(one.contains("/ n, в процентах; н/а не учитываются") && one.contains("больше 30 % уроков"))
    try scratch.zavuch("check", "--as-of", "2025-09-15", "--register")
    #expect(try scratch.zavuch("rating").output.contains("нарушение 1, риск 0"))
    try scratch.write("{ rating: { fault: 0, risk: 0 } }", to: "zavuch.json5")
    let refused = try scratch.zavuch("rating")
    #expect(refused.status == 2 && refused.messages.contains("строка 1, столбец 11: все веса — 0"))
    try scratch.write("{ analysis: { sou: \"mean\" } }", to: "zavuch.json5")
    #expect(try scratch.zavuch("analyse").messages.contains("допустимы: with-not-attested, grades-only"))
  }

  @Test func ratingIsOpenedToFindingsThatOpen() throws {
    try scratch.zavuch("check", "--as-of", "2025-09-15", "--register")
    #expect(try scratch.zavuch("rating").output.hasPrefix("Рейтинг по проверке № 1 на 15.09.2025"))
    #expect(
      try scratch.zavuch("rating", "teachers", "--json").output.hasPrefix(
        #"{"check":1,"asOf":"2025-09-15","of":"teachers""#))
    let opened = try scratch.zavuch("rating", "--explain", "5А", "--check", "1").output
    let keys = opened.split(separator: "\n").filter { $0.hasPrefix("  ") && $0.contains(":") }
    #expect(!keys.isEmpty)
    for key in keys {
      let opened = try scratch.zavuch("findings", "--as-of", "2025-09-15", "--explain", String(key.drop { $0 == " " }))
      #expect(opened.status == 0, "\(opened)")
    }
    let trend = try scratch.zavuch("trends", "--marks").output.split(separator: "\n")
    #expect(trend[3].hasPrefix("1  15.09.2025  01.09.2025–15.09.2025"))
  }
}
