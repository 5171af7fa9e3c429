import Testing

@testable import CommandLineInterface

@Suite struct ParsingTests {
  private func invocation(_ name: String, _ words: String...) throws -> Invocation {
    let program = SampleProgram.program
    return try ArgumentParser.invocation(of: #require(program.command(named: name)), in: program, words: words)
  }

  @Test func valuesComeApartOrAfterAnEqualsSign() throws {
    let invocation = try invocation(
      "check", "--as-of", "05.06.2026", "--class=5А", "--class", "6 Б", "--class", "5А", "--by=class, teacher", "--by",
      "school", "--json", "--only==а=")
    #expect(try invocation.value("as-of") == "05.06.2026")
    #expect(try invocation.values("class") == ["5А", "6 Б"])
    #expect(try invocation.values("by") == ["class", "teacher", "school"])
    #expect(try invocation.values("only") == ["=а="])
    #expect(try invocation.flag("json"))
    #expect(try invocation.isGiven("by"))
  }

  @Test func defaultsStandInForWhatIsNotGiven() throws {
    let invocation = try invocation("check")
    #expect(try invocation.value("store") == "zavuch.sqlite")
    #expect(try invocation.required("store") == "zavuch.sqlite")
    #expect(try !invocation.isGiven("store"))
    #expect(try invocation.values("format") == ["pdf", "xlsx"])
    #expect(try invocation.value("as-of") == nil)
    #expect(try invocation.values("class") == [])
    #expect(try !invocation.flag("json"))
  }

  @Test func twoHyphensEndTheOptions() throws {
    let invocation = try invocation("import", "a", "--", "--json", "-", "--")
    #expect(try invocation.values("ПУТЬ") == ["a", "--json", "-", "--"])
    #expect(try !invocation.flag("json"))
  }

  @Test func aLoneHyphenIsAValue() throws {
    #expect(try invocation("check", "--as-of", "-").value("as-of") == "-")
    #expect(try invocation("check", "--as-of=-x").value("as-of") == "-x")
  }

  @Test func argumentsTakeWordsInTheirOrder() throws {
    let both = try invocation("sign", "a", "--as", "deputy", "b")
    #expect(try both.required("ОТЧЁТ") == "a")
    #expect(try both.value("КОПИЯ") == "b")
    let one = try invocation("sign", "--as", "deputy", "a")
    #expect(try one.value("ОТЧЁТ") == "a")
    #expect(try one.value("КОПИЯ") == nil)
  }

  @Test func laterArgumentsGetTheirMinimum() throws {
    let copy = Command(
      name: "copy", summary: "копировать",
      arguments: [.any("ОТКУДА", help: "что"), Command.Argument("ПАРА", help: "куда", minimum: 2, maximum: 2)]
    ) { _, _ in .done }
    let program = Program(name: "p", version: "1", summary: "s", commands: [copy])
    let invocation = try ArgumentParser.invocation(of: copy, in: program, words: ["a", "b", "c"])
    #expect(try invocation.values("ОТКУДА") == ["a"])
    #expect(try invocation.values("ПАРА") == ["b", "c"])
    #expect(
      throws: UsageError(
        "Аргументов ПАРА должно быть не меньше 2, указано 1.", hint: "Напишите: p copy [ОТКУДА…] ПАРА…")
    ) {
      try ArgumentParser.invocation(of: copy, in: program, words: ["a"])
    }
  }

  @Test func typedGettersNameTheOptionAndTheValue() throws {
    let invocation = try invocation(
      "check", "--as-of", "32.01.2026", "--limit", "10", "--only", "1,two", "--class", "5А")
    #expect(try invocation.value("limit", as: "число") { Int($0) } == 10)
    #expect(try invocation.integer("limit", in: 1...10) == 10)
    #expect(try invocation.values("class", as: "класс") { $0.first } == ["5"])
    #expect(try invocation.required("store", as: "имя") { $0.count } == 13)
    #expect(
      throws: UsageError(
        "Значение «32.01.2026» не подходит для параметра --as-of: ожидается дата ГГГГ-ММ-ДД или ДД.ММ.ГГГГ.")
    ) {
      try invocation.value("as-of", as: "дата ГГГГ-ММ-ДД или ДД.ММ.ГГГГ") { Int($0) }
    }
    #expect(throws: UsageError("Значение «two» не подходит для параметра --only: ожидается число.")) {
      try invocation.values("only", as: "число") { Int($0) }
    }
    #expect(throws: UsageError("Значение «10» не подходит для параметра --limit: ожидается целое число от 1 до 9.")) {
      try invocation.integer("limit", in: 1...9)
    }
    #expect(throws: UsageError("Не указан параметр --config.")) { try invocation.required("config") }
    let sign = try self.invocation("sign", "--as", "deputy", "x")
    #expect(throws: UsageError("Значение «x» не подходит для аргумента ОТЧЁТ: ожидается число.")) {
      try sign.required("ОТЧЁТ", as: "число") { Int($0) }
    }
  }

  @Test func gettersRefuseWhatIsNotDeclaredInThatForm() throws {
    let invocation = try invocation("check")
    #expect(throws: UndeclaredName("until")) { try invocation.value("until") }
    #expect(throws: UndeclaredName("class")) { try invocation.value("class") }
    #expect(throws: UndeclaredName("as-of")) { try invocation.flag("as-of") }
    #expect(throws: UndeclaredName("json")) { try invocation.values("json") }
  }
}
