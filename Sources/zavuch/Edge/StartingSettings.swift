import Control

/// The text of a new settings file: every setting with its usual value and a line of explanation. Rules and norms are
/// those of `Rule.all`. Lines that begin with `//` and no space are examples: without the slashes they are settings.
enum StartingSettings {
  static var text: String {
    let sections = [head, rules, norms, StartingSettings.calendar, StartingSettings.school, counting]
    return "// Настройки школы для программы zavuch. После двух косых черт идёт пояснение, программа его не читает.\n"
      + "// Строки, начатые с // без пробела, — примеры: уберите //, впишите своё, и они начнут действовать.\n"
      + "// Ошибку программа назовёт со строкой и столбцом.\n{\n" + sections.joined(separator: "\n") + "}\n"
  }

  private static var head: String {
    let standard = Configuration()
    let formats = standard.formats.map { "\"\($0)\"" }.joined(separator: ", ")
    let reports = standard.runReports.map { "\"\($0)\"" }.joined(separator: ", ")
    return """
        // Полное название школы для шапки документов; без него — название из выгрузки.
        //organisation: "Муниципальное бюджетное общеобразовательное учреждение «Средняя школа № 1»",
        // Место составления документов: город или посёлок.
        place: "\(standard.place)",
        // Кто подписывает: должность и, если добавить name, инициалы с фамилией.
        deputy: { position: "\(standard.deputy.position)" },
        director: { position: "\(standard.director.position)" },
        // Часовой пояс школы, по нему определяется «сегодня»; без него — пояс компьютера.
        //timeZone: "Europe/Moscow",
        // Папки рядом с хранилищем: новые выгрузки, проекты отчётов, подписанное.
        inbox: "\(standard.inbox)",
        reports: "\(standard.reports)",
        archive: "\(standard.archive)",
        // В каких форматах печатать проекты.
        formats: [\(formats)],
        // Какие отчёты составляет команда run; она складывает их в комплект.
        runReports: [\(reports)],
        // Папка со своими шаблонами отчётов.
        //templates: "Шаблоны",
        // Папка с правилами школы (по умолчанию «Правила», если она есть).
        //rulesFolder: "Правила",
        // Таблицы, которых программа не знает: какой столбец что значит (в руководстве — «Другие таблицы»).
        //mappings: [{ name: "Список", columns: { pupil: "ФИО", class: "Класс" }, constant: { year: "2025/2026" } }],

      """
  }

  private static var rules: String {
    let severities = Severity.allCases.map { "\($0.rawValue) — \($0.title)" }.joined(separator: ", ")
    let lines = Direction.allCases.flatMap { direction in
      let rules = Rule.all.filter { $0.direction == direction }
      return (rules.isEmpty ? [] : ["    // — \(direction.title) —"])
        + rules.flatMap { rule in
          [
            "    // \(rule.title) (\(rule.clause)).",
            "    \"\(rule.id)\": { on: true, severity: \"\(rule.severity.rawValue)\" },",
          ]
        }
    }
    return """
        // Правила: on — проверять (true) или нет (false); severity — важность: \(severities).
        rules: {
      \(lines.joined(separator: "\n"))
        },

      """
  }

  private static var norms: String {
    let lines = Rule.all.flatMap { rule in
      rule.norms.flatMap { norm in
        [
          "    // \(norm.russian("N")): N \(NormText.bounds(norm, of: rule)).",
          "    \(NormText.setting(norm, of: rule)),",
        ]
      }
    }
    return """
        // Нормы. Для части школы добавьте ещё строку с classes, grades, subjects или kinds, если норма это допускает: более
        // точная строка важнее. act — чем установлена (печатается в отчётах), from и to — с какого и по какой день действует.
        norms: [
      \(lines.joined(separator: "\n"))
      \(normExample)
        ],

      """
  }

  private static var normExample: String {
    for rule in Rule.all {
      for norm in rule.norms where rule.dimensions(of: norm).contains(.studyClass) {
        return """
              //{ rule: "\(rule.id)", norm: "\(norm.name)", value: \(min(norm.standard + 1, norm.bounds.upperBound)), grades: [10, 11], act: "приказ № 12 от 30.08.2025", from: "2025-09-01", to: "2026-08-31" },
          """
      }
    }
    return ""
  }
}
