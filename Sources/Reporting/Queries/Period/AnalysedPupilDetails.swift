extension ReportQuery {
  /// A pupil's subjects with every mark of the period: the extract for the parents (П 2.4, 2.5).
  static let analysedPupilSubjects = ReportQuery(
    name: "analysed-pupil-subjects",
    meaning: "предметы каждого ученика со всеми отметками периода",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("pupil-key", .integer, "обозначение ученика для match"),
      Column("subject", .text, "предмет"),
      Column("teachers", .text, "учителя через запятую", holds: .staff),
      Column("marks", .text, "отметки с датами: «5 (12.09), 4 (19.09)»"),
      Column("count", .integer, "сколько их"),
      Column("current-mean", .decimal, "средний балл по текущим отметкам"),
      Column("mark", .mark, "итоговая отметка; со знаком «?» — предсказана по текущим"),
      Column("lessons", .integer, "проведено уроков"),
      Column("missed", .integer, "из них пропущено"),
      Column("final-mark", .mark, "выставленная итоговая отметка; пусто, если её ещё нет"),
    ],
    sql: """
      WITH listed AS (
        SELECT class, pupil, subject, group_concat(value || ' (' || strftime('%d.%m', day * 86400, 'unixepoch') || ')', ', ')
            OVER whole AS marks, count(*) OVER whole AS marks_count,
          row_number() OVER (PARTITION BY class, pupil, subject ORDER BY day, number, ordinal, value) AS place
        FROM analysed_given
        WINDOW whole AS (PARTITION BY class, pupil, subject ORDER BY day, number, ordinal, value
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
      )
      SELECT m.class, m.pupil, s.name, m.teachers, g.marks, coalesce(g.marks_count, 0),
        CASE WHEN m.current_count > 0 THEN (200 * m.current_sum + m.current_count) / (2 * m.current_count) END, m.mark,
        m.held, m.missed, CASE WHEN m.outcome <> 'forecast' THEN m.mark END
      FROM analysed_mark m JOIN analysed_pupil p ON p.class = m.class AND p.pupil = m.pupil
        JOIN analysed_subject s ON s.class = m.class AND s.subject = m.subject
        LEFT JOIN listed g ON g.class = m.class AND g.pupil = m.pupil AND g.subject = m.subject AND g.place = 1
      ORDER BY m.class, p.position, s.position
      """)

  /// The lessons that each pupil missed, by day.
  static let analysedAbsences = ReportQuery(
    name: "analysed-absences",
    meaning: "пропуски каждого ученика по дням",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("pupil-key", .integer, "обозначение ученика для match"),
      Column("date", .date, "день"),
      Column("lessons", .integer, "пропущено уроков"),
      Column("subjects", .text, "предметы через запятую"),
      Column("reason", .text, "причина; разные — через запятую", holds: .causes),
    ],
    sql: """
      WITH told AS (
        SELECT x.class, x.pupil, x.day, group_concat(x.reason, ', ') OVER whole AS reasons,
          row_number() OVER (PARTITION BY x.class, x.pupil, x.day ORDER BY x.reason) AS place
        FROM (SELECT DISTINCT class, pupil, day, reason FROM analysed_missed) x
        WINDOW whole AS (PARTITION BY x.class, x.pupil, x.day ORDER BY x.reason
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
      ), listed AS (
        SELECT a.class, a.pupil, a.day, group_concat(a.subject_name, ', ') OVER whole AS subjects,
          count(*) OVER whole AS lessons,
          row_number() OVER (PARTITION BY a.class, a.pupil, a.day ORDER BY a.number, a.subject_name) AS place
        FROM analysed_missed a
        WINDOW whole AS (PARTITION BY a.class, a.pupil, a.day ORDER BY a.number, a.subject_name
          ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING)
      )
      SELECT l.class, l.pupil, l.day, l.lessons, l.subjects, t.reasons
      FROM listed l JOIN told t ON t.class = l.class AND t.pupil = l.pupil AND t.day = l.day AND t.place = 1
        JOIN analysed_pupil p ON p.class = l.class AND p.pupil = l.pupil
      WHERE l.place = 1 ORDER BY l.class, p.position, l.day
      """)

  /// What was set for home in the last two weeks.
  static let analysedHomework = ReportQuery(
    name: "analysed-homework",
    meaning: "домашние задания каждого ученика за последние две недели",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match"),
      Column("pupil-key", .integer, "обозначение ученика для match"),
      Column("date", .date, "день урока"),
      Column("subject", .text, "предмет"),
      Column("homework", .text, "задание"),
    ],
    sql: """
      SELECT h.class, h.pupil, h.day, h.subject_name, h.text
      FROM analysed_homework h JOIN analysed_pupil p ON p.class = h.class AND p.pupil = h.pupil
      ORDER BY h.class, p.position, h.day, h.number, h.subject_name, h.text
      """)
}
