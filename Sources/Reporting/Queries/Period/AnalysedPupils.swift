extension ReportQuery {
  /// The pupils of each class on the day of counting, by name.
  static let analysedPupils = ReportQuery(
    name: "analysed-pupils",
    meaning: "ученики классов с итогами",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("pupil-key", .integer, "обозначение ученика для match и cross"),
      Column("class", .text, "класс"),
      Column("pupil", .text, "ученик", holds: .pupils),
      Column("category", .text, "разряд: «На «4» и «5»»"),
      Column("fives", .integer, "отметок «5»"),
      Column("fours", .integer, "отметок «4»"),
      Column("threes", .integer, "отметок «3»"),
      Column("twos", .integer, "отметок «2» и «1»"),
      Column("not-attested", .integer, "не аттестован по стольким предметам"),
      Column("mean", .decimal, "средний балл"),
      Column("lessons", .integer, "проведено для него уроков"),
      Column("missed-lessons", .integer, "из них пропущено"),
      Column("days", .integer, "учебных дней"),
      Column("missed-days", .integer, "из них пропущено целиком"),
      Column("late", .integer, "опозданий"),
      Column(
        "pupil-of-class", .text, "ученик и класс: «Абрамов Илья, 5А», у однофамильцев с distinction", holds: .pupils),
      Column("head-teacher", .text, "классный руководитель", holds: .staff),
      Column("from", .date, "первый день периода"),
      Column("to", .date, "последний день периода"),
      Column("graded", .integer, "1, если отметки ставятся, и 0 в первом классе"),
      Column(
        "distinction", .text,
        "чем отличается от полного тёзки в классе: «14.03.2014 г. р.» или номер хранилища «№ 31»; пусто, если тёзки нет",
        holds: .pupils),
      Column("final-mean", .decimal, "средний балл выставленных итоговых отметок"),
    ],
    // A name put in the pupil's place hides what tells namesakes apart, too.
    sql: """
      WITH told AS (
        SELECT a.class, a.position,
          CASE WHEN a.name = b.name AND count(*) OVER same > 1 THEN
            CASE WHEN count(b.birth_date) OVER same = count(*) OVER same
              AND count(*) OVER (PARTITION BY a.class, a.name, b.birth_date) = 1
            THEN strftime('%d.%m.%Y', b.birth_date * 86400, 'unixepoch') || ' г. р.' ELSE '№ ' || a.pupil END
          END AS distinction
        FROM analysed_pupil a LEFT JOIN pupil b ON b.id = a.pupil
        WINDOW same AS (PARTITION BY a.class, a.name)
      ), given AS (
        SELECT class, pupil, sum(grade) AS mark_sum, count(grade) AS grades FROM analysed_mark WHERE outcome = 'given'
        GROUP BY class, pupil
      )
      SELECT p.class, p.pupil, c.title, p.name, p.category_title, p.fives, p.fours, p.threes, p.twos, p.not_attested,
        CASE WHEN p.grades > 0 THEN (200 * p.mark_sum + p.grades) / (2 * p.grades) END, p.lessons, p.missed_lessons,
        p.days, p.missed_days, p.late,
        p.name || ', ' || c.title || coalesce(', ' || t.distinction, ''), c.head_teacher, c.from_day, c.to_day,
        c.is_graded, t.distinction,
        CASE WHEN g.grades > 0 THEN (200 * g.mark_sum + g.grades) / (2 * g.grades) END
      FROM analysed_pupil p JOIN analysed_class c ON c.class = p.class
        JOIN told t ON t.class = p.class AND t.position = p.position
        LEFT JOIN given g ON g.class = p.class AND g.pupil = p.pupil
      ORDER BY p.class, p.position
      """)
}
