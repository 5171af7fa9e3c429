/// Means that a source computed itself, to be held against our own arithmetic.
enum Migration0007ReportedMeans {
  static let sql = """
    CREATE TABLE reported_mean (
      pupil INTEGER NOT NULL REFERENCES pupil (id),
      subject INTEGER NOT NULL REFERENCES subject (id),
      -- 0: the days are no reporting period.
      period INTEGER NOT NULL,
      journal INTEGER NOT NULL REFERENCES journal (id),
      -- The days whose marks it is of; 0 where the source names the period only.
      from_day INTEGER NOT NULL,
      to_day INTEGER NOT NULL,
      -- 1: by weights of works that the source does not tell.
      is_weighted INTEGER NOT NULL,
      -- 3.67 is 3670000; 0 is none. The source rounds to so many decimals, 6 at most.
      millionths INTEGER NOT NULL,
      decimals INTEGER NOT NULL,
      -- The snapshot that shows it, the newest one.
      taken_at INTEGER NOT NULL,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL,
      sheet_column INTEGER NOT NULL,
      PRIMARY KEY (pupil, subject, period, journal, from_day, to_day, is_weighted)
    ) STRICT, WITHOUT ROWID;
    """
}
