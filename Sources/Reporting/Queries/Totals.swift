extension ReportQuery {
  /// Counts for running text and for conditions; the tables are counted by the same words (`RemarkSQL`).
  static let totals = ReportQuery(
    name: "totals",
    meaning: "итоги проверки",
    isSingleRow: true,
    columns: [
      Column("rules", .integer, "показателей в проверке"),
      Column("applicable", .integer, "из них применимых"),
      Column("not-applicable", .integer, "из них неприменимых"),
      Column("decided", .integer, "показателей хотя бы с одним определённым результатом"),
      Column("undetermined", .integer, "случаев, по которым вывод сделать нельзя"),
      Column("norms", .integer, "показателей с нормами"),
      Column("regulated", .integer, "показателей в запросе regulated"),
      Column("people", .integer, "показателей с числом людей"),
      Column("accounts", .integer, "показателей, в которых считаются учётные записи"),
      Column("findings", .integer, "действующих замечаний вместе со сведениями"),
      Column("remarks", .integer, "из них замечаний"),
      Column("notes", .integer, "из них сведений, которые не являются замечаниями"),
      Column("by-teacher", .integer, "из них в таблице по учителям"),
      Column("shared", .integer, "из них относящихся к нескольким учителям"),
      Column("by-class", .integer, "из них в таблице по классам"),
      Column("new", .integer, "из них новых"),
      Column("repeated", .integer, "из них повторных"),
      Column("known", .integer, "из них известных, которые исправить нельзя"),
      Column("current", .integer, "из них за период контроля: столько же нарушений"),
      Column("carried", .integer, "из них за дни до периода контроля"),
      Column("waived", .integer, "замечаний, принятых по решению школы"),
      Column(
        "told", .integer, "известных ранее до периода контроля, которые исправить нельзя: в таблицах не повторяются"),
      Column("put-right", .integer, "устранено ранее выявленных замечаний"),
      Column("put-right-late", .integer, "из них с опозданием"),
      Column("earlier-known", .integer, "ранее выявленных, которые исправить нельзя"),
      Column("earlier-waived", .integer, "ранее выявленных, принятых по решению школы"),
      Column("gone", .integer, "ранее выявленных, чьи записи исчезли из журнала"),
      Column("earlier", .integer, "замечаний прошлых проверок, проверенных вновь"),
      Column("put-right-share", .share, "доля устранённых среди тех, что можно было устранить"),
      Column("classes-with-remarks", .integer, "классов с замечаниями"),
      Column("classes-without-remarks", .integer, "классов без замечаний"),
      Column("teachers-with-remarks", .integer, "учителей с замечаниями"),
      Column("teachers-without-remarks", .integer, "учителей без замечаний"),
    ],
    sql: """
      WITH \(RemarkSQL.remark),
      \(regulatedFigures),
      applied AS (SELECT * FROM check_rule WHERE registered_check = :check),
      told AS (SELECT * FROM finding WHERE registered_check = :check),
      fixed AS (
        SELECT count(*) FILTER (WHERE state IN ('put-right', 'put-right-late')) AS done,
          count(*) FILTER (WHERE state = 'repeated' AND waiver IS NULL) AS open
        FROM told
      ),
      marked_class AS (
        SELECT k.position, EXISTS (
          SELECT 1 FROM remark f WHERE f.study_class = k.study_class AND f.severity <> 'note') AS has_remarks
        FROM check_class k WHERE k.registered_check = :check
      ),
      marked_teacher AS (
        SELECT t.position, EXISTS (
          SELECT 1 FROM finding_teacher ft JOIN remark f ON f.position = ft.finding
          WHERE ft.registered_check = :check AND ft.teacher = t.teacher AND f.severity <> 'note') AS has_remarks
        FROM check_teacher t WHERE t.registered_check = :check
      )
      SELECT
        (SELECT count(*) FROM applied),
        (SELECT count(*) FROM applied WHERE reason IS NULL),
        (SELECT count(*) FROM applied WHERE reason IS NOT NULL),
        (SELECT count(*) FROM applied WHERE kept + broken + waived > 0),
        (SELECT coalesce(sum(undetermined), 0) FROM applied),
        (SELECT count(*) FROM applied WHERE norms <> '' AND reason IS NULL),
        (SELECT count(*) FROM figure),
        (SELECT count(*) FROM applied WHERE people_label IS NOT NULL AND reason IS NULL),
        (SELECT count(*) FROM figure WHERE counts_accounts = 1 AND reason IS NULL),
        (SELECT count(*) FROM remark),
        (SELECT count(*) FROM remark WHERE severity <> 'note'),
        (SELECT count(*) FROM remark WHERE severity = 'note'),
        (SELECT count(*) FROM remark WHERE listing = 'teacher'),
        (SELECT count(*) FROM remark f WHERE f.listing = 'teacher' AND (
          SELECT count(*) FROM finding_teacher ft WHERE ft.registered_check = :check AND ft.finding = f.position) > 1),
        (SELECT count(*) FROM remark WHERE listing = 'class'),
        (SELECT count(*) FROM remark WHERE state = 'new'),
        (SELECT count(*) FROM remark WHERE state = 'repeated'),
        (SELECT count(*) FROM remark WHERE state = 'known'),
        (SELECT count(*) FROM remark WHERE is_carried = 0),
        (SELECT count(*) FROM remark WHERE is_carried = 1),
        (SELECT count(*) FROM told WHERE waiver IS NOT NULL AND state IN ('new', 'repeated', 'known')),
        (SELECT count(*) FROM told WHERE waiver IS NULL AND state = 'known' AND is_carried = 1),
        (SELECT done FROM fixed),
        (SELECT count(*) FROM told WHERE state = 'put-right-late'),
        (SELECT count(*) FROM told WHERE waiver IS NULL AND state = 'known'),
        (SELECT count(*) FROM told WHERE waiver IS NOT NULL AND state IN ('repeated', 'known')),
        (SELECT count(*) FROM told WHERE state = 'gone'),
        (SELECT count(*) FROM told WHERE state <> 'new'),
        (SELECT done FROM fixed), (SELECT done + open FROM fixed),
        (SELECT count(*) FROM marked_class WHERE has_remarks = 1),
        (SELECT count(*) FROM marked_class WHERE has_remarks = 0),
        (SELECT count(*) FROM marked_teacher WHERE has_remarks = 1),
        (SELECT count(*) FROM marked_teacher WHERE has_remarks = 0)
      """)
}
