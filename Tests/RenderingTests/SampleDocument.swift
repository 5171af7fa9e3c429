import Journal
import Reporting
import Testing

/// A made-up справка with every feature of the document: long names, sixty findings in groups, an empty table, shares,
/// dates and moments. No person or school in it exists.
enum SampleDocument {
  static func report(isDraft: Bool = true, orientation: PageOrientation = .portrait) throws -> ReportDocument {
    let evening = LocalMoment.evening(of: try date("05.06.2026"))
    return ReportDocument(
      properties: DocumentProperties(
        title: "Справка по итогам контроля ведения электронного журнала",
        author: "МБОУ «Средняя общеобразовательная школа № 17 имени В. Н. Кораблёва»", subject: "Контроль",
        made: evening),
      orientation: orientation, isDraft: isDraft,
      blocks: [
        .head(
          DocumentHead(
            organisation:
              "Муниципальное бюджетное общеобразовательное учреждение «Средняя общеобразовательная школа № 17 "
              + "имени В. Н. Кораблёва» городского округа Верхнеозёрск",
            kind: "СПРАВКА", date: isDraft ? nil : try date("05.06.2026"), number: isDraft ? nil : "12/к",
            place: "г. Верхнеозёрск",
            heading: "по итогам контроля ведения электронного классного журнала в 5–9 классах за II полугодие "
              + "2025/26 учебного года")),
        .heading(level: 1, text: "1. Основание и предмет контроля"),
        .paragraph(
          Paragraph([
            .text("Контроль проведён по плану внутришкольного контроля и пункту 6.2 Положения о ведении журнала. "),
            .text("Проверены записи на "), .value(.date(try date("05.06.2026"))), .text(": занесено уроков — "),
            .value(.integer(23_690)), .text(", из них в срок — "), .value(.share(part: 22_701, whole: 23_690)),
            .text(". "),
            .strong(
              "Журнал в целом ведётся удовлетворительно, но отдельные учителя систематически опаздывают с записями."),
          ])),
        .list(
          items: [
            [.text("своевременность выставления отметок и занесения уроков;")],
            [
              .text(
                "выполнение графика накопляемости отметок: не менее трёх отметок за четверть при одном часе в неделю;")
            ],
            [.text("учёт посещаемости и причин пропусков.")],
          ], numbered: false),
        .heading(level: 1, text: "2. Показатели"),
        .table(try metrics()),
        .paragraph(Paragraph("Доля посчитана от записей, по которым срок уже наступил.", style: .note)),
        .heading(level: 1, text: "3. Замечания"),
        .paragraph(Paragraph("Замечания сгруппированы по учителям; о каждом учителю сообщено лично.")),
        .table(try findings()),
        .table(
          Table(
            name: "Не устранено", caption: "Таблица 3. Замечания прошлой проверки, которые не устранены",
            columns: [.init("Класс", width: 1), .init("Предмет", width: 3), .init("Замечание", width: 6)], rows: [],
            emptyText: "Все замечания прошлой проверки устранены")),
        .heading(level: 2, text: "Выводы и рекомендации"),
        .list(
          items: [
            [
              .text("Учителям-предметникам устранить замечания до "), .value(.date(try date("19.06.2026"))), .text("."),
            ],
            [.text("Классным руководителям сверить списки классов.")],
          ], numbered: true),
        .paragraph(Paragraph("* * *", style: .centered)),
        .signature(
          SignatureBlock(
            position: "Заместитель директора по учебно-воспитательной работе",
            name: isDraft ? nil : "А. В. Синичкина-Перепёлкина", date: isDraft ? nil : try date("05.06.2026"),
            hasStamp: true)),
        .pageBreak,
        .heading(level: 1, text: "Приложение"),
        .paragraph(Paragraph("Лист ознакомления учителей.")),
      ])
  }

  static func date(_ text: String) throws -> CivilDate {
    try #require(CivilDate(text))
  }
}
