/// The temporary tables through which the ratings of a registered check reach reports, as `PeriodTables` do for a period.
///
/// - `rated_by`: how it was counted, in words.
/// - `rated_entry`: a row a class or teacher; `kind` is «classes» or «teachers», `position` counts from 1, `item` is the id that
///   the check's tables have; `points` are in hundredths.
/// - `rated_part`: what a rule took of the points of `entry`, in hundredths.
public enum RatingTables {
  static let creation = """
    CREATE TEMP TABLE rated_by (formula TEXT NOT NULL, weights TEXT NOT NULL);
    CREATE TEMP TABLE rated_entry (
      kind TEXT, position INTEGER, item INTEGER, name TEXT, place INTEGER, points INTEGER, kept INTEGER,
      broken INTEGER, judged INTEGER, PRIMARY KEY (kind, position)
    ) WITHOUT ROWID;
    CREATE TEMP TABLE rated_part (
      kind TEXT, entry INTEGER, position INTEGER, rule TEXT, demand TEXT, weight INTEGER, kept INTEGER,
      broken INTEGER, judged INTEGER, lost INTEGER, PRIMARY KEY (kind, entry, position)
    ) WITHOUT ROWID;
    """

  /// Makes them anew, empty.
  public static func make(in database: Database) throws(StoreError) {
    try drop(in: database)
    try database.execute(creation)
  }

  public static func drop(in database: Database) throws(StoreError) {
    for name in ["rated_by", "rated_entry", "rated_part"] { try database.execute("DROP TABLE IF EXISTS temp.\(name)") }
  }
}
