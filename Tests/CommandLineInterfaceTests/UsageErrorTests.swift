import Testing

@testable import CommandLineInterface

/// Every message of wrong usage with its exact text: status 2, nothing on the output.
@Suite struct UsageErrorTests {
  @Test(arguments: [
    (
      ["check", "--as-off", "x"],
      """
      zavuch check: Неизвестный параметр «--as-off».
      Возможно, имелось в виду --as-of. Все параметры: zavuch check --help
      """
    ),
    (
      ["check", "-as-of=x"],
      """
      zavuch check: Неизвестный параметр «-as-of».
      Возможно, имелось в виду --as-of. Все параметры: zavuch check --help
      """
    ),
    (
      ["check", "--out", "x"],
      """
      zavuch check: Неизвестный параметр «--out».
      Такой параметр есть у команды sign. Все параметры: zavuch check --help
      """
    ),
    (
      ["sign", "--json"],
      """
      zavuch sign: Неизвестный параметр «--json».
      Такой параметр есть у команд import, check. Все параметры: zavuch sign --help
      """
    ),
    (
      ["check", "--qwertyuiop"],
      """
      zavuch check: Неизвестный параметр «--qwertyuiop».
      Все параметры: zavuch check --help
      """
    ),
    (
      ["check", "—as-of=1"],
      """
      zavuch check: В «—as-of=1» вместо двух дефисов стоит тире.
      Напишите --as-of.
      """
    ),
    (
      ["chekc"],
      """
      zavuch: Неизвестная команда «chekc».
      Возможно, имелось в виду «check». Все команды: zavuch help
      """
    ),
    (
      ["--store", "a", "xyz"],
      """
      zavuch: Неизвестная команда «xyz».
      Все команды: zavuch help
      """
    ),
    (
      ["help", "imp"],
      """
      zavuch help: Неизвестная команда «imp».
      Возможно, имелось в виду «import». Все команды: zavuch help
      """
    ),
    (
      ["--json", "check"],
      """
      zavuch: Перед командой стоит параметр «--json», а команда не названа.
      Сначала напишите команду: zavuch import --json
      """
    ),
    (
      ["--nothing"],
      """
      zavuch: Перед командой стоит параметр «--nothing», а команда не названа.
      Все команды: zavuch help
      """
    ),
    (
      ["check", "--as-of"],
      """
      zavuch check: У параметра --as-of нет значения.
      Напишите --as-of ДАТА.
      """
    ),
    (
      ["check", "--as-of", "--json"],
      """
      zavuch check: У параметра --as-of нет значения.
      Напишите --as-of ДАТА; если само значение начинается с дефиса, то --as-of=--json.
      """
    ),
    (
      ["check", "--as-of="],
      """
      zavuch check: У параметра --as-of пустое значение.
      Напишите --as-of ДАТА.
      """
    ),
    (
      ["check", "--by", "class,,teacher"],
      """
      zavuch check: В списке параметра --by есть пустое место: «class,,teacher».
      Напишите --by РАЗРЕЗЫ.
      """
    ),
    (
      ["check", "--as-of", "1", "--as-of", "2"],
      """
      zavuch check: Параметр --as-of указан дважды.
      У него может быть только одно значение: оставьте нужное.
      """
    ),
    (
      ["check", "--json=да"],
      """
      zavuch check: Параметр --json не принимает значения.
      Напишите просто --json.
      """
    ),
    (
      ["check", "--by", "class,teachers"],
      """
      zavuch check: Неизвестное значение «teachers» параметра --by.
      Возможно, имелось в виду «teacher». Допустимо: school, class, teacher.
      """
    ),
    (
      ["completion", "fish"],
      """
      zavuch completion: Неизвестное значение «fish» аргумента ОБОЛОЧКА.
      Допустимо: bash, zsh.
      """
    ),
    (
      ["sign", "a"],
      """
      zavuch sign: Не указан обязательный параметр --as.
      Напишите: zavuch sign --as КЕМ [параметры] ОТЧЁТ [КОПИЯ]
      """
    ),
    (
      ["sign", "--as", "deputy"],
      """
      zavuch sign: Не указан аргумент ОТЧЁТ: файл отчёта.
      Напишите: zavuch sign --as КЕМ [параметры] ОТЧЁТ [КОПИЯ]
      """
    ),
    (
      ["import", ""],
      """
      zavuch import: Аргумент ПУТЬ пуст.
      Справка: zavuch import --help
      """
    ),
    (
      ["check", "json"],
      """
      zavuch check: Лишний аргумент «json».
      Возможно, имелось в виду --json.
      """
    ),
    (
      ["sign", "--as", "deputy", "a", "b", "c"],
      """
      zavuch sign: Лишний аргумент «c».
      Напишите: zavuch sign --as КЕМ [параметры] ОТЧЁТ [КОПИЯ]
      """
    ),
  ])
  func saysWhatIsWrongAndWhatToDo(_ arguments: [String], _ message: String) {
    let output = CapturedText()
    let error = CapturedText()
    let status = SampleProgram.program.run(arguments, on: Console(output: output.sink, error: error.sink))
    #expect(status == 2)
    #expect(output.text == "")
    #expect(error.text == message + "\n")
  }

  @Test func distancesCountSwapsOnce() {
    #expect(Suggestion.distance(Array("check"), Array("chekc")) == 1)
    #expect(Suggestion.distance(Array(""), Array("abc")) == 3)
    #expect(Suggestion.distance(Array("kitten"), Array("sitting")) == 3)
    #expect(Suggestion.nearest(to: "RUN", among: ["run"]) == "run")
    #expect(Suggestion.nearest(to: "rn", among: ["report", "run", "ran"]) == "run")
    #expect(Suggestion.nearest(to: "teach", among: ["class", "teacher-inactive"]) == "teacher-inactive")
    #expect(Suggestion.nearest(to: "xy", among: ["run"]) == nil)
  }
}
