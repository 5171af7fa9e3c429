/// Sums over a span of 32 days (days / 32), so that a check late in the year need not count the year's lessons one by one.
/// `Database.tellLessonSums` tells them anew from the rows.
enum Migration0018Sums {
  static let sql = """
    CREATE TABLE lesson_sum (
      span INTEGER NOT NULL,
      study_class INTEGER NOT NULL,
      subject INTEGER NOT NULL,
      -- 0: none; so is 0 of a period.
      study_group INTEGER NOT NULL,
      teacher_set INTEGER NOT NULL,
      journal INTEGER NOT NULL,
      period INTEGER NOT NULL,
      first_day INTEGER NOT NULL,
      last_day INTEGER NOT NULL,
      -- Lessons with an entry moment.
      entered INTEGER NOT NULL,
      -- Who looks from this moment on, and from the last day on, needs nothing but the sum: all lessons are shown, and all
      -- moments are past. Null where a lesson is gone, doubled, to come, known from a planning alone, or of no time and blank.
      settled_by INTEGER,
      PRIMARY KEY (span, study_class, subject, study_group, teacher_set, journal, period)
    ) STRICT, WITHOUT ROWID;

    CREATE TABLE plan_sum (
      -- -1: rows without a day.
      span INTEGER NOT NULL,
      study_class INTEGER NOT NULL,
      subject INTEGER NOT NULL,
      study_group INTEGER NOT NULL,
      lessons INTEGER NOT NULL,
      PRIMARY KEY (span, study_class, subject, study_group)
    ) STRICT, WITHOUT ROWID;
    """
}
