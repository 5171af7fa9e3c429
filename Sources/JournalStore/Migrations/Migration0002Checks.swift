/// Registered checks: what was judged when, by which rules and norms, and every remark in the words it was told in, so
/// that a report of an old check needs nothing but these tables (CONTROL 1, «Registered check»; CONTROL 3).
enum Migration0002Checks {
  static let sql = """
    CREATE TABLE registered_check (
      id INTEGER PRIMARY KEY,
      as_of INTEGER NOT NULL,
      from_day INTEGER NOT NULL,
      to_day INTEGER NOT NULL,
      -- The check that this one is compared with; null for the first.
      previous INTEGER REFERENCES registered_check (id),
      -- Over the rules, their versions and norms, and the digests of the files known.
      inputs_digest TEXT NOT NULL,
      UNIQUE (as_of, from_day, to_day)
    ) STRICT;

    -- The files whose facts the check could see, in the order imported.
    CREATE TABLE check_source (
      registered_check INTEGER NOT NULL REFERENCES registered_check (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      path TEXT NOT NULL,
      digest TEXT NOT NULL,
      taken_at INTEGER,
      PRIMARY KEY (registered_check, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE check_rule (
      registered_check INTEGER NOT NULL REFERENCES registered_check (id) ON DELETE CASCADE,
      -- The order in which rules are told.
      position INTEGER NOT NULL,
      rule TEXT NOT NULL,
      version INTEGER NOT NULL,
      title TEXT NOT NULL,
      -- «П 3.8», and the section of the report: «Участие в работе».
      clause TEXT NOT NULL,
      direction TEXT NOT NULL,
      severity TEXT NOT NULL,
      -- What is counted, in the genitive plural: «уроков», «учеников».
      units TEXT NOT NULL,
      -- The norms applied, in words; empty where there are none.
      norms TEXT NOT NULL,
      checked INTEGER NOT NULL,
      kept INTEGER NOT NULL,
      broken INTEGER NOT NULL,
      undetermined INTEGER NOT NULL,
      waived INTEGER NOT NULL,
      -- Why the rule is not applicable; null where it is.
      reason TEXT,
      -- Why units are undetermined, most frequent first; empty where none are.
      undetermined_reasons TEXT NOT NULL,
      -- A second figure beside the count: «учеников с предметом без отметок» 12 of 480; null where there is none.
      people_label TEXT,
      people_broken INTEGER,
      people_checked INTEGER,
      PRIMARY KEY (registered_check, position)
    ) STRICT, WITHOUT ROWID;

    -- Classes and teachers that were judged or have a lesson in the window: also those without remarks.
    CREATE TABLE check_class (
      registered_check INTEGER NOT NULL REFERENCES registered_check (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      study_class INTEGER NOT NULL,
      title TEXT NOT NULL,
      head_teacher TEXT,
      lessons INTEGER NOT NULL,
      findings INTEGER NOT NULL,
      PRIMARY KEY (registered_check, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE check_teacher (
      registered_check INTEGER NOT NULL REFERENCES registered_check (id) ON DELETE CASCADE,
      position INTEGER NOT NULL,
      teacher INTEGER NOT NULL,
      name TEXT NOT NULL,
      lessons INTEGER NOT NULL,
      findings INTEGER NOT NULL,
      PRIMARY KEY (registered_check, position)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE finding (
      registered_check INTEGER NOT NULL REFERENCES registered_check (id) ON DELETE CASCADE,
      -- Total order of a check's findings: rule, class, subject, day, key.
      position INTEGER NOT NULL,
      -- `lesson-not-entered:L000123`: rule and the unit's business key.
      key TEXT NOT NULL,
      rule TEXT NOT NULL,
      -- new, repeated, known (cannot be mended, told before), put-right, put-right-late, gone.
      state TEXT NOT NULL,
      -- In how many registered checks in a row.
      times INTEGER NOT NULL,
      -- 1: outside the window, judged again because it was open.
      is_carried INTEGER NOT NULL,
      waiver TEXT,
      study_class INTEGER,
      class_title TEXT,
      subject INTEGER,
      subject_name TEXT,
      period INTEGER,
      period_name TEXT,
      day INTEGER,
      lesson INTEGER,
      pupil INTEGER,
      pupil_name TEXT,
      work INTEGER,
      -- Empty where no teacher can be named; else «Иванова И.П., Петров А.Б.».
      teacher_names TEXT NOT NULL,
      -- What is wrong, and what to do about it by when.
      sentence TEXT NOT NULL,
      mend TEXT NOT NULL,
      mend_by INTEGER,
      PRIMARY KEY (registered_check, position)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE finding_teacher (
      registered_check INTEGER NOT NULL REFERENCES registered_check (id) ON DELETE CASCADE,
      finding INTEGER NOT NULL,
      teacher INTEGER NOT NULL,
      name TEXT NOT NULL,
      PRIMARY KEY (registered_check, finding, teacher)
    ) STRICT, WITHOUT ROWID;

    -- Units left undetermined because their deadline had not come: the next check judges them again.
    CREATE TABLE pending_unit (
      registered_check INTEGER NOT NULL REFERENCES registered_check (id) ON DELETE CASCADE,
      key TEXT NOT NULL,
      rule TEXT NOT NULL,
      day INTEGER NOT NULL,
      PRIMARY KEY (registered_check, key)
    ) STRICT, WITHOUT ROWID;
    """
}
