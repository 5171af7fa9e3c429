import Journal

extension EvidenceReader {
  func classHour(_ item: Int64) throws -> [EvidenceFact] {
    try [
      ("Классный час: тема", "coalesce(h.topic, '')"), ("Классный час: направление", "coalesce(h.direction, '')"),
      (
        "Классный час: посещаемость",
        "CASE h.attendance_taken WHEN 1 THEN 'отмечена' WHEN 0 THEN 'не отмечена' ELSE '' END"
      ),
    ].flatMap { title, value in
      try read(
        .classHour,
        """
        SELECT '\(title)', \(value), NULL, NULL, NULL, NULL, NULL, h.sheet, h.sheet_row, 0, h.day
        FROM class_hour h WHERE h.id = ?1
        """, [item])
    }
  }

  /// The rows of the plan up to as-of, and the lessons that were held by it.
  func plan(_ studyClass: Int64, _ subject: Int64) throws -> [EvidenceFact] {
    let list = "coalesce(c.same_as, c.id) = ?1 AND coalesce(s.same_as, s.id) = ?2"
    return try read(
      .plan,
      """
      SELECT 'План, урок № ' || r.number, coalesce(r.topic, ''), NULL, NULL, NULL, NULL, NULL, r.sheet, r.sheet_row, 0, r.day
      FROM plan_row r JOIN study_class c ON c.id = r.study_class JOIN subject s ON s.id = r.subject
      WHERE \(list) AND (r.day IS NULL OR r.day <= ?3) ORDER BY r.study_group, r.number, r.id
      """, [studyClass, subject, Int64(window.asOf.days)])
      + read(
        .lesson,
        """
        SELECT 'Урок', s.name, NULL, l.entry_from, l.entry_by, l.gone_from, l.gone_by, l.sheet, l.sheet_row,
          l.sheet_column, l.held_on
        FROM lesson l JOIN study_class c ON c.id = l.study_class JOIN subject s ON s.id = l.subject
        WHERE \(list) AND l.held_on >= ?3 AND \(shown) ORDER BY l.held_on, l.id
        """, [studyClass, subject, Int64(CivilDate.firstOfSchoolYear(window.asOf.schoolYear).days)])
  }

  /// The pupil's absences of the window, by any of the pupil's rows.
  func absences(_ rows: [Int64]) throws -> [EvidenceFact] {
    try read(
      .attendance,
      """
      SELECT 'Пропуск', a.code, a.raw, \(Self.interval("a")), a.sheet, a.sheet_row, a.sheet_column, l.held_on
      FROM lesson l JOIN attendance a ON a.lesson = l.id
      WHERE a.pupil IN (\(rows.map(String.init).joined(separator: ", "))) AND a.is_absence = 1
        AND l.held_on BETWEEN ?1 AND ?2 AND \(shown)
      ORDER BY l.held_on, l.id, a.pupil, a.version
      """, [Int64(window.from.days), Int64(window.to.days)])
  }
}
