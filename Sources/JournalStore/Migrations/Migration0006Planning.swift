/// Lessons of a lesson planning (FORMATS 2). It names the lessons of a journal beside the journal: what it shows is listed
/// apart (`listing`, kind 4), so that its snapshots prove topics and homework and say nothing of the lessons themselves.
enum Migration0006Planning {
  static let sql = """
    -- 1: no snapshot of the journal shows the lesson, only the planning does; `shown_from` and `shown_at` are its moments.
    ALTER TABLE lesson ADD COLUMN is_planned INTEGER NOT NULL DEFAULT 0;
    -- As a source calls a subject in short: «Русск. яз.» of a sheet whose subject is «Русский язык».
    CREATE TABLE subject_short_name (
      subject INTEGER NOT NULL REFERENCES subject (id),
      name TEXT NOT NULL,
      PRIMARY KEY (subject, name)
    ) STRICT, WITHOUT ROWID;
    """
}
