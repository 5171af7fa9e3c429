extension ReportQuery {
  /// The registered check itself and the one before it.
  static let check = ReportQuery(
    name: "check",
    meaning: "сведения о проверке и о предыдущей проверке",
    isSingleRow: true,
    columns: [
      Column("as-of", .date, "контрольная дата"),
      Column("from", .date, "первый день периода контроля"),
      Column("to", .date, "последний день периода контроля"),
      Column("classes", .integer, "проверено классов: с уроком в периоде контроля или с проверенными случаями"),
      Column("classes-with-journals", .integer, "из них с уроками или учениками в выгрузках"),
      Column("classes-without-journals", .integer, "из них без уроков и учеников в выгрузках"),
      Column(
        "subjects-without-journals", .integer,
        "пар «класс — предмет» с планом, журналов которых нет в выгрузках, у классов, чьи другие журналы есть"),
      Column("teachers", .integer, "проверено учителей, так же"),
      Column("lessons", .integer, "уроков в периоде контроля"),
      Column("sources", .integer, "использовано выгрузок"),
      Column("moments", .integer, "разных моментов, до которых доходят эти выгрузки"),
      Column("first-snapshot", .moment, "момент, до которого доходит самая ранняя выгрузка"),
      Column("last-snapshot", .moment, "момент, до которого доходит самая поздняя выгрузка"),
      Column("inputs-digest", .text, "контрольная сумма исходных данных, правил и норм"),
      Column("previous-as-of", .date, "контрольная дата предыдущей проверки; пусто, если её не было"),
      Column("previous-from", .date, "первый день её периода"),
      Column("previous-to", .date, "последний день её периода"),
    ],
    sql: """
      SELECT c.as_of, c.from_day, c.to_day,
        (SELECT count(*) FROM check_class k WHERE k.registered_check = c.id),
        (SELECT count(*) FROM check_class k WHERE k.registered_check = c.id
          AND k.study_class IN (\(haveJournals))),
        (SELECT count(*) FROM check_class k WHERE k.registered_check = c.id
          AND k.study_class NOT IN (\(haveJournals))),
        (SELECT count(*) FROM (\(missingJournals)) m JOIN check_class k ON k.study_class = m.study_class
          WHERE k.registered_check = c.id),
        (SELECT count(*) FROM check_teacher t WHERE t.registered_check = c.id),
        (SELECT coalesce(sum(k.lessons), 0) FROM check_class k WHERE k.registered_check = c.id),
        (SELECT count(*) FROM check_source s WHERE s.registered_check = c.id),
        (SELECT count(DISTINCT s.taken_at) FROM check_source s WHERE s.registered_check = c.id),
        (SELECT min(s.taken_at) FROM check_source s WHERE s.registered_check = c.id),
        (SELECT max(s.taken_at) FROM check_source s WHERE s.registered_check = c.id),
        c.inputs_digest, p.as_of, p.from_day, p.to_day
      FROM registered_check c
      LEFT JOIN registered_check p ON p.id = c.previous
      WHERE c.id = :check
      """)
}
