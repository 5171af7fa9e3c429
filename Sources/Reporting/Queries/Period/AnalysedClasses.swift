extension ReportQuery {
  /// The classes of the analysis with their figures.
  static let analysedClasses = ReportQuery(
    name: "analysed-classes",
    meaning: "разобранные классы",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("class", .text, "класс"),
      Column("grade", .integer, "параллель"),
      Column("head-teacher", .text, "классный руководитель", holds: .staff),
      Column("school-year", .text, "учебный год: 2025/26"),
      Column("period", .text, "учебный период"),
      Column("from", .date, "первый день периода"),
      Column("to", .date, "последний день периода"),
      Column("counted-on", .date, "на какой день посчитаны ученики"),
      Column("previous-period", .text, "период, с которым сравнивается; пусто, если его нет"),
      Column("graded", .integer, "1, если отметки ставятся, и 0 в первом классе"),
      Column("pupils", .integer, "учеников"),
      Column("successful", .integer, "из них успевают"),
      Column("good", .integer, "из них без троек и двоек"),
      Column("counted", .integer, "учеников, о которых есть данные"),
      Column("success", .share, "успеваемость по ученикам", of: ("successful", "counted")),
      Column("quality", .share, "качество по ученикам", of: ("good", "counted")),
    ] + markColumns + [
      Column("lessons", .integer, "проведено уроков, по ученикам"),
      Column("missed-lessons", .integer, "из них пропущено"),
      Column("days", .integer, "учебных дней, по ученикам"),
      Column("missed-days", .integer, "из них пропущено целиком"),
      Column("attendance", .share, "посещаемость по урокам"),
    ] + finalMarkColumns + [Column("disputed", .integer, "итоговых отметок, о которых выгрузки расходятся")],
    sql: """
      SELECT c.class, c.title, c.grade, c.head_teacher, c.school_year, c.period, c.from_day, c.to_day, c.counted_on,
        c.previous_period, c.is_graded, c.pupils, c.success_part, c.quality_part, c.success_whole, c.success_part,
        c.success_whole, c.quality_part, c.quality_whole, \(markCells),
        c.lessons, c.missed_lessons, c.days, c.missed_days, c.lessons - c.missed_lessons, c.lessons,
        \(finalMarkCells), c.disputed
      FROM analysed_class c
        LEFT JOIN analysed_marks m ON m.class = c.class AND m.era = 0 AND m.subject = 0
        LEFT JOIN analysed_marks f ON f.class = c.class AND f.era = 2 AND f.subject = 0
      ORDER BY c.class
      """)

  /// What is counted of marks, for a class as for a subject.
  static let markColumns = [
    Column("fives", .integer, "отметок «5»"),
    Column("fours", .integer, "отметок «4»"),
    Column("threes", .integer, "отметок «3»"),
    Column("twos", .integer, "отметок «2» и «1»"),
    Column("not-attested", .integer, "не аттестовано"),
    Column("mean", .decimal, "средний балл"),
    Column("mark-success", .share, "успеваемость по отметкам"),
    Column("mark-quality", .share, "качество по отметкам"),
    Column("sou", .share, "СОУ"),
    Column("forecasts", .integer, "отметок, предсказанных по текущим"),
    Column("missing", .integer, "нет ни итоговой, ни текущих отметок"),
  ]

  /// The same without what is only forecast: for papers in which a mark is one that was given.
  static let finalMarkColumns = [
    Column("final-fives", .integer, "выставлено итоговых отметок «5»"),
    Column("final-fours", .integer, "выставлено «4»"),
    Column("final-threes", .integer, "выставлено «3»"),
    Column("final-twos", .integer, "выставлено «2» и «1»"),
    Column("final-not-attested", .integer, "выставлено «н/а»"),
    Column("final-mean", .decimal, "средний балл выставленных итоговых отметок"),
    Column("final-success", .share, "успеваемость по выставленным отметкам"),
    Column("final-quality", .share, "качество по выставленным отметкам"),
  ]

  /// `finalMarkColumns` of `f`, a row of `analysed_marks`.
  static let finalMarkCells = """
    f.fives, f.fours, f.threes, f.twos, f.not_attested,
    CASE WHEN f.grades > 0 THEN (200 * f.mark_sum + f.grades) / (2 * f.grades) END, f.success_part, f.success_whole,
    f.quality_part, f.quality_whole
    """

  /// `markColumns` of `m`, a row of `analysed_marks`.
  static let markCells = """
    m.fives, m.fours, m.threes, m.twos, m.not_attested,
    CASE WHEN m.grades > 0 THEN (200 * m.mark_sum + m.grades) / (2 * m.grades) END, m.success_part, m.success_whole,
    m.quality_part, m.quality_whole, m.sou_part, 100 * m.sou_whole, m.forecasts, m.missing
    """
}
