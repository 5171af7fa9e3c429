import Journal

/// Cells that could not be read: what stands in them may be anything, and by no snapshot are they proved empty.
enum UnreadSQL {
  /// The cells of the kind that no snapshot as-of has read since; columns of `unseen`, a row a cell, 0 for the part of its
  /// place that a row did not say.
  static func cells(_ kind: FactKind) -> String {
    """
    SELECT DISTINCT z.journal, z.lesson, z.pupil, z.subject, z.period
    FROM unseen z
    WHERE z.kind = \(kind.rawValue) AND z.item = -1 AND NOT EXISTS (SELECT 1 FROM snapshot s
      WHERE s.journal = z.journal AND s.kind = z.kind AND (s.taken_at >= :evening OR s.taken_at > z.taken_at)
        AND NOT EXISTS (SELECT 1 FROM unseen y
          WHERE y.journal = z.journal AND y.kind = z.kind AND y.lesson = z.lesson AND y.pupil = z.pupil
            AND y.subject = z.subject AND y.period = z.period AND y.taken_at = s.taken_at AND y.item = -1))
    """
  }

  /// The snapshot could read every cell of the kind in the lesson: `l` is an alias of `lesson`, `v` of `coverage`.
  static func isRead(_ kind: FactKind, lesson l: String, snapshot v: String) -> String {
    """
    NOT EXISTS (SELECT 1 FROM unseen z WHERE z.journal = \(l).journal AND z.kind = \(kind.rawValue)
      AND z.lesson IN (0, \(l).id) AND z.taken_at = \(v).taken_at)
    """
  }
}
