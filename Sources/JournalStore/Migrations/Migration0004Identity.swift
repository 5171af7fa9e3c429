/// Who and what of different sources is one (FORMATS 10). Each source's rows stay as they are; `same_as` is the row that a
/// row is shown and counted as, null for itself. It is made anew of all rows and of the school's own table of aliases
/// whenever either changes, so that the order of imports does not matter.
enum Migration0004Identity {
  static let sql = """
    ALTER TABLE study_class ADD COLUMN same_as INTEGER REFERENCES study_class (id);
    ALTER TABLE subject ADD COLUMN same_as INTEGER REFERENCES subject (id);
    ALTER TABLE teacher ADD COLUMN same_as INTEGER REFERENCES teacher (id);
    ALTER TABLE pupil ADD COLUMN same_as INTEGER REFERENCES pupil (id);

    -- The school's word: two names are one's, or (same_as null) a name is nobody else's.
    CREATE TABLE alias (
      id INTEGER PRIMARY KEY,
      -- class, subject, teacher, pupil.
      kind TEXT NOT NULL,
      class TEXT,
      name TEXT NOT NULL,
      same_as TEXT,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL
    ) STRICT;
    """
}
