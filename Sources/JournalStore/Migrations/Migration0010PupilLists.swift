/// What lists of pupils said of each one's class and stay, and the classes in which a pupil was before the present one.
///
/// Every list is kept as it is; what holds (`pupil.study_class`, `class_from`, `enrolled_on`, `left_on`, and `former_class`)
/// is made anew of all of them after every import, so that their order does not matter.
enum Migration0010PupilLists {
  static let sql = """
    CREATE TABLE pupil_state (
      pupil INTEGER NOT NULL REFERENCES pupil (id),
      -- An archive of a past year may be exported after the present one.
      school_year INTEGER NOT NULL,
      taken_at INTEGER NOT NULL,
      -- Null where the class is a part of the pupil's key, so that nobody can be told to have moved.
      study_class INTEGER REFERENCES study_class (id),
      enrolled_on INTEGER,
      -- 1: the list has a column of it, and null says that the pupil has not left.
      says_left INTEGER NOT NULL,
      left_on INTEGER,
      PRIMARY KEY (pupil, school_year, taken_at)
    ) STRICT, WITHOUT ROWID;
    INSERT INTO pupil_state
    SELECT p.id, max(j.school_year), max(l.shown_at), p.study_class, p.enrolled_on, 1, p.left_on
    FROM listing l JOIN journal j ON j.id = l.journal JOIN pupil p ON p.id = l.item
    WHERE l.kind = 2 AND j.layout IN ('interchange', 'oneroster') GROUP BY p.id;

    -- The first day in the present class of a pupil who has moved.
    ALTER TABLE pupil ADD COLUMN class_from INTEGER;
    CREATE TABLE former_class (
      pupil INTEGER NOT NULL REFERENCES pupil (id),
      study_class INTEGER NOT NULL REFERENCES study_class (id),
      -- 0 is unbounded; both ends are included. Between the last list with one class and the first with the next nobody knows
      -- which it was, so those days are in neither.
      from_day INTEGER NOT NULL,
      to_day INTEGER NOT NULL,
      PRIMARY KEY (study_class, pupil, from_day)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX former_class_of_pupil ON former_class (pupil);
    """
}
