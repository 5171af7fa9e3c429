import Testing

@testable import CommandLineInterface

@Suite struct RunTests {
  private struct Refusal: ExitCoded {
    var exitStatus: CommandLineInterface.ExitStatus { .unverified }
    var russianDescription: String { "Файл «справка.pdf» изменён.\nВозьмите копию из архива." }
  }

  private func program(_ action: @escaping Command.Action) -> Program {
    Program(
      name: "zavuch", version: "1.2.3", summary: "s", commands: [Command(name: "verify", summary: "v", action: action)])
  }

  @Test func theStatusIsTheCommands() {
    #expect(
      SampleProgram.run("import", "a", "b") == SampleProgram.Result(status: 3, output: "a\nb\n", error: ""))
    #expect(SampleProgram.run("--store", "x", "check").status == 0)
    #expect(SampleProgram.run("--store=x", "check").output == "проверка\n")
    #expect(max(CommandLineInterface.ExitStatus.findings, .rejected) == .rejected)
  }

  @Test func commonOptionsStandBeforeTheCommandToo() {
    let program = Program(
      name: "p", version: "1", summary: "s",
      commands: [
        Command(name: "go", summary: "g") { invocation, console in
          console.print(try invocation.required("store"))
          return .done
        }
      ], commonOptions: [.value("store", "ПУТЬ", help: "база", default: "d")])
    #expect(SampleProgram.run("--store", "go", "go", in: program).output == "go\n")
    #expect(SampleProgram.run("go", "--store=x", in: program).output == "x\n")
    #expect(SampleProgram.run("go", in: program).output == "d\n")
  }

  @Test func aTypedErrorKeepsItsStatusAndText() {
    let result = SampleProgram.run("verify", in: program { _, _ in throw Refusal() })
    #expect(result.status == 4)
    #expect(result.error == "zavuch verify: Файл «справка.pdf» изменён.\nВозьмите копию из архива.\n")
  }

  @Test func aCommandsOwnUsageErrorPointsToItsHelp() {
    let result = SampleProgram.run("verify", in: program { _, _ in throw UsageError("Дата --from позже даты --to.") })
    #expect(result.status == 2)
    #expect(result.error == "zavuch verify: Дата --from позже даты --to.\nСправка: zavuch verify --help\n")
  }

  @Test func anUnknownErrorIsAFaultOfTheProgram() {
    let result = SampleProgram.run("broken")
    #expect(result.status == 70)
    #expect(result.output == "начало\n")
    #expect(
      result.error == """
        zavuch broken: внутренняя ошибка программы: CommandLineInterfaceTests.SampleProgram.Crash(code: 7)
        Это ошибка в программе, а не в ваших данных.
        Сообщите разработчикам этот текст, версию (zavuch 1.2.3) и команду, которую вы выполняли.
        Если в тексте или в команде есть фамилии, замените их.

        """)
  }

  @Test func helpIsFoundAnywhere() {
    let program = SampleProgram.program
    let help = program.help(for: SampleProgram.check)
    for arguments in [
      ["check", "--help"], ["check", "--unknown", "-h"], ["--help", "check"], ["check", "--as-of", "--help"],
      ["help", "check"], ["--store", "x", "check", "-h"],
    ] {
      let output = CapturedText()
      #expect(program.run(arguments, on: Console(output: output.sink, error: output.sink)) == 0, "\(arguments)")
      #expect(output.text == help, "\(arguments)")
    }
    #expect(SampleProgram.run("import", "--", "--help").output == "--help\n")
    for word in ["help", "--help", "-h"] {
      #expect(SampleProgram.run(word) == SampleProgram.Result(status: 0, output: program.overview(), error: ""))
    }
  }

  @Test func noCommandIsWrongUsage() {
    let overview = SampleProgram.program.overview()
    let reason = "\nzavuch: Команда не названа. Выберите одну из перечисленных.\n"
    #expect(SampleProgram.run() == SampleProgram.Result(status: 2, output: "", error: overview + reason))
    #expect(SampleProgram.run("--store", "x").status == 2)
  }

  @Test func tellsTheVersion() {
    #expect(SampleProgram.run("--version") == SampleProgram.Result(status: 0, output: "zavuch 1.2.3\n", error: ""))
  }
}
