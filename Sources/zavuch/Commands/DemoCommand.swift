import CommandLineInterface

extension Command {
  static let demo = Command(
    name: "demo",
    summary: "показать всё на выдуманной школе",
    discussion: """
      Загружает две выгрузки выдуманной школы одну за другой, проверяет два полумесяца, готовит и подписывает справку, \
      проверяет архив и говорит, где лежат файлы. Ваши данные не затрагиваются.
      """,
    arguments: [
      .optional("ПАПКА", help: "куда положить (по умолчанию новая папка для временных файлов)", kind: .folder)
    ],
    examples: [Example("zavuch demo", "выдуманная школа в новой папке")]
  ) { invocation, console in
    let demonstration = try Demonstration(folder: invocation.value("ПАПКА"), console)
    try demonstration.run(on: invocation.program)
    return .done
  }
}
