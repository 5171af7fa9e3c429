import CommandLineInterface

/// A small program with every form of option and argument.
enum SampleProgram {
  static let program = Program(
    name: "zavuch", version: "1.2.3", summary: "контроль ведения электронного журнала",
    commands: [importing, check, sign, broken],
    commonOptions: [
      .value("store", "ПУТЬ", help: "база данных школы", kind: .path, default: "zavuch.sqlite"),
      .value("config", "ФАЙЛ", help: "файл настроек; если не указан, zavuch.json5 рядом с базой", kind: .path),
    ])

  static let importing = Command(
    name: "import", summary: "принять выгрузки журнала",
    arguments: [.oneOrMore("ПУТЬ", help: "файлы, архивы ZIP и папки с выгрузками", kind: .path)],
    options: [.flag("json", help: "отчёт о приёме в формате JSON Lines")],
    examples: [Command.Example("zavuch import \"Выгрузки за май\"", "принять всё из папки")],
    statuses: [.rejected]
  ) { invocation, console in
    for path in try invocation.values("ПУТЬ") { console.print(path) }
    return .rejected
  }

  static let check = Command(
    name: "check", summary: "проверить журнал по правилам",
    discussion: """
      Проверка смотрит на журнал с вечера контрольной даты: то, что внесено позже, для неё не существует, поэтому
      старую проверку можно повторить и получить тот же результат.

      Период по умолчанию начинается на следующий день после конца прошлой проверки.
      """,
    options: [
      .value("as-of", "ДАТА", help: "контрольная дата; если не указана, сегодня"),
      .repeated("class", "КЛАСС", help: "только этот класс"),
      .repeated("rule", "ПРАВИЛО", help: "только это правило", kind: .suggested(["lesson-not-entered", "class-hour"])),
      .list("by", "РАЗРЕЗЫ", help: "разбить показатели", kind: .oneOf(["school", "class", "teacher"])),
      .list("format", "ФОРМАТЫ", help: "форматы", kind: .oneOf(["pdf", "xlsx"]), default: "pdf,xlsx"),
      .list("only", "ИМЕНА", help: "любые имена"),
      .value("limit", "ЧИСЛО", help: "сколько строк печатать"),
      .flag("json", help: "результат в формате JSON"),
    ],
    examples: [
      Command.Example("zavuch check --as-of 05.06.2026 --by class,teacher", "проверка на дату по классам и учителям")
    ], statuses: [.findings]
  ) { invocation, console in
    console.print("проверка")
    return .done
  }

  static let sign = Command(
    name: "sign", summary: "подписать отчёт",
    arguments: [.one("ОТЧЁТ", help: "файл отчёта", kind: .path), .optional("КОПИЯ", help: "куда положить копию")],
    options: [
      .value("as", "КЕМ", help: "кто подписывает", kind: .oneOf(["deputy", "director"]), required: true),
      .value("out", "ПАПКА", help: "куда", kind: .folder),
    ], examples: [Command.Example("zavuch sign --as deputy справка.pdf", "подписать справку")]
  ) { _, _ in .done }

  struct Crash: Error {
    let code: Int
  }

  static let broken = Command(
    name: "broken", summary: "сломанная команда", examples: [Command.Example("zavuch broken", "сломаться")]
  ) { _, console in
    console.print("начало")
    throw Crash(code: 7)
  }

  struct Result: Equatable {
    var status: Int32
    var output: String
    var error: String
  }

  static func run(_ arguments: String..., in program: Program = program) -> Result {
    let output = CapturedText()
    let error = CapturedText()
    let status = program.run(arguments, on: Console(output: output.sink, error: error.sink))
    return Result(status: status, output: output.text, error: error.text)
  }
}
