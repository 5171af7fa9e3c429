import Journal

extension ApplySession {
  /// A pupil without a day of admission whom earlier lists of the class do not name is in the class from the first list that
  /// does, or from the first mark or absence in a lesson of the class: nobody owes the newcomer marks of the weeks before.
  /// Told anew from what all snapshots show, so that the order of imports does not matter.
  ///
  /// Every journal that is the first to list the pupil must have listed others of the class before. A list read after its
  /// school year says nothing of a day in it.
  func findNewcomers() throws { try database.execute(Self.newcomers) }

  /// Of the pupils of a school year too, where temporary tables hide the others.
  static let newcomers = """
    UPDATE pupil SET class_from = listed.since
    FROM (
      SELECT pupil, CASE WHEN min(is_after_others) = 1
        THEN min(shown_from / 86400, coalesce(
          (SELECT min(e.held_on) FROM lesson e
            WHERE e.study_class = own.study_class AND e.held_on < shown_from / 86400
              AND (EXISTS (SELECT 1 FROM mark m WHERE m.lesson = e.id AND m.pupil = own.pupil)
                OR EXISTS (SELECT 1 FROM attendance a WHERE a.lesson = e.id AND a.pupil = own.pupil))),
          shown_from / 86400)) END AS since
      FROM (
        SELECT p.id AS pupil, p.study_class, l.shown_from, min(l.shown_from) OVER (PARTITION BY p.id) AS first_shown,
          CASE WHEN p.enrolled_on IS NULL AND l.shown_from < unixepoch((j.school_year + 1) || '-09-01')
            AND EXISTS (SELECT 1 FROM coverage v
              WHERE v.kind = \(FactKind.pupil.rawValue) AND v.study_class = p.study_class AND v.journal = l.journal
                AND v.is_whole = 1 AND v.taken_at < l.shown_from) THEN 1 ELSE 0 END AS is_after_others
        FROM listing l JOIN pupil p ON p.id = l.item JOIN journal j ON j.id = l.journal
        WHERE l.kind = \(ItemKind.pupil.rawValue)) own
      WHERE shown_from = first_shown
      GROUP BY pupil, shown_from
    ) listed
    WHERE listed.pupil = pupil.id AND pupil.class_from IS NOT listed.since
      AND NOT EXISTS (SELECT 1 FROM former_class k WHERE k.pupil = pupil.id)
    """
}
