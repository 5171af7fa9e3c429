extension ReportQuery {
  /// How many marks a class has gathered in each subject (П 6.2; DOMAIN 3.3).
  static let analysedAccumulation = ReportQuery(
    name: "analysed-accumulation",
    meaning: "накопляемость отметок: классы по предметам",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match и cross"),
      Column("subject-key", .integer, "обозначение предмета для match и cross"),
      Column("class", .text, "класс"),
      Column("subject", .text, "предмет"),
      Column("teachers", .text, "учителя через запятую", holds: .staff),
      Column("pupils", .integer, "учеников, у которых шли уроки предмета"),
      Column("marks", .integer, "текущих отметок за период"),
      Column("marks-per-pupil", .decimal, "отметок на ученика"),
      Column("least", .integer, "наименьшее число отметок у ученика"),
      Column("without-marks", .integer, "учеников без отметок"),
      Column("with-one-mark", .integer, "учеников с одной отметкой"),
    ],
    sql: """
      WITH counted AS (
        SELECT m.class, m.subject, m.pupil, count(g.value) AS marks
        FROM analysed_mark m
          LEFT JOIN analysed_given g ON g.class = m.class AND g.pupil = m.pupil AND g.subject = m.subject
        WHERE m.held > 0 GROUP BY m.class, m.subject, m.pupil
      )
      SELECT n.class, n.subject, c.title, s.name, s.teachers, count(*), sum(n.marks),
        (200 * sum(n.marks) + count(*)) / (2 * count(*)), min(n.marks), sum(CASE n.marks WHEN 0 THEN 1 ELSE 0 END),
        sum(CASE n.marks WHEN 1 THEN 1 ELSE 0 END)
      FROM counted n JOIN analysed_class c ON c.class = n.class AND c.is_graded = 1
        JOIN analysed_subject s ON s.class = n.class AND s.subject = n.subject
      GROUP BY n.class, n.subject, c.title, s.name, s.teachers, s.position
      ORDER BY n.class, s.position
      """)

  /// The subjects of all classes: columns of a table over the school.
  static let analysedSchoolSubjects = ReportQuery(
    name: "analysed-school-subjects",
    meaning: "предметы разобранных классов с отметками, каждый один раз",
    source: .period,
    columns: [
      Column("subject-key", .integer, "обозначение предмета для cross"),
      Column("subject", .text, "предмет"),
    ],
    sql: """
      SELECT s.subject, min(s.name) AS name
      FROM analysed_subject s JOIN analysed_class c ON c.class = s.class AND c.is_graded = 1
      GROUP BY s.subject ORDER BY name, s.subject
      """)

  /// The classes in which marks are given: rows of a table over the school.
  static let analysedGradedClasses = ReportQuery(
    name: "analysed-graded-classes",
    meaning: "разобранные классы, в которых ставятся отметки, с накопляемостью",
    source: .period,
    columns: [
      Column("class-key", .integer, "обозначение класса для match и cross"),
      Column("class", .text, "класс"),
      Column("period", .text, "учебный период"),
      Column("pupils", .integer, "учеников"),
      Column("pairs", .integer, "пар «ученик — предмет»"),
      Column("marks", .integer, "текущих отметок за период"),
      Column("marks-per-pupil", .decimal, "отметок на ученика по предмету"),
      Column("without-marks", .integer, "пар без отметок"),
      Column("with-one-mark", .integer, "пар с одной отметкой"),
      Column("without-marks-share", .share, "доля пар без отметок", of: ("without-marks", "pairs")),
      Column("with-one-mark-share", .share, "доля пар с одной отметкой", of: ("with-one-mark", "pairs")),
    ],
    sql: """
      WITH counted AS (
        SELECT m.class, m.subject, m.pupil, count(g.value) AS marks
        FROM analysed_mark m
          LEFT JOIN analysed_given g ON g.class = m.class AND g.pupil = m.pupil AND g.subject = m.subject
        WHERE m.held > 0 GROUP BY m.class, m.subject, m.pupil
      ), summed AS (
        SELECT class, count(*) AS pairs, sum(marks) AS marks, sum(CASE marks WHEN 0 THEN 1 ELSE 0 END) AS none,
          sum(CASE marks WHEN 1 THEN 1 ELSE 0 END) AS one
        FROM counted GROUP BY class
      )
      SELECT c.class, c.title, c.period, c.pupils, coalesce(n.pairs, 0), coalesce(n.marks, 0),
        (200 * n.marks + n.pairs) / (2 * n.pairs), coalesce(n.none, 0), coalesce(n.one, 0),
        n.none, n.pairs, n.one, n.pairs
      FROM analysed_class c LEFT JOIN summed n ON n.class = c.class
      WHERE c.is_graded = 1 ORDER BY c.class
      """)
}
