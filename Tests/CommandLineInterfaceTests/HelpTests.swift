import Testing

@testable import CommandLineInterface

@Suite struct HelpTests {
  @Test func overview() {
    #expect(
      SampleProgram.program.overview() == """
        zavuch — контроль ведения электронного журнала

        Использование:
          zavuch КОМАНДА [параметры] [аргументы]

        Команды:
          import      принять выгрузки журнала
          check       проверить журнал по правилам
          sign        подписать отчёт
          broken      сломанная команда
          completion  напечатать сценарий автодополнения для bash или zsh
          help        показать справку о программе или о команде

        Общие параметры:
          --store ПУТЬ   база данных школы; по умолчанию: zavuch.sqlite
          --config ФАЙЛ  файл настроек; если не указан, zavuch.json5 рядом с базой
          -h, --help     показать справку
          --version      показать версию программы

        Коды завершения:
          0   выполнено
          1   есть замечания той важности, что названа в --fail-on, или выше
          2   неверная команда или неверные настройки
          3   не принята хотя бы одна ячейка, строка или файл
          4   архив не прошёл проверку целостности
          70  сбой самой программы

        Подробно о команде: zavuch help КОМАНДА

        """)
  }

  @Test func helpOfACommand() {
    #expect(
      SampleProgram.program.help(for: SampleProgram.check) == """
        zavuch check — проверить журнал по правилам

        Использование:
          zavuch check [параметры]

        Проверка смотрит на журнал с вечера контрольной даты: то, что внесено позже, для неё не существует,
        поэтому старую проверку можно повторить и получить тот же результат.

        Период по умолчанию начинается на следующий день после конца прошлой проверки.

        Параметры:
          --as-of ДАТА      контрольная дата; если не указана, сегодня
          --class КЛАСС     только этот класс; можно указать несколько раз
          --rule ПРАВИЛО    только это правило; можно указать несколько раз
          --by РАЗРЕЗЫ      разбить показатели; через запятую: school, class, teacher
          --format ФОРМАТЫ  форматы; через запятую: pdf, xlsx; по умолчанию: pdf,xlsx
          --only ИМЕНА      любые имена; список через запятую
          --limit ЧИСЛО     сколько строк печатать
          --json            результат в формате JSON

        Общие параметры:
          --store ПУТЬ   база данных школы; по умолчанию: zavuch.sqlite
          --config ФАЙЛ  файл настроек; если не указан, zavuch.json5 рядом с базой
          -h, --help     показать справку

        Примеры:
          zavuch check --as-of 05.06.2026 --by class,teacher
              проверка на дату по классам и учителям

        Коды завершения:
          0   выполнено
          1   есть замечания той важности, что названа в --fail-on, или выше
          2   неверная команда или неверные настройки
          70  сбой самой программы

        """)
  }

  @Test func helpOfArgumentsAndRequiredOptions() {
    let help = SampleProgram.program.help(for: SampleProgram.sign)
    #expect(
      help.hasPrefix(
        """
        zavuch sign — подписать отчёт

        Использование:
          zavuch sign --as КЕМ [параметры] ОТЧЁТ [КОПИЯ]

        Аргументы:
          ОТЧЁТ    файл отчёта
          [КОПИЯ]  куда положить копию

        Параметры:
          --as КЕМ     кто подписывает; одно из: deputy, director; обязательный параметр
          --out ПАПКА  куда

        """))
  }

  @Test(arguments: [60, 80, 100, 200]) func noLineIsTooWide(_ width: Int) {
    let program = SampleProgram.program
    for page in program.commands.map({ program.help(for: $0, width: width) }) + [program.overview(width: width)] {
      for line in page.split(separator: "\n") { #expect(line.count <= min(width, 100), "\(line)") }
    }
  }

  @Test func longTermsStandAlone() {
    var page = HelpPage(width: 60)
    page.section("Т", [("--очень-длинный-параметр ЗНАЧЕНИЕ", "смысл"), ("--к", "второй"), ("как есть", "")])
    #expect(
      page.body == """

        Т:
          --очень-длинный-параметр ЗНАЧЕНИЕ
                    смысл
          --к       второй
          как есть

        """)
  }
}
