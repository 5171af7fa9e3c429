/// What a snapshot speaks about. That something is missing, or was missing before, is proved only by a snapshot that
/// shows its place: its lesson and its pupil (CONTROL 1, «When was it entered?»). A later export of fewer classes, days or
/// tables says nothing of the rest.
///
/// A lesson, and whoever a journal lists, is shown by the snapshots from `shown_from` to `shown_at`, without those that
/// `sighting` excepts. So an ordinary history, in which every export shows what the one before it showed, takes two
/// moments an item and no rows.
enum Migration0005Coverage {
  static let sql = """
    ALTER TABLE lesson ADD COLUMN shown_from INTEGER NOT NULL DEFAULT 0;
    UPDATE lesson SET shown_from = shown_at;
    -- The latest snapshot that names the pupil or work, and the first after it that speaks of its class or lesson without it.
    ALTER TABLE pupil ADD COLUMN shown_at INTEGER;
    ALTER TABLE pupil ADD COLUMN gone_by INTEGER;
    ALTER TABLE work ADD COLUMN shown_at INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE work ADD COLUMN gone_by INTEGER;
    ALTER TABLE login ADD COLUMN shown_at INTEGER NOT NULL DEFAULT 0;

    -- Whom and what else the snapshots of a journal list.
    CREATE TABLE listing (
      journal INTEGER NOT NULL REFERENCES journal (id),
      -- ItemKind: 2 pupil, 3 period.
      kind INTEGER NOT NULL,
      item INTEGER NOT NULL,
      shown_from INTEGER NOT NULL,
      shown_at INTEGER NOT NULL,
      PRIMARY KEY (journal, kind, item)
    ) STRICT, WITHOUT ROWID;
    -- Exceptions: a snapshot in between that does not show the item (0), or one that only refers to the lesson (1).
    CREATE TABLE sighting (
      journal INTEGER NOT NULL REFERENCES journal (id),
      -- ItemKind: 1 lesson and those of `listing`.
      kind INTEGER NOT NULL,
      item INTEGER NOT NULL,
      taken_at INTEGER NOT NULL,
      is_named INTEGER NOT NULL,
      PRIMARY KEY (journal, kind, item, taken_at)
    ) STRICT, WITHOUT ROWID;
    -- Of which class, and of which of its days, a snapshot shows facts of a kind (FactKind; 9 work, 10 list of pupils).
    CREATE TABLE coverage (
      kind INTEGER NOT NULL,
      -- 0: the whole school's logins.
      study_class INTEGER NOT NULL,
      journal INTEGER NOT NULL REFERENCES journal (id),
      taken_at INTEGER NOT NULL,
      from_day INTEGER NOT NULL,
      to_day INTEGER NOT NULL,
      -- 1: facts of this kind carry their own moment in it.
      is_timed INTEGER NOT NULL,
      PRIMARY KEY (kind, study_class, journal, taken_at)
    ) STRICT, WITHOUT ROWID;
    -- Of the snapshots taken before coverage was kept: all of their journal, as they were understood then.
    INSERT INTO coverage
    SELECT s.kind, l.study_class, s.journal, s.taken_at, min(l.held_on), max(l.held_on),
      max(CASE s.kind WHEN 4 THEN j.says >> 9 WHEN 5 THEN j.says >> 10 WHEN 8 THEN 1 ELSE j.says >> 8 END & 1)
    FROM snapshot s JOIN journal j ON j.id = s.journal JOIN lesson l ON l.journal = s.journal
    WHERE s.kind IN (1, 2, 3, 4, 5, 8)
    GROUP BY s.kind, l.study_class, s.journal, s.taken_at;
    """
}
