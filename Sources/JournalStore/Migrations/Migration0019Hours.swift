/// The hours a week of a subject in each school year; `subject.weekly_hours` are those of the newest tables.
enum Migration0019Hours {
  static let sql = """
    CREATE TABLE subject_hours (
      subject INTEGER NOT NULL REFERENCES subject (id),
      school_year INTEGER NOT NULL,
      -- In hundredths of an hour.
      weekly_hours INTEGER NOT NULL,
      -- The moment of the tables that say so; 0 of such as tell none.
      taken_at INTEGER NOT NULL,
      PRIMARY KEY (subject, school_year)
    ) STRICT, WITHOUT ROWID;
    -- What is stored is what the newest tables said.
    INSERT INTO subject_hours
    SELECT s.id, y.school_year, s.weekly_hours, 0
    FROM subject s JOIN (SELECT max(school_year) AS school_year FROM journal WHERE layout = 'interchange') y
    WHERE s.weekly_hours IS NOT NULL AND y.school_year IS NOT NULL;
    """
}
