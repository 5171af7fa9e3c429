/// Lessons that two exports tell of, each its own part: a class's journal and its lesson planning. `same_as` is the journal's
/// lesson that a planning's row tells of; null for a lesson of its own. It is made anew whenever either journal is imported,
/// so the order does not matter.
enum Migration0006Companions {
  static let sql = """
    ALTER TABLE journal ADD COLUMN companion TEXT;
    ALTER TABLE lesson ADD COLUMN same_as INTEGER REFERENCES lesson (id);
    CREATE INDEX lesson_told_elsewhere ON lesson (same_as) WHERE same_as IS NOT NULL;
    -- As other exports of the same source call a subject: a planning's «Русск. яз.» is the journals' «Русский язык».
    CREATE TABLE subject_short_name (
      subject INTEGER NOT NULL REFERENCES subject (id),
      name TEXT NOT NULL,
      PRIMARY KEY (subject, name)
    ) STRICT, WITHOUT ROWID;
    """
}
