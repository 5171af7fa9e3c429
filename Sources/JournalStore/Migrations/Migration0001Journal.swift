/// The journal itself. Days are counts of days since 1970-01-01, moments are seconds since 1970-01-01T00:00:00 of the
/// school's clock, both integers (`CivilDate.days`, `LocalMoment.seconds`).
///
/// Every followed fact is a row a version with the interval in which it was entered and, where it changed or vanished,
/// the interval in which that happened: `entered_from` (0: unknown) and `entered_by`; `gone_from` and `gone_by` (null:
/// still there). With a timestamp `entered_from = entered_by`. Its place is `sheet`, `sheet_row`, `sheet_column` (0: the
/// row as a whole) and `raw` where the cell holds more than the value.
///
/// Lessons get their ids in order of date, and facts are clustered by lesson, so that an import appends and a window
/// of days is a range.
enum Migration0001Journal {
  static let sql = """
    CREATE TABLE school (
      id INTEGER PRIMARY KEY CHECK (id = 1),
      key TEXT NOT NULL,
      name TEXT NOT NULL
    ) STRICT;

    CREATE TABLE source_file (
      id INTEGER PRIMARY KEY,
      path TEXT NOT NULL,
      digest TEXT NOT NULL,
      original_digest TEXT NOT NULL,
      layout TEXT NOT NULL,
      taken_at INTEGER,
      byte_count INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE source_sheet (
      id INTEGER PRIMARY KEY,
      file INTEGER NOT NULL REFERENCES source_file (id),
      name TEXT NOT NULL
    ) STRICT;
    CREATE TABLE rejection (
      id INTEGER PRIMARY KEY,
      file INTEGER NOT NULL REFERENCES source_file (id),
      sheet TEXT,
      sheet_row INTEGER,
      sheet_column INTEGER,
      raw TEXT NOT NULL,
      problem TEXT NOT NULL,
      hint TEXT NOT NULL
    ) STRICT;

    CREATE TABLE teacher (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL
    ) STRICT;
    -- Sets of teachers that lessons refer to; `key` is their ids in order.
    CREATE TABLE teacher_set (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE
    ) STRICT;
    CREATE TABLE teacher_set_member (
      teacher_set INTEGER NOT NULL REFERENCES teacher_set (id),
      teacher INTEGER NOT NULL REFERENCES teacher (id),
      PRIMARY KEY (teacher_set, teacher)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE study_class (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      grade INTEGER NOT NULL,
      letter TEXT NOT NULL,
      title TEXT NOT NULL,
      head_teacher INTEGER REFERENCES teacher (id),
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE study_group (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      study_class INTEGER NOT NULL REFERENCES study_class (id),
      name TEXT NOT NULL,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE pupil (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      study_class INTEGER NOT NULL REFERENCES study_class (id),
      name TEXT NOT NULL,
      birth_date INTEGER,
      enrolled_on INTEGER,
      left_on INTEGER,
      is_ambiguous INTEGER NOT NULL,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX pupil_of_class ON pupil (study_class);
    CREATE TABLE membership (
      study_group INTEGER NOT NULL REFERENCES study_group (id),
      pupil INTEGER NOT NULL REFERENCES pupil (id),
      -- 0 is unbounded: a key column cannot be null.
      from_day INTEGER NOT NULL,
      to_day INTEGER,
      PRIMARY KEY (study_group, pupil, from_day)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE subject (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      -- In hundredths of an hour.
      weekly_hours INTEGER,
      is_graded INTEGER NOT NULL,
      needs_briefing INTEGER NOT NULL,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE period (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      name TEXT NOT NULL,
      -- 1 quarter, 2 trimester, 3 half-year, 4 year, 5 examination, 6 result.
      kind INTEGER NOT NULL,
      school_year INTEGER NOT NULL,
      -- Null where the source names periods without dates.
      start_day INTEGER,
      end_day INTEGER,
      grade_from INTEGER NOT NULL,
      grade_to INTEGER NOT NULL,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE holiday (
      from_day INTEGER NOT NULL,
      to_day INTEGER NOT NULL,
      PRIMARY KEY (from_day, to_day)
    ) STRICT, WITHOUT ROWID;

    -- What snapshots are compared in, with what its source can say (SourceCapabilities) and, for each kind of fact,
    -- the latest snapshot.
    CREATE TABLE journal (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL UNIQUE,
      layout TEXT NOT NULL,
      school_year INTEGER NOT NULL,
      says INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE snapshot (
      journal INTEGER NOT NULL REFERENCES journal (id),
      -- FactKind: 1 lesson, 2 topic, 3 homework, 4 mark, 5 attendance, 6 final mark, 7 exemption, 8 login.
      kind INTEGER NOT NULL,
      taken_at INTEGER NOT NULL,
      file INTEGER NOT NULL REFERENCES source_file (id),
      PRIMARY KEY (journal, kind, taken_at, file)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE lesson (
      id INTEGER PRIMARY KEY,
      journal INTEGER NOT NULL REFERENCES journal (id),
      key TEXT NOT NULL,
      study_class INTEGER NOT NULL REFERENCES study_class (id),
      study_group INTEGER REFERENCES study_group (id),
      subject INTEGER NOT NULL REFERENCES subject (id),
      teacher_set INTEGER NOT NULL REFERENCES teacher_set (id),
      held_on INTEGER NOT NULL,
      number INTEGER,
      -- The reporting period of the class that holds the lesson; null between periods.
      period INTEGER REFERENCES period (id),
      -- 1: the source keeps entry times of lessons, and a null entry_by means «never entered».
      is_timed INTEGER NOT NULL,
      -- The lesson's entry moment: its own, else bound by bound the earliest of its topic, homework, marks, attendance.
      entry_from INTEGER,
      entry_by INTEGER,
      -- The same over anything entered in the lesson, whatever its own entry moment says.
      held_from INTEGER,
      held_by INTEGER,
      -- The latest snapshot that shows the lesson, and the interval in which it vanished from the export.
      shown_at INTEGER NOT NULL,
      gone_from INTEGER,
      gone_by INTEGER,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL,
      sheet_column INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX lesson_by_day ON lesson (held_on);
    CREATE INDEX lesson_of_period ON lesson (period);
    CREATE INDEX lesson_of_teachers ON lesson (teacher_set);

    CREATE TABLE lesson_text (
      lesson INTEGER NOT NULL REFERENCES lesson (id),
      -- 2 topic, 3 homework.
      kind INTEGER NOT NULL,
      version INTEGER NOT NULL,
      text TEXT NOT NULL,
      is_filler INTEGER NOT NULL,
      entered_from INTEGER NOT NULL,
      entered_by INTEGER NOT NULL,
      gone_from INTEGER,
      gone_by INTEGER,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL,
      sheet_column INTEGER NOT NULL,
      PRIMARY KEY (lesson, kind, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE work (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL,
      lesson INTEGER NOT NULL REFERENCES lesson (id),
      kind TEXT NOT NULL,
      is_written INTEGER NOT NULL,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX work_of_lesson ON work (lesson);

    CREATE TABLE mark (
      lesson INTEGER NOT NULL REFERENCES lesson (id),
      pupil INTEGER NOT NULL REFERENCES pupil (id),
      -- From 1: the pupil's marks in this lesson.
      ordinal INTEGER NOT NULL,
      version INTEGER NOT NULL,
      work INTEGER REFERENCES work (id),
      key TEXT NOT NULL,
      value TEXT NOT NULL,
      grade INTEGER,
      is_mark INTEGER NOT NULL,
      entered_from INTEGER NOT NULL,
      entered_by INTEGER NOT NULL,
      gone_from INTEGER,
      gone_by INTEGER,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL,
      sheet_column INTEGER NOT NULL,
      raw TEXT,
      PRIMARY KEY (lesson, pupil, ordinal, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE attendance (
      lesson INTEGER NOT NULL REFERENCES lesson (id),
      -- 0: everybody is present.
      pupil INTEGER NOT NULL,
      version INTEGER NOT NULL,
      -- Н absent, Б ill, У excused, О late, В present.
      code TEXT NOT NULL,
      is_absence INTEGER NOT NULL,
      entered_from INTEGER NOT NULL,
      entered_by INTEGER NOT NULL,
      gone_from INTEGER,
      gone_by INTEGER,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL,
      sheet_column INTEGER NOT NULL,
      raw TEXT,
      PRIMARY KEY (lesson, pupil, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE final_mark (
      pupil INTEGER NOT NULL REFERENCES pupil (id),
      subject INTEGER NOT NULL REFERENCES subject (id),
      period INTEGER NOT NULL REFERENCES period (id),
      -- A pupil who changed groups may stand in the sheets of both.
      journal INTEGER NOT NULL REFERENCES journal (id),
      version INTEGER NOT NULL,
      value TEXT NOT NULL,
      grade INTEGER,
      is_mark INTEGER NOT NULL,
      decided_on INTEGER,
      entered_from INTEGER NOT NULL,
      entered_by INTEGER NOT NULL,
      gone_from INTEGER,
      gone_by INTEGER,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL,
      sheet_column INTEGER NOT NULL,
      PRIMARY KEY (pupil, subject, period, journal, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE exemption (
      pupil INTEGER NOT NULL REFERENCES pupil (id),
      subject INTEGER NOT NULL REFERENCES subject (id),
      -- 0: none, from a day to a day.
      period INTEGER NOT NULL,
      -- 0 is unbounded.
      from_day INTEGER NOT NULL,
      journal INTEGER NOT NULL REFERENCES journal (id),
      version INTEGER NOT NULL,
      to_day INTEGER,
      entered_from INTEGER NOT NULL,
      entered_by INTEGER NOT NULL,
      gone_from INTEGER,
      gone_by INTEGER,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL,
      sheet_column INTEGER NOT NULL,
      PRIMARY KEY (pupil, subject, period, from_day, journal, version)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE login (
      -- 1 pupil, 2 parent (the person is the pupil), 3 teacher.
      role INTEGER NOT NULL,
      person INTEGER NOT NULL,
      at INTEGER NOT NULL,
      journal INTEGER NOT NULL REFERENCES journal (id),
      gone_from INTEGER,
      gone_by INTEGER,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL,
      PRIMARY KEY (role, person, at)
    ) STRICT, WITHOUT ROWID;

    -- Lists that a later export of the same table replaces.
    CREATE TABLE plan_row (
      id INTEGER PRIMARY KEY,
      study_class INTEGER NOT NULL REFERENCES study_class (id),
      study_group INTEGER REFERENCES study_group (id),
      subject INTEGER NOT NULL REFERENCES subject (id),
      number INTEGER NOT NULL,
      topic TEXT,
      day INTEGER,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE class_hour (
      id INTEGER PRIMARY KEY,
      key TEXT NOT NULL,
      study_class INTEGER NOT NULL REFERENCES study_class (id),
      day INTEGER NOT NULL,
      topic TEXT,
      direction TEXT,
      attendance_taken INTEGER,
      briefing INTEGER,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE consent (
      id INTEGER PRIMARY KEY,
      pupil INTEGER NOT NULL REFERENCES pupil (id),
      -- child, parent, pupil-16.
      kind TEXT NOT NULL,
      given_on INTEGER NOT NULL,
      withdrawn_on INTEGER,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE class_list_check (
      id INTEGER PRIMARY KEY,
      study_class INTEGER NOT NULL REFERENCES study_class (id),
      verified_by TEXT NOT NULL,
      verified_at INTEGER NOT NULL,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE paper_tally (
      id INTEGER PRIMARY KEY,
      lesson INTEGER NOT NULL REFERENCES lesson (id),
      marks INTEGER NOT NULL,
      absences INTEGER NOT NULL,
      sheet INTEGER NOT NULL,
      sheet_row INTEGER NOT NULL
    ) STRICT;
    """
}
