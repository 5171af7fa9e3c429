/// What an export does not show has vanished only if all its rows could be read.
enum Migration0009Whole {
  static let sql = """
    -- 0: rows that could have shown it were rejected, so nothing vanishes by it.
    ALTER TABLE coverage ADD COLUMN is_whole INTEGER NOT NULL DEFAULT 1;
    """
}
