extension ReportQuery {
  /// The percentages that П 3.8 asks for, in its order and over the units it names: lessons for participation, pupils for
  /// marks. Other rules that count people follow.
  static let regulated = ReportQuery(
    name: "regulated",
    meaning: "показатели, названные в пункте 3.8 Положения, и другие показатели с числом людей",
    columns: [
      Column("title", .text, "показатель"),
      Column("part", .integer, "сколько таких"),
      Column("whole", .integer, "из скольких с определённым результатом; пусто, если показатель неприменим"),
      Column("share", .share, "доля; пусто, если не определено больше, чем определено"),
      Column("undetermined", .integer, "случаев, по которым вывод сделать нельзя"),
      Column(
        "note", .text,
        "примечание: причина неприменимости, чего и сколько не определено, «считаются учётные записи»; у долей нарушений — "
          + "«чем меньше, тем лучше»"),
    ],
    sql: """
      WITH \(regulatedFigures)
      SELECT title, part, whole, part, CASE WHEN is_telling = 1 THEN whole END, undetermined,
        CASE WHEN reason IS NOT NULL THEN 'не применяется: ' || reason
          ELSE substr(
            CASE WHEN counts_faults = 1 THEN '; чем меньше, тем лучше' ELSE '' END
              || CASE WHEN counts_accounts = 1 THEN '; считаются учётные записи' ELSE '' END
              || CASE WHEN undetermined = 0 THEN '' WHEN counts_pupils = 1
                THEN '; «Число» и «Из» — обучающиеся, а не определено ' || units || ': ' || undetermined
                ELSE '; не определено ' || units || ': ' || undetermined END
              || CASE WHEN is_telling = 0 AND whole > 0 THEN '; доли нет: не определено больше, чем определено'
                ELSE '' END, 3)
        END
      FROM figure ORDER BY turn, position
      """)

  /// `figure`: their rows.
  static let regulatedFigures = """
    asked (rule, turn, title) AS (VALUES
      ('lesson-not-entered', 1, 'Участие в работе: внесённые уроки'),
      ('teacher-inactive', 2, 'Участие в работе: учителя, вносившие записи'),
      ('pupil-without-marks', 3, 'Обучающиеся, у которых есть предмет без отметок'),
      ('pupil-with-one-mark', 4, 'Обучающиеся, у которых есть предмет с одной отметкой'),
      ('lesson-without-topic', 5, 'Учёт пройденного материала: уроки с записанной темой'),
      ('pupil-not-participating', 6, 'Участие обучающихся: заходили в электронный дневник'),
      ('parent-not-participating', 7, 'Участие родителей: заходили в электронный дневник')
    ),
    figure AS (
      SELECT coalesce(a.title, r.title || ': ' || r.people_label) AS title, coalesce(a.turn, 8) AS turn, r.position, r.rule,
        r.reason, r.undetermined, CASE WHEN r.people_checked > 0 THEN 1 ELSE 0 END AS counts_faults,
        r.units, CASE WHEN r.people_label IS NULL THEN 0 ELSE 1 END AS counts_pupils,
        CASE WHEN r.undetermined <= r.kept + r.broken + r.waived THEN 1 ELSE 0 END AS is_telling,
        CASE WHEN r.units LIKE 'учётных записей%' THEN 1 ELSE 0 END AS counts_accounts,
        CASE WHEN r.reason IS NULL THEN
          CASE WHEN r.people_label IS NULL THEN r.kept ELSE coalesce(r.people_broken, 0) END END AS part,
        CASE WHEN r.reason IS NULL THEN
          CASE WHEN r.people_label IS NULL THEN r.kept + r.broken + r.waived
            ELSE coalesce(r.people_checked, 0) END END AS whole
      FROM check_rule r LEFT JOIN asked a ON a.rule = r.rule
      WHERE r.registered_check = :check AND (a.rule IS NOT NULL OR r.people_label IS NOT NULL)
    )
    """
}
