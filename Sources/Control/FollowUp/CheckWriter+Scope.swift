import Journal

extension CheckWriter {
  /// Classes and teachers that were judged or have a lesson in the window, with their open findings that no waiver accepts: those whom the
  /// tables of a report tell of.
  func writeClassesAndTeachers(_ id: Int64) throws {
    let open = "waiver IS NULL AND f.state IN ('new', 'repeated', 'known')"
    let units = "l.held_on BETWEEN :from AND :to AND \(RuleSQL.isShown("l"))"
    let scope = result.scope
    let ofClasses = scope?.classes.map { "AND l.study_class IN (\(Self.list($0.map(\.id))))" } ?? ""
    let ofTeachers = scope?.teachers.map { "AND m.teacher IN (\(Self.list($0.map(\.id))))" } ?? ""
    let isTaught =
      ofTeachers.isEmpty
      ? ""
      : "AND EXISTS (SELECT 1 FROM teacher_set_member m WHERE m.teacher_set = l.teacher_set \(ofTeachers))"
    // A report of one teacher's lessons is not for the class teachers to sign.
    let ofHeads =
      scope?.teachers.map { "CASE WHEN t.id IN (\(Self.list($0.map(\.id)))) THEN t.name END" } ?? "t.name"
    let judged = result.judged
    var parameters = result.window.parameters
    parameters["id"] = id
    for sql in [
      """
      INSERT INTO check_class
      SELECT :id, row_number() OVER (ORDER BY c.grade, c.letter, c.title, c.id), c.id, c.title,
        \(ofHeads),
        coalesce(w.lessons, 0),
        (SELECT count(*) FROM finding f WHERE f.registered_check = :id AND f.study_class = c.id AND f.\(open))
      FROM study_class c LEFT JOIN teacher t ON t.id = c.head_teacher
        LEFT JOIN (SELECT coalesce(x.same_as, x.id) AS study_class, count(*) AS lessons
          FROM lesson l JOIN study_class x ON x.id = l.study_class
          WHERE \(units) \(ofClasses) \(isTaught) GROUP BY 1) w ON w.study_class = c.id
      WHERE w.lessons > 0
        OR c.id IN (SELECT coalesce(x.same_as, x.id) FROM study_class x WHERE x.id IN (\(Self.list(judged.classes.ids))))
      """,
      """
      INSERT INTO check_teacher
      SELECT :id, row_number() OVER (ORDER BY t.name, t.id), t.id, t.name, coalesce(w.lessons, 0),
        (SELECT count(*) FROM finding_teacher ft
          JOIN finding f ON f.registered_check = ft.registered_check AND f.position = ft.finding
          WHERE ft.registered_check = :id AND ft.teacher = t.id AND f.\(open))
      FROM teacher t
        LEFT JOIN (SELECT coalesce(x.same_as, x.id) AS teacher, count(DISTINCT l.id) AS lessons
          FROM lesson l JOIN teacher_set_member m ON m.teacher_set = l.teacher_set JOIN teacher x ON x.id = m.teacher
          WHERE \(units) \(ofClasses) \(ofTeachers) GROUP BY 1) w ON w.teacher = t.id
      WHERE w.lessons > 0 OR (t.id IN (SELECT coalesce(x.same_as, x.id) FROM teacher x
          WHERE x.id IN (\(Self.list(judged.teachers.ids)))
            OR x.id IN (SELECT m.teacher FROM teacher_set_member m
              WHERE m.teacher_set IN (\(Self.list(judged.teacherSets.ids)))))
        \(scope?.teachers.map { "AND t.id IN (\(Self.list($0.map(\.id))))" } ?? ""))
      """,
    ] {
      let statement = try database.prepare(sql)
      try statement.bind(parameters)
      try statement.run()
    }
  }

  private static func list(_ ids: [Int64]) -> String { ids.map(String.init).joined(separator: ", ") }
}
