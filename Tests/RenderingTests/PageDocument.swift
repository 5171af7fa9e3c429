import Journal
import Reporting

/// Documents for the page renderers' tests: fictional people, texts of the length real ones have.
enum PageDocument {
  static let properties = DocumentProperties(
    title: "Справка по итогам контроля ведения электронного журнала",
    author: "МБОУ «Средняя школа № 14 имени Н. И. Пирогова»", subject: "Внутришкольный контроль, II четверть",
    made: .evening(of: day(2026, 1, 12)))

  static func day(_ year: Int, _ month: Int, _ day: Int) -> CivilDate {
    CivilDate(year: year, month: month, day: day) ?? CivilDate(days: 0)
  }

  static func head(isSigned: Bool) -> DocumentHead {
    DocumentHead(
      organisation: "Муниципальное бюджетное общеобразовательное учреждение\n«Средняя школа № 14 имени Н. И. Пирогова»",
      kind: "СПРАВКА", date: isSigned ? day(2026, 1, 13) : nil, number: isSigned ? "07-ВШК" : nil,
      place: "г. Верхнереченск",
      heading: "по итогам контроля ведения электронного журнала в 5–11 классах за II четверть 2025/26 учебного года")
  }

  static func signature(isSigned: Bool) -> SignatureBlock {
    SignatureBlock(
      position: "Заместитель директора по учебно-воспитательной работе", name: isSigned ? "Е. В. Калашникова" : nil,
      date: isSigned ? day(2026, 1, 13) : nil, hasStamp: true)
  }

  static let summary = Table(
    name: "Показатели", caption: "Таблица 1. Показатели контроля по параллелям",
    columns: [
      .init("Параллель", width: 10), .init("Классов", width: 8, alignment: .right),
      .init("Уроков по плану", width: 10, alignment: .right),
      .init("Заполнено своевременно", width: 12, alignment: .right), .init("Доля", width: 8, alignment: .right),
      .init("Накопляемость отметок", width: 12, alignment: .right), .init("Последняя запись", width: 11),
    ],
    rows: (5...11).map { grade in
      .init([
        .text("\(grade)-е классы"), .integer(grade < 10 ? 4 : 2), .integer(1180 + grade * 7),
        .integer(1130 + grade * 6), .share(part: 1130 + grade * 6, whole: 1180 + grade * 7),
        .decimal(hundredths: 412 - grade * 9), .date(day(2025, 12, 20 + grade)),
      ])
    } + [
      .init(
        [
          .text("Всего"), .integer(24), .integer(12_652), .integer(12_346), .share(part: 12_346, whole: 12_652),
          .decimal(hundredths: 340), .empty,
        ], kind: .total)
    ])

  static let teachers = [
    "Абдурахманова Гульнара Шарифзяновна", "Беляев Пётр Олегович", "Воскресенская Анна-Мария Константиновна",
    "Гусейнов Рашад Мамед оглы", "Христорождественский Иннокентий Вячеславович",
  ]

  /// Findings grouped by teacher; `count` rows besides the groups.
  static func findings(_ count: Int) -> Table {
    let subjects = ["Алгебра", "Основы безопасности и защиты Родины", "Русский язык", "Физика", "Обществознание"]
    let texts = [
      "Нет темы урока", "Отметка выставлена позже срока: через 9 дней после урока",
      "Домашнее задание не записано; урок проведён, отсутствующие отмечены",
      "Средний балл 3,42, отметка за четверть «4»: отметка завышена против установленного порога 3,60",
    ]
    var rows: [Table.Row] = []
    for index in 0..<count {
      if index % 12 == 0 { rows.append(.init([.text(teachers[index / 12 % teachers.count])], kind: .group)) }
      rows.append(
        .init([
          .integer(index + 1), .text("\(5 + index % 7) «\(index % 2 == 0 ? "А" : "Б")»"),
          .text(subjects[index % subjects.count]), .date(day(2025, 11, 1).advanced(by: index % 55)),
          .text(texts[index % texts.count]), .text(index % 3 == 0 ? "повторно" : ""),
        ]))
    }
    rows.append(.init([.text("Итого"), .empty, .empty, .empty, .integer(count), .empty], kind: .total))
    return Table(
      name: "Замечания", caption: "Таблица 2. Замечания по учителям", columns: findingColumns, rows: rows,
      emptyText: "Замечаний нет")
  }

  static let findingColumns: [Table.Column] = [
    .init("№", width: 4, alignment: .right), .init("Класс", width: 6, alignment: .center),
    .init("Предмет", width: 15), .init("Дата урока", width: 9, alignment: .center), .init("Замечание", width: 27),
    .init("Отметка о повторении", width: 9, alignment: .center),
  ]

  static func table(_ rows: [Table.Row]) -> Table {
    Table(name: "Проба", caption: "Проба", columns: findingColumns, rows: rows, emptyText: "Замечаний нет")
  }

  static func document(
    _ blocks: [Block], orientation: PageOrientation = .portrait, isDraft: Bool = false
  ) -> ReportDocument {
    ReportDocument(properties: properties, orientation: orientation, isDraft: isDraft, blocks: blocks)
  }

  /// Every kind of block.
  static func report(
    isSigned: Bool = true, orientation: PageOrientation = .portrait, findings count: Int = 60
  ) -> ReportDocument {
    document(
      [
        .head(head(isSigned: isSigned)),
        .paragraph(
          Paragraph([
            .text("В соответствии с планом внутришкольного контроля на 2025/26 учебный год в период с "),
            .value(.date(day(2025, 12, 22))), .text(" по "), .value(.date(day(2026, 1, 12))),
            .text(
              " проведена проверка электронных журналов 5–11 классов. Цель проверки — правильность и своевременность "
                + "записей, накопляемость и объективность отметок, учёт посещаемости, выполнение программы. Проверено "),
            .strong("24 журнала"), .text(", "), .value(.integer(12_652)), .text(" урока; своевременно заполнено "),
            .value(.share(part: 12_346, whole: 12_652)), .text("."),
          ])),
        .heading(level: 1, text: "1. Результаты контроля"),
        .paragraph(
          Paragraph(
            "Журналы ведутся в целом в соответствии с Положением об электронном журнале. Записи «R&D» <вне перечня> "
              + "и \"кавычки\" в темах уроков исправлены учителями по ходу проверки.")),
        .table(summary),
        .paragraph(Paragraph("Доля считается от уроков, срок заполнения которых наступил.", style: .note)),
        .heading(level: 2, text: "1.1. Замечания"),
        .paragraph(Paragraph("Замечания приведены по учителям в алфавитном порядке.")),
        .table(findings(count)),
        .heading(level: 1, text: "2. Журналы внеурочной деятельности"),
        .table(
          Table(
            name: "Внеурочная", caption: "Таблица 3. Замечания по внеурочной деятельности", columns: findingColumns,
            rows: [], emptyText: "По журналам внеурочной деятельности замечаний нет")),
        .heading(level: 1, text: "3. Выводы и рекомендации"),
        .list(
          items: [
            [
              .text("Учителям-предметникам устранить замечания в срок до "), .value(.date(day(2026, 1, 20))),
              .text("."),
            ],
            [
              .text(
                "Классным руководителям сверить сведения о пропусках с медицинскими справками и объяснительными "
                  + "родителей, результаты сверки внести в журнал не позднее трёх рабочих дней.")
            ],
            [.strong("Повторную проверку"), .text(" провести по состоянию на "), .value(.date(day(2026, 1, 26)))],
          ], numbered: true),
        .list(items: [[.text("журналы 1–4 классов не проверялись")], [.text("замены учтены")]], numbered: false),
        .paragraph(Paragraph("* * *", style: .centered)),
        .signature(signature(isSigned: isSigned)),
        .pageBreak,
        .heading(level: 1, text: "Приложение. Лист ознакомления"),
        .paragraph(Paragraph("Со справкой ознакомлены:")),
        .signature(SignatureBlock(position: "Учитель математики", name: teachers[2], date: nil)),
        .signature(SignatureBlock(position: "Классный руководитель 7 «Б» класса", name: nil, date: nil)),
      ], orientation: orientation, isDraft: !isSigned)
  }

  /// The documents that tests of whole files run over.
  enum Sample: CaseIterable {
    case signed, draft, landscape, empty

    var document: ReportDocument {
      switch self {
      case .signed: PageDocument.report()
      case .draft: PageDocument.report(isSigned: false)
      case .landscape: PageDocument.report(orientation: .landscape)
      case .empty: PageDocument.document([])
      }
    }
  }
}
