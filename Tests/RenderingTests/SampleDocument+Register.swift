import Journal
import Reporting

extension SampleDocument {
  /// A register of marks with what the other samples do not have: approval, merged and upright heads, column numbers,
  /// subtotals, formulas, shades, charts, a turned section, a frame for the mark of a signature, an acknowledgement.
  static func register() throws -> ReportDocument {
    ReportDocument(
      properties: DocumentProperties(
        title: "Сводная ведомость", author: "МБОУ «Средняя школа № 7»", made: .evening(of: try date("26.12.2025")),
        identifier: "0123456789abcdef", storage: .longTerm),
      isDraft: false,
      blocks: [
        .approval(.byOfficial(position: "Директор МБОУ «Средняя школа № 7»", name: nil, date: nil)),
        .approval(.byPaper("приказом директора", date: try date("12.01.2026"), number: "14-о")),
        .heading(level: 1, text: "Динамика"),
        .chart(trend), .chart(map), .section(.landscape), .table(marks), .section(.portrait),
        .signature(
          SignatureBlock(
            position: "Директор", name: "И. И. Иванов", date: try date("12.01.2026"), hasStamp: true,
            reservesMark: true)),
        .acknowledgement(
          Acknowledgement(
            title: "С ведомостью ознакомлены:",
            people: [
              .init(name: "Кузнецова М.И.", position: "Классный руководитель 5А"), .init(name: "Петров А.Б."),
            ])),
      ])
  }

  private static let trend = Chart(
    .lines, name: "Динамика", title: "Рисунок 1. Доля соблюдения по проверкам",
    alternative: "Доля уроков, внесённых в срок, выросла с 90 до 96 процентов", axis: "Проверка",
    categories: ["15.10.2025", "31.10.2025", "15.11.2025"],
    series: [
      .init(
        name: "Уроки в срок",
        values: [.share(part: 90, whole: 100), .empty, .share(part: 96, whole: 100)]),
      .init(name: "Темы", values: [.share(part: 70, whole: 100), .share(part: 71, whole: 99)]),
    ], unit: .percent, norm: .share(part: 95, whole: 100))

  private static let map = Chart(
    .heat, name: "Накопляемость", title: "Рисунок 2. Отметок на ученика", alternative: "Мало отметок в 5Б по физике",
    axis: "Класс", categories: ["Алгебра", "Физика"],
    series: [
      .init(name: "5А", values: [.decimal(hundredths: 512), .decimal(hundredths: 330)]),
      .init(name: "5Б", values: [.decimal(hundredths: 400), .empty]),
    ], unit: .marks, shade: .scale(from: 500, to: 0))

  private static let marks = Table(
    name: "Ведомость", caption: "Таблица 1. Итоговые отметки",
    columns: [
      .init("Параллель", width: 20), .init("Всего", width: 8, alignment: .right, isSummed: true),
      .init("Отметки «4» и «5»", width: 8, alignment: .right, group: "Успевают", isVertical: true, isSummed: true),
      .init("Отметка «3»", width: 8, alignment: .right, group: "Успевают", isVertical: true, isSummed: true),
      .init(
        "Качество", width: 10, alignment: .right, shade: .below(5000), isSummed: true,
        formula: .share(part: 2, whole: 1)),
    ],
    rows: [
      row("2-е классы", 20, 12, 8), row("3-и классы", 25, 10, 15),
      row("2–3-и классы", 45, 22, 23, kind: .subtotal, sums: 0..<2), row("5-е классы", 30, 20, 10),
      row("Итого", 75, 42, 33, kind: .total, sums: 0..<4),
    ], rowHeaders: 1, numbersColumns: true)

  private static func row(
    _ title: String, _ all: Int, _ good: Int, _ rest: Int, kind: Table.Row.Kind = .body, sums: Range<Int>? = nil
  ) -> Table.Row {
    Table.Row(
      [.text(title), .integer(all), .integer(good), .integer(rest), .share(part: good, whole: all)], kind: kind,
      sums: sums)
  }
}
