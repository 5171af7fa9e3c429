extension ReportQuery {
  /// What the analysis is of, as a whole.
  static let period = ReportQuery(
    name: "period",
    meaning: "сведения о разборе периода",
    isSingleRow: true, source: .period,
    columns: [
      Column("as-of", .date, "контрольная дата"),
      Column("name", .text, "учебный период; пусто, если у классов разные"),
      Column("school-year", .text, "учебный год: 2025/26"),
      Column("from", .date, "первый день самого раннего периода"),
      Column("to", .date, "последний день самого позднего периода"),
      Column("classes", .integer, "разобрано классов"),
      Column("pupils", .integer, "в них учеников"),
      Column("forecasts", .integer, "итоговых отметок ещё нет, предсказаны по текущим"),
      Column("missing", .integer, "нет ни итоговой, ни текущих отметок"),
      Column("rounding", .decimal, "с какой дробной части средний балл предсказывает отметку выше"),
      Column("sou-formula", .text, "формула СОУ словами"),
      Column("missed-percent", .integer, "норма пропущенных уроков, в процентах"),
    ],
    sql: """
      SELECT max(as_of), CASE WHEN count(DISTINCT period) = 1 THEN max(period) END, max(school_year), min(from_day),
        max(to_day), count(*), coalesce(sum(pupils), 0), coalesce(sum(forecasts), 0), coalesce(sum(missing), 0),
        max(rounding), max(sou_formula), max(missed_percent)
      FROM analysed_class
      """)
}
