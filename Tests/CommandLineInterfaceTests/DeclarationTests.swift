import Testing

@testable import CommandLineInterface

@Suite struct DeclarationTests {
  @Test func theSampleIsDeclaredWell() {
    #expect(SampleProgram.program.declarationFaults == [])
  }

  @Test func everyFaultIsNamed() {
    let bad = Command(
      name: "Плохо", summary: "Точка.", arguments: [.one("Х", help: "икс"), .one("Х", help: "")],
      options: [
        .flag("json", help: ""), .value("store", "", help: "база"),
        .value("as", "КЕМ", help: "кто", kind: .oneOf(["два слова"]), default: "три", required: true),
        .list("by", "РАЗРЕЗЫ", help: "разрезы", kind: .oneOf(["a", "b"]), default: "a,c"),
      ],
      examples: [
        Command.Example("zavuch other", "другая"), Command.Example("zavuch Плохо --until x", "неизвестный параметр"),
        Command.Example("zavuch Плохо", ""),
      ]
    ) { _, _ in .done }
    let bare = Command(name: "bare", summary: "без примера") { _, _ in .done }
    let program = Program(
      name: "zavuch", version: "1", summary: "s", commands: [bad, bare, bare],
      commonOptions: [.value("store", "ПУТЬ", help: "база"), .flag("Big", help: "большой")])
    #expect(
      program.declarationFaults
        == [
          "command bare is declared twice",
          "common options: --Big is not an option's name",
          "Плохо: not a command's name",
          "Плохо: the summary is no phrase",
          "Плохо: --store is declared twice",
          "Плохо: Х is declared twice",
          "Плохо: the help of --json is no phrase",
          "Плохо: --store has a wrong label",
          "Плохо: --as is required and has a default",
          "Плохо: the default of --as is no choice",
          "Плохо: a choice of --as is not one word",
          "Плохо: the default of --by is no choice",
          "Плохо: Х has no label or its help is no phrase",
          "Плохо: the example «zavuch other» does not start with the command",
          "Плохо: the example «zavuch Плохо --until x» is refused: Неизвестный параметр «--until».",
          "Плохо: «zavuch Плохо» is not explained",
          "bare: no example",
          "bare: no example",
        ])
  }

  @Test func exampleWordsAreSplitAsAShellDoes() {
    #expect(Command.Example("a  \"b c\"d \"\" e", "").words == ["a", "b cd", "", "e"])
  }
}
