extension ReportQuery {
  /// Учёт пройденного материала (П 3.8; DOMAIN 3.7): the plan and what was taught, by class and subject.
  static let analysedMaterial = ReportQuery(
    name: "analysed-material",
    meaning: "выполнение программы с начала учебного года: план и факт по классам и предметам",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("class", .text, "класс"),
      Column("subject", .text, "предмет"),
      Column("teachers", .text, "учителя через запятую", holds: .staff),
      Column("planned-in-all", .integer, "уроков по плану на год; пусто, если плана нет"),
      Column("planned", .integer, "уроков по плану к контрольной дате; пусто, если плана нет или он без дат"),
      Column("lessons", .integer, "проведено уроков"),
      Column("behind", .integer, "отставание от плана, уроков; пусто, если его нет"),
      Column("ahead", .integer, "опережение плана, уроков; пусто, если его нет"),
      Column("fulfilment", .share, "выполнение к контрольной дате", of: ("lessons", "planned")),
      Column("topics", .integer, "записано тем; пусто, если выгрузки тем не содержат"),
      Column("topics-share", .share, "доля уроков с записанной темой", of: ("topics", "lessons")),
    ],
    sql: """
      SELECT m.class, c.title, m.name, m.teachers, m.planned_in_all, m.planned, m.lessons,
        CASE WHEN m.planned > m.lessons THEN m.planned - m.lessons END,
        CASE WHEN m.lessons > m.planned THEN m.lessons - m.planned END,
        CASE WHEN m.planned > 0 THEN m.lessons END, m.planned, m.topics, m.topics, m.lessons
      FROM analysed_material m JOIN analysed_class c ON c.class = m.class
      ORDER BY m.class, m.position
      """)

  /// The same by class.
  static let analysedClassMaterial = ReportQuery(
    name: "analysed-class-material",
    meaning: "выполнение программы по классам",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("class", .text, "класс"),
      Column("subjects", .integer, "предметов"),
      Column("with-plan", .integer, "из них с планом по датам"),
      Column("planned", .integer, "уроков по этим планам к контрольной дате; пусто, если таких планов нет"),
      Column("taught", .integer, "проведено уроков этих предметов; пусто, если таких нет"),
      Column("behind", .integer, "предметов с отставанием; пусто, если планов по датам нет"),
      Column("fulfilment", .share, "выполнение к контрольной дате", of: ("taught", "planned")),
    ],
    sql: """
      SELECT c.class, c.title, count(m.position), count(m.planned), sum(m.planned),
        sum(CASE WHEN m.planned IS NOT NULL THEN m.lessons END),
        sum(CASE WHEN m.planned > m.lessons THEN 1 WHEN m.planned IS NOT NULL THEN 0 END),
        sum(CASE WHEN m.planned > 0 THEN m.lessons END), sum(CASE WHEN m.planned > 0 THEN m.planned END)
      FROM analysed_class c LEFT JOIN analysed_material m ON m.class = c.class
      GROUP BY c.class, c.title ORDER BY c.class
      """)
}
