import CommandLineInterface
import Testing

@Suite struct ReferencePageTests {
  private let program = Program(
    name: "zavuch", version: "1", summary: "контроль",
    commands: [
      Command(
        name: "sign", summary: "подписать отчёт", discussion: "Первый\nабзац.\n\nФайл_2 [важно].",
        arguments: [.one("ОТЧЁТ", help: "файл | папка")],
        options: [
          .value("as", "КЕМ", help: "кто", kind: .oneOf(["deputy", "director"]), required: true),
          .flag("json", help: "JSON"),
        ],
        examples: [
          Command.Example("zavuch sign --as deputy a.pdf", "подписать"),
          Command.Example("zavuch sign --as director a.pdf", "утвердить"),
        ], statuses: [.unverified]
      ) { _, _ in .done }
    ], commonOptions: [.value("store", "ПУТЬ", help: "база", default: "zavuch.sqlite")])

  @Test func isMarkdownOfAllCommands() {
    let page = program.referencePage(level: 2)
    #expect(
      page.hasPrefix(
        """
        ## Справочник команд

        | Команда | Что делает |
        | --- | --- |
        | [`sign`](#zavuch-sign) | подписать отчёт |
        | [`completion`](#zavuch-completion) | напечатать сценарий автодополнения для bash или zsh |
        | [`help`](#zavuch-help) | показать справку о программе или о команде |

        ### Общие параметры

        Их понимает каждая команда; они могут стоять и перед её именем.

        | Параметр | Значение |
        | --- | --- |
        | `--store ПУТЬ` | база; по умолчанию: zavuch.sqlite |
        | `-h, --help` | показать справку |

        ### Коды завершения

        | Код | Значение |
        | --- | --- |
        | 0 | выполнено |
        | 1 | есть замечания той важности, что названа в --fail-on, или выше |
        | 2 | неверная команда или неверные настройки |
        | 3 | не принята хотя бы одна ячейка, строка или файл |
        | 4 | архив не прошёл проверку целостности |
        | 70 | сбой самой программы |

        ### zavuch sign

        Подписать отчёт.

        ```
        zavuch sign --as КЕМ [параметры] ОТЧЁТ
        ```

        Первый абзац.

        Файл\\_2 \\[важно\\].

        | Аргумент | Значение |
        | --- | --- |
        | `ОТЧЁТ` | файл \\| папка |

        | Параметр | Значение |
        | --- | --- |
        | `--as КЕМ` | кто; одно из: deputy, director; обязательный параметр |
        | `--json` | JSON |

        ```sh
        # подписать
        zavuch sign --as deputy a.pdf

        # утвердить
        zavuch sign --as director a.pdf
        ```

        Коды завершения: 0, 2, 4, 70.

        ### zavuch completion

        """))
  }

  @Test func headingsFollowTheLevel() {
    let headings = program.referencePage().split(separator: "\n").filter { $0.hasPrefix("#") && !$0.hasPrefix("# п") }
    #expect(headings.first == "# Справочник команд")
    #expect(headings.contains("## zavuch sign"))
  }
}
