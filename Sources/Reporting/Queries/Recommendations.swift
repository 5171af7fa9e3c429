extension ReportQuery {
  /// A row a rule with standing remarks: to whom, what, by when. Nothing stands here that no remark asks for; a school's
  /// own rule is told by its title.
  static let recommendations = ReportQuery(
    name: "recommendations",
    meaning: "рекомендации: строка на показатель, по которому есть действующие замечания",
    columns: [
      Column("addressee", .text, "кому, в дательном падеже"),
      Column("action", .text, "что сделать"),
      Column("title", .text, "показатель"),
      Column("clause", .text, "пункт Положения или Регламента"),
      Column("findings", .integer, "замечаний"),
      Column("mend-by", .date, "самый поздний срок; пусто, если исправить нельзя"),
    ],
    sql: """
      WITH \(RemarkSQL.remark),
      advice (rule, turn, action) AS (VALUES \(advice)),
      counted AS (
        SELECT rule, rule_title, clause, rule_position, count(*) AS findings, max(mend_by) AS mend_by
        FROM remark GROUP BY rule, rule_title, clause, rule_position
      )
      SELECT
        CASE a.turn WHEN 1 THEN 'Учителям-предметникам' WHEN 2 THEN 'Классным руководителям'
          WHEN 3 THEN 'Администрации школы' ELSE 'Ответственным лицам' END,
        coalesce(a.action, 'Устранить замечания по показателю «' || c.rule_title || '»'),
        c.rule_title, c.clause, c.findings, c.mend_by
      FROM counted c LEFT JOIN advice a ON a.rule = c.rule
      ORDER BY coalesce(a.turn, 4), c.rule_position, c.rule
      """)

  /// By rule: 1 to subject teachers, 2 to class teachers, 3 to the administration.
  private static let advice = """
    ('lesson-not-entered', 1, 'Внести в журнал записи о проведённых уроках'),
    ('teacher-inactive', 1, 'Возобновить работу с журналом и внести недостающие записи'),
    ('pupil-not-participating', 2,
      'Выяснить, почему обучающиеся не пользуются электронным дневником, и помочь им получить доступ'),
    ('parent-not-participating', 2,
      'Напомнить родителям (законным представителям) об электронном дневнике и помочь им получить доступ'),
    ('pupil-without-marks', 1, 'Опросить обучающихся, у которых нет отметок за учебный период, и выставить отметки'),
    ('pupil-with-one-mark', 1, 'Опросить обучающихся, у которых за учебный период только одна отметка'),
    ('marks-below-norm', 1, 'Довести количество отметок до нормы накопляемости'),
    ('written-work-overdue', 1,
      'Выставить недостающие отметки за письменные работы, впредь выставлять их в установленный срок'),
    ('final-mark-late', 1, 'Выставить недостающие итоговые отметки, впредь выставлять их в установленный срок'),
    ('final-mark-disagrees', 1,
      'Проверить итоговые отметки, которые расходятся со средним баллом, исправить их или обосновать'),
    ('mark-with-absence', 1,
      'Проверить отметки обучающихся, которые на том же уроке отмечены как отсутствующие, и устранить противоречие'),
    ('mark-in-ungraded-class', 1, 'Удалить отметки, выставленные там, где обучение безотметочное'),
    ('unsatisfactory-not-followed-up', 1,
      'Опросить обучающихся, которые получили отметку «2» и не были опрошены на следующих уроках'),
    ('lesson-entered-late', 1, 'Впредь вносить запись об уроке в день его проведения'),
    ('lesson-without-topic', 1, 'Записать темы проведённых уроков'),
    ('lesson-without-homework', 1, 'Записать домашние задания'),
    ('programme-behind-plan', 1, 'Устранить отставание от календарно-тематического планирования'),
    ('safety-briefing-missing', 1,
      'Провести инструктаж по технике безопасности, если он не был проведён, и записать его в журнал'),
    ('class-hour-incomplete', 2, 'Записать темы, направления и посещаемость классных часов'),
    ('attendance-not-recorded', 1, 'Отметить посещаемость уроков'),
    ('attendance-contradiction', 2,
      'Сверить посещаемость с учителями-предметниками и исправить противоречивые записи'),
    ('absence-reason-missing', 2, 'Выяснить и указать причины пропусков'),
    ('absent-too-often', 2,
      'Выяснить причины частых пропусков уроков и сообщить о них родителям (законным представителям)'),
    ('timetable-not-posted', 2, 'Разместить расписание уроков'),
    ('class-list-not-verified', 2, 'Сверить списки классов и подтвердить сверку'),
    ('consent-missing', 2, 'Получить недостающие согласия на обработку персональных данных'),
    ('document-missing', 3, 'Оформить недостающие документы'),
    ('control-too-rare', 3, 'Проводить контроль ведения журнала с установленной периодичностью'),
    ('paper-journal-disagrees', 1, 'Сверить электронный журнал с бумажным и устранить расхождения'),
    ('waiver-expired', 3, 'Пересмотреть решения о принятых замечаниях, срок действия которых истёк')
    """
}
