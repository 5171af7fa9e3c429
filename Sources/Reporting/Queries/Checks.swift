extension ReportQuery {
  /// The registered checks up to this one, oldest first; counted as `zavuch checks` counts.
  static let checks = ReportQuery(
    name: "checks", meaning: "зарегистрированные проверки до этой включительно", source: .checks,
    columns: checkColumns, sql: checkSQL(where: ""))

  /// Those of the school year of this one.
  static let yearChecks = ReportQuery(
    name: "year-checks", meaning: "зарегистрированные проверки того же учебного года до этой включительно",
    source: .checks, columns: checkColumns, sql: checkSQL(where: "AND c.as_of >= \(CheckSQL.yearStart)"))

  private static let checkColumns = [
    Column("number", .integer, "номер проверки"),
    Column("as-of", .date, "контрольная дата"),
    Column("from", .date, "первый день периода контроля"),
    Column("to", .date, "последний день периода контроля"),
    Column("classes", .integer, "проверено классов"),
    Column("teachers", .integer, "проверено учителей"),
    Column("lessons", .integer, "уроков в периоде контроля"),
    Column("kept", .integer, "соблюдено, по всем показателям"),
    Column("judged", .integer, "случаев с определённым результатом"),
    Column("share", .share, "доля соблюдённых; нет, если не определено больше, чем определено"),
    Column("undetermined", .integer, "не определено"),
    Column("findings", .integer, "замечаний вместе с принятыми и сведениями: новых, повторных, известных"),
    Column("new", .integer, "из них новых"),
    Column("repeated", .integer, "из них повторных"),
    Column("known", .integer, "из них известных, которые исправить нельзя"),
    Column("put-right", .integer, "устранено ранее выявленных"),
    Column("gone", .integer, "запись исчезла из журнала"),
    Column("sources", .integer, "использовано выгрузок"),
  ]

  private static func checkSQL(where condition: String) -> String {
    """
    WITH \(CheckSQL.listed(condition)),
    judged AS (
      SELECT r.registered_check AS id, sum(r.kept) AS kept, sum(r.kept + r.broken + r.waived) AS judged,
        sum(r.undetermined) AS undetermined
      FROM check_rule r GROUP BY r.registered_check
    ),
    told AS (
      SELECT f.registered_check AS id, count(*) FILTER (WHERE f.state = 'new') AS new,
        count(*) FILTER (WHERE f.state = 'repeated') AS repeated, count(*) FILTER (WHERE f.state = 'known') AS known,
        count(*) FILTER (WHERE f.state IN ('put-right', 'put-right-late')) AS put_right,
        count(*) FILTER (WHERE f.state = 'gone') AS gone
      FROM finding f GROUP BY f.registered_check
    )
    SELECT c.id, c.as_of, c.from_day, c.to_day,
      (SELECT count(*) FROM check_class k WHERE k.registered_check = c.id),
      (SELECT count(*) FROM check_teacher t WHERE t.registered_check = c.id),
      (SELECT coalesce(sum(k.lessons), 0) FROM check_class k WHERE k.registered_check = c.id),
      coalesce(j.kept, 0), coalesce(j.judged, 0), coalesce(j.kept, 0),
      CASE WHEN coalesce(j.undetermined, 0) <= coalesce(j.judged, 0) THEN coalesce(j.judged, 0) END,
      coalesce(j.undetermined, 0), coalesce(t.new + t.repeated + t.known, 0), coalesce(t.new, 0),
      coalesce(t.repeated, 0), coalesce(t.known, 0), coalesce(t.put_right, 0), coalesce(t.gone, 0),
      (SELECT count(*) FROM check_source s WHERE s.registered_check = c.id)
    FROM listed c LEFT JOIN judged j ON j.id = c.id LEFT JOIN told t ON t.id = c.id
    ORDER BY c.as_of, c.to_day, c.from_day
    """
  }
}
