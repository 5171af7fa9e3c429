import Journal
import Reporting

extension SampleDocument {
  /// Texts that a format could take for something else, values at the limits of spreadsheets, names that sheets cannot have.
  static func edges() throws -> ReportDocument {
    let texts = [
      "=1+1", "  два пробела  внутри  ", "до\u{01}после\u{FFFE}", "_x0041_ и _xZZZZ_", "строка\nвторая\r\nтретья",
      "<a href=\"x\">&amp;</a> 'q'",
      "\tтабуляция", "5А", "007", "😀 эмодзи", "",
    ]
    var rows = texts.map { Table.Row([.text($0), .empty]) }
    rows += [
      Table.Row([.text("целое"), .integer(12_345)]), Table.Row([.text("год"), .integer(2026)]),
      Table.Row([.text("отрицательное"), .integer(-5)]),
      Table.Row([.text("больше 2⁵³"), .integer(9_007_199_254_740_993)]),
      Table.Row([.text("доля"), .share(part: 1, whole: 3)]),
      Table.Row([.text("доля ничего"), .share(part: 0, whole: 0)]),
      Table.Row([.text("сотые"), .decimal(hundredths: -5)]), Table.Row([.text("день"), .date(try date("29.02.2024"))]),
      Table.Row([.text("до 1900"), .date(try date("26.08.1812"))]),
      Table.Row([.text("момент"), .moment(LocalMoment(try date("31.12.2025"), hour: 23, minute: 59, second: 59))]),
      Table.Row([.date(try date("01.09.2025"))], kind: .group),
      Table.Row([.text(String(repeating: "Очень длинное имя группы ", count: 20))], kind: .group),
      Table.Row([.text("последняя"), .integer(1)]), Table.Row([.text("Итого"), .integer(1)], kind: .total),
      Table.Row([.text("Всего"), .integer(2)], kind: .total),
    ]
    let columns = [Table.Column("Текст", width: 3), Table.Column("Значение", width: 1, alignment: .right)]
    let table = Table(name: "[Края]: '", caption: "Таблица 1. Края", columns: columns, rows: rows)
    let twin = Table(name: "края", caption: "Таблица 2", columns: columns, rows: [])
    return ReportDocument(
      properties: DocumentProperties(
        title: "Края & <углы>", author: "Школа", made: LocalMoment(try date("05.06.2026"), hour: 18, minute: 30)),
      isDraft: false,
      blocks: [
        .paragraph(Paragraph(longText, style: .body)), .pageBreak,
        .paragraph(Paragraph([.text("обычный "), .strong("важный"), .text(" обычный")])), .table(table), .table(twin),
      ])
  }

  /// More lines than the tallest row of Excel holds.
  static let longText = (1...600).map { "предложение номер \($0)" }.joined(separator: " ")
}
