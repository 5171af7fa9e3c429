/// Who logged in, of sources that name accounts only (FORMATS 3). Accounts are neither pupils nor teachers: nothing ties a
/// parent's account to a child. Everything a report shows is kept as it is; what is made of it (`account.is_ambiguous`,
/// `appeared_after`, `gone_by`) is made anew of all reports after every import, so that their order does not matter.
enum Migration0008Accounts {
  static let sql = """
    CREATE TABLE activity_report (
      id INTEGER PRIMARY KEY,
      sheet INTEGER NOT NULL REFERENCES source_sheet (id),
      taken_at INTEGER NOT NULL,
      -- The days that its counters count.
      from_day INTEGER NOT NULL,
      to_day INTEGER NOT NULL,
      -- No login that it counts or names is of a later day than `latest_day`; none up to the end of `complete_day` is left
      -- out: the site does not count the logins of the day on which a report is made.
      latest_day INTEGER NOT NULL,
      complete_day INTEGER NOT NULL,
      school_year INTEGER NOT NULL,
      -- 1: it lists as many accounts as it says it found.
      is_whole INTEGER NOT NULL,
      -- Columns of the sheet; 0: not there.
      site_column INTEGER NOT NULL,
      mobile_column INTEGER NOT NULL,
      ios_column INTEGER NOT NULL,
      android_column INTEGER NOT NULL,
      login_column INTEGER NOT NULL,
      view_column INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE account (
      id INTEGER PRIMARY KEY,
      -- Name, roles, classes, and from the second of equal ones on the ordinal.
      key TEXT NOT NULL UNIQUE,
      -- The key without the ordinal.
      namesake TEXT NOT NULL,
      name TEXT NOT NULL,
      -- AccountRoles: 1 pupil, 2 parent, 4 teacher, 8 administration, 16 other.
      roles INTEGER NOT NULL,
      -- 1: reports list different numbers of this namesake, so which is which cannot be told.
      is_ambiguous INTEGER NOT NULL DEFAULT 0,
      -- The latest report before the first that shows it, and the first after the last, which list others of its roles and
      -- classes and not this one.
      appeared_after INTEGER,
      gone_by INTEGER
    ) STRICT;
    CREATE INDEX account_by_namesake ON account (namesake);
    CREATE TABLE account_class (
      account INTEGER NOT NULL REFERENCES account (id),
      -- In the order of the newest report.
      position INTEGER NOT NULL,
      study_class INTEGER NOT NULL REFERENCES study_class (id),
      PRIMARY KEY (account, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE account_state (
      account INTEGER NOT NULL REFERENCES account (id),
      report INTEGER NOT NULL REFERENCES activity_report (id),
      -- Logins within the report's range; null: not said.
      site INTEGER,
      mobile INTEGER,
      ios INTEGER,
      android INTEGER,
      -- Days, 0: never, null: not said; the moment where the report has it.
      last_login INTEGER,
      last_login_at INTEGER,
      last_login_raw TEXT,
      last_view INTEGER,
      last_view_at INTEGER,
      last_view_raw TEXT,
      -- 1: every cell of its row could be read.
      is_whole INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL,
      PRIMARY KEY (account, report)
    ) STRICT, WITHOUT ROWID;
    -- Of which roles and classes a whole report lists accounts.
    CREATE TABLE activity_cover (
      report INTEGER NOT NULL REFERENCES activity_report (id),
      roles INTEGER NOT NULL,
      -- `7А`: the same in every year; empty for accounts without a class.
      class_name TEXT NOT NULL,
      PRIMARY KEY (report, class_name, roles)
    ) STRICT, WITHOUT ROWID;

    -- An account in a registered check; `pupil_name` is its name then.
    ALTER TABLE finding ADD COLUMN account INTEGER;

    CREATE INDEX pupil_joined ON pupil (same_as) WHERE same_as IS NOT NULL;
    CREATE INDEX teacher_joined ON teacher (same_as) WHERE same_as IS NOT NULL;
    """
}
