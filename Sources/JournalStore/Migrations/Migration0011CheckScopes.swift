/// What each rule counted in each class's subject and of each teacher, for trends over the registered checks.
enum Migration0011CheckScopes {
  static let sql = """
    CREATE TABLE check_scope (
      registered_check INTEGER NOT NULL REFERENCES registered_check (id) ON DELETE CASCADE,
      rule TEXT NOT NULL,
      -- Class and subject with teacher 0, or a teacher with both 0; 0 where the rule's units have none.
      study_class INTEGER NOT NULL,
      subject INTEGER NOT NULL,
      teacher INTEGER NOT NULL,
      kept INTEGER NOT NULL,
      broken INTEGER NOT NULL,
      undetermined INTEGER NOT NULL,
      waived INTEGER NOT NULL,
      PRIMARY KEY (registered_check, rule, study_class, subject, teacher)
    ) STRICT, WITHOUT ROWID;
    """
}
