import Journal
import Reporting

/// Charts and tables at their edges: many and few, long names, nothing at all.
extension SampleDocument {
  static func gallery() throws -> ReportDocument {
    ReportDocument(
      properties: DocumentProperties(
        title: "Рисунки и таблицы", author: "Школа", made: .evening(of: try date("26.12.2025"))),
      isDraft: false,
      blocks: [
        .heading(level: 1, text: "Рисунки"), .chart(columns), .chart(bars), .chart(lines), .chart(shares),
        .chart(nothing),
        .heading(level: 3, text: "Одна строка"), .chart(single), .section(.landscape),
        .heading(level: 1, text: "Карта"), .chart(map(classes: 12, subjects: 25)), .table(register(pupils: 40)),
        .section(.portrait), .table(register(pupils: 1)), .table(PageDocument.findings(300)),
      ])
  }

  static let subjects = [
    "Русский язык", "Литература", "Алгебра", "Геометрия", "Вероятность и статистика", "Информатика", "История России",
    "Всеобщая история", "Обществознание", "География", "Биология", "Физика", "Химия", "Иностранный язык (английский)",
    "Второй иностранный язык (немецкий)", "Изобразительное искусство", "Музыка", "Труд (технология)",
    "Физическая культура", "Основы безопасности и защиты Родины", "Основы духовно-нравственной культуры народов России",
    "Родной язык", "Родная литература", "Индивидуальный проект", "Разговоры о важном",
  ]

  static let columns = Chart(
    .bars, name: "Столбцы", title: "Рисунок 1. Замечаний по классам", alternative: "Больше всего замечаний в 7Б",
    axis: "Класс", categories: ["5А", "5Б", "6А", "7Б"],
    series: [
      .init(name: "Впервые", values: [.integer(12), .integer(0), .integer(7), .integer(31)]),
      .init(name: "Повторно", values: [.integer(3), .empty, .integer(2), .integer(11)]),
    ], unit: .count)

  static let bars = Chart(
    .bars, name: "Полосы", title: "Рисунок 2. Доля уроков, внесённых в срок, по предметам",
    alternative: "Доли от 88 до 100 процентов", axis: "Предмет", categories: subjects,
    series: [
      .init(
        name: "Внесено в день урока",
        values: subjects.indices.map { $0 == 7 ? .share(part: 0, whole: 0) : .share(part: 88 + $0 % 13, whole: 100) })
    ], unit: .percent, norm: .share(part: 95, whole: 100))

  static let lines = Chart(
    .lines, name: "Линии", title: "Рисунок 3. Доля соблюдения по проверкам",
    alternative: "Отметки за письменные работы выставляются в срок всё чаще", axis: "Проверка",
    categories: ["15.09.2025", "30.09.2025", "15.10.2025", "31.10.2025", "15.11.2025", "30.11.2025", "15.12.2025"],
    series: [
      .init(name: "Уроки внесены в день проведения", values: [90, 91, 94, 93, 96, 96, 97].map(share)),
      .init(name: "Темы указаны", values: [99, 99, 98, 99, 99, 100, 99].map(share)),
      .init(
        name: "Отметки за письменные работы — в течение недели",
        values: [71, 78, nil, 80, 88, 85, 91].map { $0.map(share) ?? .empty }),
    ], unit: .percent, norm: .share(part: 95, whole: 100))

  static let shares = Chart(
    .shares, name: "Доли", title: "Рисунок 4. Успеваемость по параллелям", alternative: "Половина учится на 4 и 5",
    axis: "Параллель", categories: ["5-е классы", "6-е классы", "7-е классы", "10–11-е классы, профильное обучение"],
    series: [
      .init(name: "Отличники", values: [9, 7, 5, 0].map { .integer($0) }),
      .init(name: "На «4» и «5»", values: [41, 38, 30, 22].map { .integer($0) }),
      .init(name: "С «3»", values: [50, 52, 61, 20].map { .integer($0) }),
      .init(name: "Неуспевающие", values: [0, 3, 4, 1].map { .integer($0) }),
      .init(name: "Не аттестованы", values: [1, 0, 2, 0].map { .integer($0) }),
    ], unit: .count)

  static let nothing = Chart(
    .bars, name: "Пусто", title: "Рисунок 5. Ничего", alternative: "Данных нет", axis: "Класс", categories: [],
    series: [], unit: .count)

  static let single = Chart(
    .lines, name: "Одна точка", title: "Рисунок 6. Первая проверка", alternative: "Одна проверка", axis: "Проверка",
    categories: ["15.10.2025"], series: [.init(name: "Уроки в срок", values: [.share(part: 19, whole: 20)])],
    unit: .percent)

  private static func share(_ percent: Int) -> Value { .share(part: percent, whole: 100) }

  static func map(classes: Int, subjects count: Int) -> Chart {
    Chart(
      .heat, name: "Карта", title: "Рисунок 7. Отметок на ученика", alternative: "Мало отметок по физике",
      axis: "Класс", categories: Array(subjects.prefix(count)),
      series: (0..<classes).map { row in
        .init(
          name: "\(5 + row / 3)\(["А", "Б", "В"][row % 3])",
          values: (0..<count).map { column in
            (row + column) % 17 == 0 ? .empty : .decimal(hundredths: 80 + (row * 37 + column * 53) % 520)
          })
      }, unit: .marks, shade: .scale(from: 500, to: 0))
  }

  static func register(pupils: Int) -> Table {
    Table(
      name: "Ведомость \(pupils)", caption: "Сводная ведомость, учеников — \(pupils)",
      columns: [Table.Column("Ученик", width: 30)]
        + subjects.map {
          .init(
            $0, width: 4, alignment: .center, group: $0.contains("язык") ? "Языки" : nil, isVertical: true,
            shade: .below(300))
        },
      rows: (0..<pupils).map { pupil in
        Table.Row(
          [.text("Константинопольский-Преображенский Александр \(pupil + 1)")]
            + subjects.indices.map { .integer(2 + (pupil + $0 * 3) % 4) })
      }, rowHeaders: 1, numbersColumns: true)
  }
}
