import CommandLineInterface

extension Command {
  static let initialise = Command(
    name: "init",
    summary: "создать файл настроек со всем, что можно настроить",
    discussion: """
      В файле каждая настройка стоит с обычным значением и пояснением; строки, начатые с // без пробела, — примеры. Пока \
      ничего не изменено, программа работает так же, как без файла.
      """,
    options: [
      .value("out", "ФАЙЛ", help: "куда записать (по умолчанию zavuch.json5 рядом с хранилищем)", kind: .path),
      .flag("force", help: "записать поверх того, что там лежит"),
    ],
    examples: [Example("zavuch init", "zavuch.json5 в этой папке")]
  ) { invocation, console in
    let path = try invocation.value("out") ?? StoreLocation(invocation).beside(Configuration.fileName)
    guard try invocation.flag("force") || !ReportFiles.exists(path) else {
      throw UsageError(
        "Файл «\(path)» уже есть; он оставлен как был.",
        hint: "Назовите другой: --out ФАЙЛ. Записать поверх него: --force; прежние настройки пропадут.")
    }
    try ReportFiles.write(Array(StartingSettings.text.utf8), to: path)
    console.print(path)
    return .done
  }
}
