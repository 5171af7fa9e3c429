import Journal

/// What the rules about final marks share.
enum FinalMarkSQL {
  static let requirement = Requirement(
    select: "SELECT 1 FROM snapshot s WHERE s.kind = \(FactKind.finalMark.rawValue)",
    otherwise: "выгрузки не содержат отметок за периоды")

  /// A snapshot with final marks, of a journal that holds lessons of the subject in the period, shows the pupil's row and
  /// the period's column, and proves missing what it does not show. `u` is an alias with `pupil`, `subject`, `period`;
  /// `shown` that of a row of `proofs`.
  static func proves(_ u: String, by shown: String) -> String {
    """
    EXISTS (SELECT 1 FROM \(shown) x JOIN listing r ON r.journal = x.journal AND r.kind = 2 AND r.item = \(u).pupil
      WHERE x.subject = \(u).subject AND x.period = \(u).period AND x.taken_at BETWEEN r.shown_from AND r.shown_at
        AND NOT EXISTS (SELECT 1 FROM sighting o WHERE o.journal = x.journal AND o.kind = 2 AND o.item = \(u).pupil
          AND o.taken_at = x.taken_at AND o.is_named = 0))
    """
  }

  /// Subject, period, journal and moment of the latest snapshot that proves a final mark missing, as `proves` asks.
  static let proofs = """
    SELECT i.subject, i.period, i.journal, max(s.taken_at) AS taken_at
    FROM control_period q JOIN control_list i ON i.period = q.period AND i.study_class = q.study_class
      JOIN journal j ON j.id = i.journal
      JOIN snapshot s ON s.journal = i.journal AND s.kind = \(FactKind.finalMark.rawValue)
      JOIN listing r ON r.journal = i.journal AND r.kind = 3 AND r.item = i.period
        AND s.taken_at BETWEEN r.shown_from AND r.shown_at
    WHERE q.is_ended = 1 AND (\(RuleSQL.says(.finalMarkTimes, "j")) OR s.taken_at >= :evening)
      AND NOT EXISTS (SELECT 1 FROM sighting o WHERE o.journal = i.journal AND o.kind = 3 AND o.item = i.period
        AND o.taken_at = s.taken_at AND o.is_named = 0)
    GROUP BY i.subject, i.period, i.journal
    """

  // MARK: Examples

  /// A lesson of the quarter, which ended on day 56, seen on day 60.
  static let afterQuarter: [ExampleFact] = [.lesson(1, day: 5, entry: .on(5)), .check(asOf: 60, from: 50, to: 60)]

  /// The same of a source without entry times.
  static func untimed(snapshot: Int) -> [ExampleFact] {
    [
      .source(.untimedExample, snapshot: snapshot), .lesson(1, day: 5, entry: .ofItsFacts),
      .check(asOf: 60, from: 50, to: 60),
    ]
  }
}
