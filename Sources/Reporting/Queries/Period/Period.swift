extension ReportQuery {
  /// What the analysis is of, as a whole.
  static let period = ReportQuery(
    name: "period",
    meaning: "сведения о разборе периода",
    isSingleRow: true, source: .period,
    columns: [
      Column("as-of", .date, "контрольная дата"),
      Column("name", .text, "учебный период; пусто, если у классов разные"),
      Column("periods", .text, "периоды с их классами словами; пусто, если период один"),
      Column("left-out", .text, "классы, у которых названного периода нет, с их периодами; пусто, если таких нет"),
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
      SELECT max(as_of), CASE WHEN count(DISTINCT period) = 1 THEN max(period) END,
        CASE WHEN count(DISTINCT period) > 1 THEN (
          SELECT group_concat(t.told, '; ') FROM (
            SELECT c.period || ' — ' || group_concat(c.title, ', ') AS told
            FROM (SELECT class, period, title FROM analysed_class ORDER BY class) c
            GROUP BY c.period ORDER BY min(c.class)) t) END,
        (SELECT group_concat(o.told, ', ') FROM (
          SELECT title || CASE periods WHEN '' THEN '' ELSE ' (' || periods || ')' END AS told
          FROM analysed_left_out ORDER BY position) o),
        max(school_year), min(from_day),
        max(to_day), count(*), coalesce(sum(pupils), 0), coalesce(sum(forecasts), 0), coalesce(sum(missing), 0),
        max(rounding), max(sou_formula), max(missed_percent)
      FROM analysed_class
      """)
}
