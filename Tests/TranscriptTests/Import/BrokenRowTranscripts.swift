import Testing

/// One row is wrong, all others go in: each case tells the row and keeps the rest.
@Suite struct BrokenRowTranscripts {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func wrongDate() throws {
    try scratch.importWithout("lessons") { $0.replace(";2025-09-02;", with: ";31.09.2025;", in: "lessons") }
    try scratch.expect(
      """
      $ zavuch import lessons.csv
      ✓ lessons.csv — таблицы обмена: уроков 2, тем 2, домашних заданий 1, выгрузка на 01.09.2025 10:00:00
        новых 5, изменено 0, исчезло 0, отклонено 1
      ! lessons.csv, строка 4, столбец E: не читается дата
      !   записано: «31.09.2025»
      !   что делать: Запишите дату как ГГГГ-ММ-ДД или ДД.ММ.ГГГГ, например 2025-09-01.
      [3]
      """)
    #expect(try scratch.rows("SELECT key FROM lesson ORDER BY key") == ["L1", "L2"])
  }

  @Test func wrongMoment() throws {
    try scratch.importWithout("marks") { $0.replace("2025-09-01T09:10:00", with: "вчера", in: "marks") }
    try scratch.expect(
      """
      $ zavuch import marks.csv
      ✓ marks.csv — таблицы обмена: отметок 3, выгрузка на 02.09.2025 15:00:00
        новых 3, изменено 0, исчезло 0, отклонено 1
      ! marks.csv, строка 2, столбец E: не читается время
      !   записано: «вчера»
      !   что делать: Запишите время как ГГГГ-ММ-ДДTЧЧ:ММ:СС, например 2025-09-01T14:30:00.
      [3]
      """)
    #expect(try scratch.rows("SELECT key, value FROM mark ORDER BY key") == ["M2|4", "M2/2|5", "M3|зач"])
  }

  @Test func wrongMark() throws {
    try scratch.importWithout("marks") { $0.replace(";P1;5;", with: ";P1;6;", in: "marks") }
    try scratch.expect(
      """
      $ zavuch import marks.csv
      ✓ marks.csv — таблицы обмена: отметок 3, выгрузка на 02.09.2025 15:00:00
        новых 3, изменено 0, исчезло 0, отклонено 1
      ! marks.csv, строка 2, столбец D: не читается отметка
      !   записано: «6»
      !   что делать: Допустимы отметки 1–5 (также «4-», «4/5»), зач, незач, осв, н/а, а/з; посещаемость — в
      !               таблице attendance.
      [3]
      """)
    #expect(try scratch.rows("SELECT key FROM mark ORDER BY key") == ["M2", "M2/2", "M3"])
  }

  @Test func attendanceAmongMarks() throws {
    try scratch.importWithout("marks") { $0.replace(";P1;5;", with: ";P1;н5;", in: "marks") }
    try scratch.expect(
      """
      $ zavuch import marks.csv
      ✓ marks.csv — таблицы обмена: отметок 3, выгрузка на 02.09.2025 15:00:00
        новых 3, изменено 0, исчезло 0, отклонено 1
      ! marks.csv, строка 2, столбец D: не читается отметка
      !   записано: «н5»
      !   что делать: Допустимы отметки 1–5 (также «4-», «4/5»), зач, незач, осв, н/а, а/з; посещаемость — в
      !               таблице attendance.
      [3]
      """)
    #expect(try scratch.rows("SELECT count(*) FROM mark") == ["3"])
  }

  @Test func unknownAttendanceCode() throws {
    try scratch.importWithout("attendance") { $0.replace(";Н;", with: ";Ж;", in: "attendance") }
    try scratch.expect(
      """
      $ zavuch import attendance.csv
      ✓ attendance.csv — таблицы обмена: принят, выгрузка на 01.09.2025 10:01:00
        новых 0, изменено 0, исчезло 0, отклонено 1
      ! attendance.csv, строка 2, столбец C: неизвестный код посещаемости
      !   записано: «Ж»
      !   что делать: Допустимы: Н, Б, У, О, В (В без ученика — все присутствуют).
      [3]
      """)
    #expect(try scratch.rows("SELECT pupil, code FROM attendance") == ["0|В"])
  }

  @Test func attendanceWithoutPupil() throws {
    try scratch.importWithout("attendance") { $0.replace(";P3;", with: ";;", in: "attendance") }
    try scratch.expect(
      """
      $ zavuch import attendance.csv
      ✓ attendance.csv — таблицы обмена: принят, выгрузка на 01.09.2025 10:01:00
        новых 0, изменено 0, исчезло 0, отклонено 1
      ! attendance.csv, строка 2, столбец B: не указан ученик
      !   что делать: Без ученика допустим только код В: все присутствуют.
      [3]
      """)
    #expect(try scratch.rows("SELECT pupil, code FROM attendance") == ["0|В"])
  }

  @Test func sameIdTwice() throws {
    try scratch.importWithout("pupils") { $0.append("P1;C1;Другой Пётр;;;", to: "pupils") }
    try scratch.expect(
      """
      $ zavuch import pupils.csv
      ✓ pupils.csv — таблицы обмена: учеников 3
        новых 0, изменено 0, исчезло 0, отклонено 1
      ! pupils.csv, строка 5, столбец A: повтор: такой id уже есть в таблице pupils
      !   записано: «P1»
      !   что делать: У каждой строки должен быть свой id; принята первая.
      [3]
      """)
    #expect(try scratch.rows("SELECT key, name FROM pupil WHERE key = 'P1'") == ["P1|Белов Иван"])
  }

  @Test func sameAttendanceTwice() throws {
    try scratch.importWithout("attendance") {
      $0.append("L1;P3;Б;2025-09-01T09:05:00", "L2;;В;2025-09-01T10:01:00", to: "attendance")
    }
    try scratch.expect(
      """
      $ zavuch import attendance.csv
      ✓ attendance.csv — таблицы обмена: пропусков 2, выгрузка на 01.09.2025 10:01:00
        новых 1, изменено 0, исчезло 0, отклонено 1
      ! attendance.csv, строка 4: вторая запись о том же: выше уже стоит «Н»
      !   записано: «Б»
      !   что делать: Оставьте одну запись; принята первая.
      [3]
      """)
    #expect(try scratch.rows("SELECT code FROM attendance ORDER BY pupil") == ["В", "Н"])
  }

  @Test func wrongGrade() throws {
    try scratch.write("id;school_id;grade;letter\nC1;S1;13;А\nC2;S1;пятый;Б\nC3;S1;7;В\n", to: "classes.csv")
    try scratch.expect(
      """
      $ zavuch import classes.csv
      ✓ classes.csv — таблицы обмена: классов 1
        новых 0, изменено 0, исчезло 0, отклонено 2
      ! classes.csv, строка 2, столбец C: ожидается целое число от 1 до 12
      !   записано: «13»
      !   что делать: Исправьте число.
      ! classes.csv, строка 3, столбец C: ожидается целое число от 1 до 12
      !   записано: «пятый»
      !   что делать: Исправьте число.
      [3]
      """)
    #expect(try scratch.rows("SELECT key, title FROM study_class") == ["C3|7В"])
  }

  @Test func periodThatEndsBeforeItStarts() throws {
    try scratch.write(
      "id;school_id;name;start;end;kind\nQ1;S1;1 четверть;2025-09-01;2025-08-26;\nQ2;S1;2 четверть;2025-11-03;2025-12-28;семестр\n",
      to: "periods.csv")
    try scratch.expect(
      """
      $ zavuch import periods.csv
      ✓ periods.csv — таблицы обмена: принят
        новых 0, изменено 0, исчезло 0, отклонено 2
      ! periods.csv, строка 2, столбец E: период кончается раньше, чем начинается
      !   записано: «2025-08-26»
      !   что делать: Исправьте столбцы start и end.
      ! periods.csv, строка 3, столбец F: неизвестный вид периода
      !   записано: «семестр»
      !   что делать: Допустимы: quarter, trimester, half, year; или оставьте пустым.
      [3]
      """)
    #expect(try scratch.rows("SELECT count(*) FROM period") == ["0"])
  }

  @Test func missingValues() throws {
    try scratch.write("id;school_id;name\nT1;S1;\n;S1;Орлов\nT3;;Юрьева\n\nT4;S1\n;;\nT5;S1;Яшин\n", to: "teachers.csv")
    try scratch.expect(
      """
      $ zavuch import teachers.csv
      ✓ teachers.csv — таблицы обмена: принят
        новых 0, изменено 0, исчезло 0, отклонено 4
      ! teachers.csv, строка 2, столбец C: пустое значение в столбце name
      !   что делать: Впишите значение: без него строка непонятна.
      ! teachers.csv, строка 3, столбец A: пустое значение в столбце id
      !   что делать: Впишите значение: без него строка непонятна.
      ! teachers.csv, строка 4, столбец B: пустое значение в столбце school_id
      !   что делать: Впишите значение: без него строка непонятна.
      ! teachers.csv, строка 6, столбец C: пустое значение в столбце name
      !   что делать: Впишите значение: без него строка непонятна.
      [3]
      """)
    #expect(try scratch.rows("SELECT key FROM teacher") == ["T5"])
  }

  /// A delimiter in a value without quotes would move the topic into the homework and the homework into the moment.
  @Test func rowWithMoreValuesThanColumns() throws {
    try scratch.importWithout("lessons") { $0.replace(";Дроби;", with: ";Дроби; сложение;", in: "lessons") }
    try scratch.expect(
      """
      $ zavuch import lessons.csv
      ✓ lessons.csv — таблицы обмена: уроков 2, тем 2, выгрузка на 01.09.2025 10:00:00
        новых 4, изменено 0, исчезло 0, отклонено 1
      ! lessons.csv, строка 2, столбец K: в строке 11 значений, а столбцов 10
      !   записано: «2025-09-01T09:00:00»
      !   что делать: Значение, в котором есть разделитель, возьмите в кавычки.
      [3]
      """)
    #expect(try scratch.rows("SELECT key FROM lesson ORDER BY key") == ["L2", "L3"])
  }

  @Test func listsOfDuties() throws {
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
    try scratch.write(
      """
      pupil_id;kind;given;withdrawn
      P1;child;2025-09-01;
      P9;child;2025-09-01;
      P2;ребёнок;2025-09-01;
      P3;parent;вчера;

      """, to: "Списки/consents.csv")
    try scratch.write(
      "lesson_id;marks;absences\nL1;2;1\nL9;1;1\nL2;много;0\n", to: "Списки/paper_tally.csv")
    try scratch.write(
      "class_id;subject_id;number;topic;date\nC9;SU1;1;Дроби;\nC1;SU1;первый;Дроби;\nC1;SU1;2;Дроби;2025-09-02\n",
      to: "Списки/plan.csv")
    try scratch.expect(
      """
      $ zavuch import Списки
      ✓ Списки/consents.csv — таблицы обмена: принят
        новых 0, изменено 0, исчезло 0, отклонено 3
      ✓ Списки/paper_tally.csv — таблицы обмена: принят
        новых 0, изменено 0, исчезло 0, отклонено 2
      ✓ Списки/plan.csv — таблицы обмена: принят
        новых 0, изменено 0, исчезло 0, отклонено 2
      ! Списки/consents.csv, строка 4, столбец B: неизвестный вид согласия
      !   записано: «ребёнок»
      !   что делать: Допустимы: child, parent, pupil-16.
      ! Списки/consents.csv, строка 5, столбец C: не читается дата
      !   записано: «вчера»
      !   что делать: Запишите дату как ГГГГ-ММ-ДД или ДД.ММ.ГГГГ, например 2025-09-01.
      ! Списки/consents.csv, строка 3: ученик «P9» не найден в выгрузке и в хранилище
      !   записано: «P9»
      !   что делать: Проверьте, есть ли в таблице pupils строка с этим id и принята ли она.
      ! Списки/paper_tally.csv, строка 4, столбец B: ожидается целое число от 0 до 999
      !   записано: «много»
      !   что делать: Исправьте число.
      ! Списки/paper_tally.csv, строка 3: урок «L9» не найден в выгрузке и в хранилище
      !   записано: «L9»
      !   что делать: Проверьте, есть ли в таблице lessons строка с этим id и принята ли она.
      ! Списки/plan.csv, строка 3, столбец C: ожидается целое число от 0 до 9999
      !   записано: «первый»
      !   что делать: Исправьте число.
      ! Списки/plan.csv, строка 2: класс «C9» не найден в выгрузке и в хранилище
      !   записано: «C9»
      !   что делать: Проверьте, есть ли в таблице classes строка с этим id и принята ли она.
      [3]
      """)
    #expect(
      try scratch.rows(
        """
        SELECT 'consents', sheet_row FROM consent UNION ALL SELECT 'paper_tally', sheet_row FROM paper_tally
        UNION ALL SELECT 'plan', sheet_row FROM plan_row ORDER BY 1, 2
        """) == ["consents|2", "paper_tally|2", "plan|4"])
  }

  @Test func rejectionsAreKeptOnceAndTellTheirPlace() throws {
    try scratch.importWithout("marks") { $0.replace(";P1;5;", with: ";P1;6;", in: "marks") }
    for _ in 1...2 { try scratch.zavuch("import", "marks.csv") }
    #expect(
      try scratch.rows(
        "SELECT f.path, r.sheet_row, r.sheet_column, r.raw, r.problem FROM rejection r JOIN source_file f ON f.id = r.file"
      )
        == ["marks.csv|2|4|6|не читается отметка"])
  }
}
