extension ReportQuery {
  /// Who is made known of the results (П 6.3): teachers with remarks, and class teachers of classes with remarks. A
  /// class teacher is known by name only, hence one row a name.
  static let acquaintance = ReportQuery(
    name: "acquaintance",
    meaning: "кого ознакомить с результатами: учителя с замечаниями и классные руководители классов с замечаниями",
    columns: [
      Column("person", .text, "фамилия и инициалы", holds: .staff),
      Column("remarks", .integer, "замечаний у него как у учителя; пусто, если нет"),
      Column("classes", .text, "его классы с замечаниями через запятую; пусто, если нет"),
    ],
    sql: """
      WITH \(RemarkSQL.remark),
      taught AS (
        SELECT ft.name AS person, count(*) AS remarks
        FROM remark f JOIN finding_teacher ft ON ft.registered_check = :check AND ft.finding = f.position
        WHERE f.severity <> 'note' GROUP BY ft.name
      ),
      headed AS (
        SELECT k.head_teacher AS person, k.title, k.position FROM check_class k
        WHERE k.registered_check = :check AND k.head_teacher <> ''
          AND EXISTS (SELECT 1 FROM remark f WHERE f.study_class = k.study_class AND f.severity <> 'note')
      ),
      listed AS (
        SELECT person, row_number() OVER by_place AS turn,
          group_concat(title, ', ') OVER (by_place ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING) AS classes
        FROM headed
        WINDOW by_place AS (PARTITION BY person ORDER BY position)
      ),
      people AS (SELECT person FROM taught UNION SELECT person FROM headed)
      SELECT p.person, t.remarks, l.classes
      FROM people p
      LEFT JOIN taught t ON t.person = p.person
      LEFT JOIN listed l ON l.person = p.person AND l.turn = 1
      ORDER BY p.person
      """)
}
