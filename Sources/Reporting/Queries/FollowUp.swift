extension ReportQuery {
  /// What became of the earlier remarks, a row a rule. The share is put right / (put right + not put right): what cannot
  /// be mended, was accepted or has gone from the journal is no one's arrears.
  static let followUp = ReportQuery(
    name: "follow-up",
    meaning: "устранение замечаний прошлых проверок по показателям",
    columns: [
      Column("title", .text, "показатель"),
      Column("clause", .text, "пункт Положения или Регламента"),
      Column("earlier", .integer, "было замечаний"),
      Column("put-right", .integer, "устранено"),
      Column("put-right-late", .integer, "из них с опозданием"),
      Column("not-put-right", .integer, "не устранено"),
      Column("share", .share, "доля устранённых среди тех, что можно было устранить"),
      Column("known", .integer, "исправить нельзя"),
      Column("waived", .integer, "принято по решению школы"),
      Column("gone", .integer, "запись исчезла из журнала"),
      Column("new", .integer, "новых замечаний"),
    ],
    sql: """
      WITH counted AS (
        SELECT f.rule, coalesce(r.title, f.rule) AS title, coalesce(r.clause, '') AS clause,
          coalesce(r.position, 1000000) AS position,
          count(*) FILTER (WHERE f.state <> 'new') AS earlier,
          count(*) FILTER (WHERE f.state IN ('put-right', 'put-right-late')) AS done,
          count(*) FILTER (WHERE f.state = 'put-right-late') AS late,
          count(*) FILTER (WHERE f.state = 'repeated' AND f.waiver IS NULL) AS open,
          count(*) FILTER (WHERE f.state = 'known' AND f.waiver IS NULL) AS known,
          count(*) FILTER (WHERE f.state IN ('repeated', 'known') AND f.waiver IS NOT NULL) AS waived,
          count(*) FILTER (WHERE f.state = 'gone') AS gone,
          count(*) FILTER (WHERE f.state = 'new' AND f.waiver IS NULL) AS new
        FROM finding f
        LEFT JOIN check_rule r ON r.registered_check = f.registered_check AND r.rule = f.rule
        WHERE f.registered_check = :check
        GROUP BY f.rule, r.title, r.clause, r.position
      )
      SELECT title, clause, earlier, done, late, open, done, done + open, known, waived, gone, new
      FROM counted WHERE earlier > 0 ORDER BY position, rule
      """)
}
