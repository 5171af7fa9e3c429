/// Findings that the school accepts until a day (CONTROL 3). Names stand as a person wrote them; a check finds them among
/// the rows there are.
enum Migration0013Waivers {
  static let sql = """
    CREATE TABLE waiver (
      id INTEGER PRIMARY KEY,
      rule TEXT NOT NULL,
      -- One finding by its key; else what the others name together.
      finding TEXT,
      class TEXT,
      subject TEXT,
      teacher TEXT,
      pupil TEXT,
      reason TEXT NOT NULL,
      decided_by TEXT NOT NULL,
      paper TEXT NOT NULL,
      -- In force from the evening of the first to that of the last, unless revoked on a day before.
      from_day INTEGER NOT NULL,
      until_day INTEGER NOT NULL,
      revoked_on INTEGER,
      -- 0: decided by the command, not by a table.
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL
    ) STRICT;
    """
}
