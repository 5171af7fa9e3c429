-- What the bench compares `zavuch import` with: sqlite3 itself, the same files, one transaction, a fresh database.
-- Run with the folder of the tables as the working folder. Indexes come after the rows, which is the faster way.
.bail on
.mode csv
BEGIN;
CREATE TABLE schools (id TEXT PRIMARY KEY, name TEXT NOT NULL);
CREATE TABLE teachers (id TEXT PRIMARY KEY, school_id TEXT REFERENCES schools, name TEXT NOT NULL);
CREATE TABLE classes (id TEXT PRIMARY KEY, school_id TEXT REFERENCES schools, grade INTEGER, letter TEXT,
  head_teacher_id TEXT REFERENCES teachers);
CREATE TABLE groups (id TEXT PRIMARY KEY, class_id TEXT REFERENCES classes, name TEXT NOT NULL);
CREATE TABLE pupils (id TEXT PRIMARY KEY, class_id TEXT REFERENCES classes, name TEXT NOT NULL, birth_date TEXT,
  enrolled TEXT, "left" TEXT);
CREATE TABLE group_pupils (group_id TEXT REFERENCES groups, pupil_id TEXT REFERENCES pupils, "from" TEXT, "to" TEXT,
  PRIMARY KEY (group_id, pupil_id));
CREATE TABLE subjects (id TEXT PRIMARY KEY, name TEXT NOT NULL, weekly_hours INTEGER, graded INTEGER,
  briefing INTEGER);
CREATE TABLE periods (id TEXT PRIMARY KEY, school_id TEXT REFERENCES schools, name TEXT, start TEXT, "end" TEXT,
  kind TEXT, grades TEXT);
CREATE TABLE holidays (school_id TEXT REFERENCES schools, "from" TEXT, "to" TEXT, PRIMARY KEY (school_id, "from"));
CREATE TABLE lessons (id TEXT PRIMARY KEY, class_id TEXT REFERENCES classes, subject_id TEXT REFERENCES subjects,
  teacher_id TEXT REFERENCES teachers, date TEXT NOT NULL, number INTEGER, group_id TEXT REFERENCES groups,
  topic TEXT, homework TEXT, entered_at TEXT);
CREATE TABLE works (id TEXT PRIMARY KEY, lesson_id TEXT REFERENCES lessons, kind TEXT, is_written INTEGER);
CREATE TABLE marks (id TEXT PRIMARY KEY, work_id TEXT REFERENCES works, pupil_id TEXT REFERENCES pupils, value TEXT,
  entered_at TEXT);
CREATE TABLE attendance (lesson_id TEXT REFERENCES lessons, pupil_id TEXT REFERENCES pupils, code TEXT NOT NULL,
  entered_at TEXT, PRIMARY KEY (lesson_id, pupil_id));
CREATE TABLE logins (person_id TEXT NOT NULL, role TEXT NOT NULL, class_id TEXT REFERENCES classes, at TEXT NOT NULL,
  PRIMARY KEY (person_id, role, at));
CREATE TABLE final_marks (pupil_id TEXT REFERENCES pupils, subject_id TEXT REFERENCES subjects,
  period_id TEXT REFERENCES periods, value TEXT, decided_at TEXT, entered_at TEXT,
  PRIMARY KEY (pupil_id, subject_id, period_id));
CREATE TABLE exemptions (pupil_id TEXT REFERENCES pupils, subject_id TEXT REFERENCES subjects, "from" TEXT, "to" TEXT,
  PRIMARY KEY (pupil_id, subject_id, "from"));
CREATE TABLE plan (class_id TEXT REFERENCES classes, subject_id TEXT REFERENCES subjects, number INTEGER, topic TEXT,
  date TEXT, group_id TEXT REFERENCES groups, PRIMARY KEY (class_id, subject_id, group_id, number));
CREATE TABLE class_hours (id TEXT PRIMARY KEY, class_id TEXT REFERENCES classes, date TEXT, topic TEXT, direction TEXT,
  attendance_taken INTEGER, briefing INTEGER);
CREATE TABLE consents (pupil_id TEXT REFERENCES pupils, kind TEXT, given TEXT, withdrawn TEXT,
  PRIMARY KEY (pupil_id, kind, given));
CREATE TABLE class_lists (class_id TEXT REFERENCES classes, verified_by TEXT REFERENCES teachers, verified_at TEXT,
  PRIMARY KEY (class_id, verified_at));
CREATE TABLE paper_tally (lesson_id TEXT PRIMARY KEY REFERENCES lessons, marks INTEGER, absences INTEGER);
.import --skip 1 schools.csv schools
.import --skip 1 teachers.csv teachers
.import --skip 1 classes.csv classes
.import --skip 1 groups.csv groups
.import --skip 1 pupils.csv pupils
.import --skip 1 group_pupils.csv group_pupils
.import --skip 1 subjects.csv subjects
.import --skip 1 periods.csv periods
.import --skip 1 holidays.csv holidays
.import --skip 1 lessons.csv lessons
.import --skip 1 works.csv works
.import --skip 1 marks.csv marks
.import --skip 1 attendance.csv attendance
.import --skip 1 logins.csv logins
.import --skip 1 final_marks.csv final_marks
.import --skip 1 exemptions.csv exemptions
.import --skip 1 plan.csv plan
.import --skip 1 class_hours.csv class_hours
.import --skip 1 consents.csv consents
.import --skip 1 class_lists.csv class_lists
.import --skip 1 paper_tally.csv paper_tally
CREATE INDEX teachers_school ON teachers (school_id);
CREATE INDEX classes_school ON classes (school_id);
CREATE INDEX classes_head_teacher ON classes (head_teacher_id);
CREATE INDEX groups_class ON groups (class_id);
CREATE INDEX pupils_class ON pupils (class_id);
CREATE INDEX group_pupils_pupil ON group_pupils (pupil_id);
CREATE INDEX periods_school ON periods (school_id);
CREATE INDEX lessons_class ON lessons (class_id);
CREATE INDEX lessons_subject ON lessons (subject_id);
CREATE INDEX lessons_teacher ON lessons (teacher_id);
CREATE INDEX lessons_group ON lessons (group_id);
CREATE INDEX works_lesson ON works (lesson_id);
CREATE INDEX marks_work ON marks (work_id);
CREATE INDEX marks_pupil ON marks (pupil_id);
CREATE INDEX attendance_pupil ON attendance (pupil_id);
CREATE INDEX logins_class ON logins (class_id);
CREATE INDEX final_marks_subject ON final_marks (subject_id);
CREATE INDEX final_marks_period ON final_marks (period_id);
CREATE INDEX exemptions_subject ON exemptions (subject_id);
CREATE INDEX plan_subject ON plan (subject_id);
CREATE INDEX plan_group ON plan (group_id);
CREATE INDEX class_hours_class ON class_hours (class_id);
CREATE INDEX class_lists_verified_by ON class_lists (verified_by);
COMMIT;
