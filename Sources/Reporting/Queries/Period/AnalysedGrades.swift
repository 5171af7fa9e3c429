extension ReportQuery {
  /// The form of 16 columns of a school (DOMAIN 2.3): parallels with their stage.
  static let analysedGrades = ReportQuery(
    name: "analysed-grades",
    meaning: "параллели с отметками: сводный отчёт об успеваемости по школе",
    source: .period,
    columns: [
      Column("grade", .integer, "параллель"),
      Column("stage", .text, "ступень: 2–4 классы, 5–9 классы, 10–11 классы"),
      Column("pupils", .integer, "учащихся"),
      Column("successful", .integer, "успевают"),
      Column("excellent", .integer, "из них на «5»"),
      Column("good", .integer, "из них на «4» и «5», вместе с одной «4»"),
      Column("one-four", .integer, "из них с одной «4»"),
      Column("one-three", .integer, "с одной «3»"),
      Column("threes", .integer, "на «3», «4» и «5», вместе с одной «3»"),
      Column("not-attested", .integer, "не аттестовано"),
      Column("not-attested-excused", .integer, "из них по болезни и уважительной причине: таких пропусков большинство"),
      Column("not-attested-other", .integer, "из них причина пропусков не указана"),
      Column("failing", .integer, "не успевают"),
      Column("failing-one", .integer, "из них по одному предмету"),
      Column("failing-two", .integer, "по двум"),
      Column("failing-more", .integer, "более чем по двум"),
      Column("without-result", .integer, "нет ни одной отметки"),
      Column("counted", .integer, "учащихся, о которых есть данные"),
      Column("success-part", .integer, "успевают, как считает школа: с не аттестованными или без них"),
      Column("success", .share, "успеваемость", of: ("success-part", "counted")),
      Column("quality-part", .integer, "без троек и двоек"),
      Column("quality", .share, "качество", of: ("quality-part", "counted")),
    ],
    sql: """
      WITH failed AS (
        SELECT class, pupil, sum(is_failing) AS subjects FROM analysed_mark GROUP BY class, pupil
      ), told AS (
        SELECT class, pupil, sum(CASE WHEN reason IN ('ill', 'excused') THEN lessons ELSE 0 END) AS excused,
          sum(lessons) AS lessons
        FROM analysed_absence GROUP BY class, pupil
      ), ladder AS (
        SELECT c.grade, p.category, coalesce(f.subjects, 0) AS subjects,
          CASE WHEN 2 * coalesce(t.excused, 0) > coalesce(t.lessons, 0) THEN 1 ELSE 0 END AS is_excused,
          c.not_attested_lowers AS lowers
        FROM analysed_pupil p JOIN analysed_class c ON c.class = p.class AND c.is_graded = 1
          LEFT JOIN failed f ON f.class = p.class AND f.pupil = p.pupil
          LEFT JOIN told t ON t.class = p.class AND t.pupil = p.pupil
      )
      SELECT grade, CASE WHEN grade < 5 THEN '2–4 классы' WHEN grade < 10 THEN '5–9 классы' ELSE '10–11 классы' END,
        count(*), \(count("category IN ('excellent', 'one-four', 'good', 'one-three', 'threes')")),
        \(count("category = 'excellent'")), \(count("category IN ('one-four', 'good')")),
        \(count("category = 'one-four'")), \(count("category = 'one-three'")),
        \(count("category IN ('one-three', 'threes')")), \(count("category = 'not-attested'")),
        \(count("category = 'not-attested' AND is_excused = 1")),
        \(count("category = 'not-attested' AND is_excused = 0")), \(count("category = 'failing'")),
        \(count("category = 'failing' AND subjects = 1")), \(count("category = 'failing' AND subjects = 2")),
        \(count("category = 'failing' AND subjects > 2")), \(count("category = 'no-data'")),
        \(count("category <> 'no-data'")), \(count(succeeds)), \(count(succeeds)), \(count("category <> 'no-data'")),
        \(count(isGood)), \(count(isGood)), \(count("category <> 'no-data'"))
      FROM ladder GROUP BY grade ORDER BY grade
      """)

  private static let isGood = "category IN ('excellent', 'one-four', 'good')"
  /// As the school counts those who are not attested.
  private static let succeeds = """
    category NOT IN ('failing', 'no-data') AND (category <> 'not-attested' OR lowers = 0)
    """

  private static func count(_ condition: String) -> String { "sum(CASE WHEN \(condition) THEN 1 ELSE 0 END)" }

  /// The pupils behind the numbers of those who fail or are not attested.
  static let analysedFailing = ReportQuery(
    name: "analysed-failing",
    meaning: "неуспевающие и не аттестованные ученики с предметами",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("class", .text, "класс"),
      Column("pupil", .text, "ученик", holds: .pupils),
      Column("category", .text, "разряд"),
      Column("subjects", .text, "предметы через запятую"),
    ],
    sql: """
      SELECT x.class, x.title, x.name, x.category_title, x.subjects
      FROM (
        SELECT p.class, c.title, p.rung, p.position, p.name, p.category_title,
          group_concat(s.name, ', ') OVER whole AS subjects,
          row_number() OVER (PARTITION BY p.class, p.pupil ORDER BY s.position) AS place
        FROM analysed_pupil p JOIN analysed_class c ON c.class = p.class
          JOIN analysed_mark m ON m.class = p.class AND m.pupil = p.pupil
            AND (m.is_failing = 1 OR (p.category = 'not-attested' AND m.mark = 'н/а'))
          JOIN analysed_subject s ON s.class = m.class AND s.subject = m.subject
        WHERE p.category IN ('failing', 'not-attested')
        WINDOW whole AS (PARTITION BY p.class, p.pupil ORDER BY s.position
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)) x
      WHERE x.place = 1 ORDER BY x.class, x.rung, x.position
      """)
}
