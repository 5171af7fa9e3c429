/// What a check calls its rules where they are kept, and what the store remembers of signatures, so that an archive that was
/// deleted or put back older than it was is found out.
enum Migration0003Signed {
  static let sql = """
    -- What is right where the rule is kept; empty in checks of older versions.
    ALTER TABLE check_rule ADD COLUMN demand TEXT NOT NULL DEFAULT '';

    -- Lines of the archive's ledger for reports of this school.
    CREATE TABLE signed_report (
      -- The archive's folder as the configuration names it: another one begins anew.
      archive TEXT NOT NULL,
      -- The ledger's line, and its SHA-256 in hexadecimal digits.
      sequence INTEGER NOT NULL,
      digest TEXT NOT NULL,
      report TEXT NOT NULL,
      number INTEGER NOT NULL,
      as_of INTEGER NOT NULL,
      signed_on INTEGER NOT NULL,
      PRIMARY KEY (archive, sequence)
    ) STRICT, WITHOUT ROWID;
    """
}
