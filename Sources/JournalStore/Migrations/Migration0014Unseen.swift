/// Cells that a snapshot has and that could not be read: such a snapshot has not seen them empty.
enum Migration0014Unseen {
  static let sql = """
    CREATE TABLE unseen (
      journal INTEGER NOT NULL REFERENCES journal (id),
      -- FactKind: 4 mark, 5 attendance, 6 final mark, 7 exemption.
      kind INTEGER NOT NULL,
      -- The place of the facts; 0 where the kind has no such, or where a row did not say whose it was: then anybody's.
      lesson INTEGER NOT NULL,
      pupil INTEGER NOT NULL,
      subject INTEGER NOT NULL,
      period INTEGER NOT NULL,
      taken_at INTEGER NOT NULL,
      -- -1: the place as a whole; else a fact that the snapshot shows there all the same: a mark's ordinal, the first day
      -- of an exemption.
      item INTEGER NOT NULL,
      PRIMARY KEY (journal, kind, lesson, pupil, subject, period, taken_at, item)
    ) STRICT, WITHOUT ROWID;
    """
}
