/// Periods that several sources tell, or that one spells in several ways.
enum Migration0016Periods {
  static let sql = """
    -- The row that a period of a grade is shown as: the same school year, kind and number. Made anew by every import.
    CREATE TABLE period_same (
      period INTEGER NOT NULL REFERENCES period (id),
      grade INTEGER NOT NULL,
      shown INTEGER NOT NULL REFERENCES period (id),
      PRIMARY KEY (period, grade)
    ) STRICT, WITHOUT ROWID;
    """
}
