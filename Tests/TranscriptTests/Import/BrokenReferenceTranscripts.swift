import Testing

/// A row refers to what neither the export nor the store has.
@Suite struct BrokenReferenceTranscripts {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func pupilOfAMark() throws {
    try scratch.importWithout("marks") {
      $0.replace("M1;W1;P1;", with: "M1;W1;P9;", in: "marks")
      // The two marks of one cell are one rejected row.
      $0.append("M4;W1;P8;4/5;", to: "marks")
    }
    try scratch.expect(
      """
      $ zavuch import marks.csv
      ✓ marks.csv — таблицы обмена: отметок 6, выгрузка на 02.09.2025 15:00:00
        новых 3, изменено 0, исчезло 0, отклонено 2
      ! marks.csv, строка 2: ученик «P9» не найден в выгрузке и в хранилище
      !   записано: «P9»
      !   что делать: Проверьте, есть ли в таблице pupils строка с этим id и принята ли она.
      ! marks.csv, строка 5: ученик «P8» не найден в выгрузке и в хранилище
      !   записано: «P8»
      !   что делать: Проверьте, есть ли в таблице pupils строка с этим id и принята ли она.
      [3]
      """)
    #expect(try scratch.rows("SELECT key FROM mark ORDER BY key") == ["M2", "M2/2", "M3"])
  }

  @Test func workOfAMark() throws {
    try scratch.importWithout("marks") { $0.replace("M1;W1;", with: "M1;W9;", in: "marks") }
    try scratch.expect(
      """
      $ zavuch import marks.csv
      ✓ marks.csv — таблицы обмена: отметок 4, выгрузка на 02.09.2025 15:00:00
        новых 3, изменено 0, исчезло 0, отклонено 1
      ! marks.csv, строка 2: работа «W9» не найдена в выгрузке и в хранилище
      !   записано: «W9»
      !   что делать: Проверьте, есть ли в таблице works строка с этим id и принята ли она.
      [3]
      """)
    #expect(try scratch.rows("SELECT count(*) FROM mark") == ["3"])
  }

  @Test func lessonOfAWorkAndOfAttendance() throws {
    var others = SchoolTables()
    others.remove("works", "marks", "attendance")
    try scratch.write(others)
    try scratch.zavuch("import", "Школа")
    try scratch.write("id;lesson_id;kind;is_written\nW1;L1;контрольная;1\nW2;L9;ответ;0\n", to: "Записи/works.csv")
    try scratch.write("id;work_id;pupil_id;value;entered_at\nM1;W2;P1;5;2025-09-01T09:10:00\n", to: "Записи/marks.csv")
    try scratch.write("lesson_id;pupil_id;code\nL9;P3;Н\nL1;P3;Н\n", to: "Записи/attendance.csv")
    try scratch.expect(
      """
      $ zavuch import Записи
      ✓ Записи/attendance.csv — таблицы обмена: пропусков 2, выгрузка на 01.09.2025 09:10:00
        новых 1, изменено 0, исчезло 0, отклонено 1
      ✓ Записи/marks.csv — таблицы обмена: отметок 1, выгрузка на 01.09.2025 09:10:00
        новых 0, изменено 0, исчезло 0, отклонено 1
      ✓ Записи/works.csv — таблицы обмена: принят, выгрузка на 01.09.2025 09:10:00
        новых 0, изменено 0, исчезло 0, отклонено 1
      ! Записи/attendance.csv, строка 2: урок «L9» не найден в выгрузке и в хранилище
      !   записано: «L9»
      !   что делать: Проверьте, есть ли в таблице lessons строка с этим id и принята ли она.
      ! Записи/marks.csv, строка 2: работа «W2» не найдена в выгрузке и в хранилище
      !   записано: «W2»
      !   что делать: Проверьте, есть ли в таблице works строка с этим id и принята ли она.
      ! Записи/works.csv, строка 3: урок «L9» не найден в выгрузке и в хранилище
      !   записано: «L9»
      !   что делать: Проверьте, есть ли в таблице lessons строка с этим id и принята ли она.
      [3]
      """)
    #expect(try scratch.rows("SELECT key FROM work") == ["W1"])
    #expect(try scratch.rows("SELECT count(*) FROM mark UNION ALL SELECT count(*) FROM attendance") == ["0", "1"])
  }

  @Test func classOfALesson() throws {
    try scratch.importWithout("lessons") { $0.replace("L3;C1;", with: "L3;C9;", in: "lessons") }
    try scratch.expect(
      """
      $ zavuch import lessons.csv
      ✓ lessons.csv — таблицы обмена: уроков 3, тем 3, домашних заданий 1, выгрузка на 01.09.2025 10:00:00
        новых 5, изменено 0, исчезло 0, отклонено 1
      ! lessons.csv, строка 4: класс «C9» не найден в выгрузке и в хранилище
      !   записано: «C9»
      !   что делать: Проверьте, есть ли в таблице classes строка с этим id и принята ли она.
      [3]
      """)
    #expect(try scratch.rows("SELECT key FROM lesson ORDER BY key") == ["L1", "L2"])
  }

  @Test func subjectTeacherAndGroupOfALesson() throws {
    try scratch.importWithout("lessons") {
      $0.replace("L1;C1;SU1;", with: "L1;C1;SU9;", in: "lessons")
      $0.replace(";G1;", with: ";G9;", in: "lessons")
      $0.replace("L3;C1;SU1;T1;", with: "L3;C1;SU1;T9;", in: "lessons")
    }
    try scratch.expect(
      """
      $ zavuch import lessons.csv
      ✓ lessons.csv — таблицы обмена: уроков 3, тем 3, домашних заданий 1, выгрузка на 01.09.2025 10:00:00
        новых 0, изменено 0, исчезло 0, отклонено 3
      ! lessons.csv, строка 2: предмет «SU9» не найден в выгрузке и в хранилище
      !   записано: «SU9»
      !   что делать: Проверьте, есть ли в таблице subjects строка с этим id и принята ли она.
      ! lessons.csv, строка 3: группа «G9» не найдена в выгрузке и в хранилище
      !   записано: «G9»
      !   что делать: Проверьте, есть ли в таблице groups строка с этим id и принята ли она.
      ! lessons.csv, строка 4: учитель «T9» не найден в выгрузке и в хранилище
      !   записано: «T9»
      !   что делать: Проверьте, есть ли в таблице teachers строка с этим id и принята ли она.
      [3]
      """)
    #expect(try scratch.rows("SELECT count(*) FROM lesson") == ["0"])
  }

  /// It once ended the whole import with a fault of the database.
  @Test func classOfAPupilAndOfAGroup() throws {
    try scratch.write("id;school_id;grade;letter;head_teacher_id\nC1;S1;5;А;T9\n", to: "Списки/classes.csv")
    try scratch.write("id;class_id;name\nP1;C1;Белов Иван\nP3;C9;Громов Яков\n", to: "Списки/pupils.csv")
    try scratch.write("id;class_id;name\nG1;C8;Англ. 1\n", to: "Списки/groups.csv")
    try scratch.write("group_id;pupil_id\nG1;P1\n", to: "Списки/group_pupils.csv")
    try scratch.expect(
      """
      $ zavuch import Списки
      ✓ Списки/classes.csv — таблицы обмена: классов 1
        новых 0, изменено 0, исчезло 0, отклонено 1
      ✓ Списки/group_pupils.csv — таблицы обмена: принят
        новых 0, изменено 0, исчезло 0, отклонено 1
      ✓ Списки/groups.csv — таблицы обмена: принят
        новых 0, изменено 0, исчезло 0, отклонено 1
      ✓ Списки/pupils.csv — таблицы обмена: классов 1, учеников 2
        новых 0, изменено 0, исчезло 0, отклонено 1
      ! Списки/classes.csv, строка 2: учитель «T9» не найден в выгрузке и в хранилище
      !   записано: «T9»
      !   что делать: Проверьте, есть ли в таблице teachers строка с этим id и принята ли она.
      ! Списки/group_pupils.csv, строка 2: группа «G1» не найдена в выгрузке и в хранилище
      !   записано: «G1»
      !   что делать: Проверьте, есть ли в таблице groups строка с этим id и принята ли она.
      ! Списки/groups.csv, строка 2: класс «C8» не найден в выгрузке и в хранилище
      !   записано: «C8»
      !   что делать: Проверьте, есть ли в таблице classes строка с этим id и принята ли она.
      ! Списки/pupils.csv, строка 3: класс «C9» не найден в выгрузке и в хранилище
      !   записано: «C9»
      !   что делать: Проверьте, есть ли в таблице classes строка с этим id и принята ли она.
      [3]
      """)
    #expect(try scratch.rows("SELECT key FROM pupil") == ["P1"])
    #expect(try scratch.rows("SELECT key, head_teacher FROM study_class") == ["C1|—"])
    #expect(try scratch.rows("SELECT count(*) FROM study_group") == ["0"])
  }

  @Test func schoolOfATeacher() throws {
    try scratch.write("id;name\nS1;Школа № 1\n", to: "Списки/schools.csv")
    try scratch.write("id;school_id;name\nT1;S1;Смирнова\nT2;S9;Орлов\n", to: "Списки/teachers.csv")
    try scratch.expect(
      """
      $ zavuch import Списки
      ✓ Списки/schools.csv — таблицы обмена: принят
      ✓ Списки/teachers.csv — таблицы обмена: принят
        новых 0, изменено 0, исчезло 0, отклонено 1
      ! Списки/teachers.csv, строка 3, столбец B: такой школы нет в таблице schools
      !   записано: «S9»
      !   что делать: Исправьте school_id или добавьте школу.
      [3]
      """)
    #expect(try scratch.rows("SELECT key FROM teacher") == ["T1"])
  }

  @Test func finalMarksExemptionsAndLogins() throws {
    var others = SchoolTables()
    others.remove("final_marks", "exemptions", "logins")
    try scratch.write(others)
    try scratch.zavuch("import", "Школа")
    try scratch.write(
      "pupil_id;subject_id;period_id;value\nP9;SU1;Q1;5\nP1;SU9;Q1;5\nP1;SU1;Q9;5\nP1;SU1;Q1;пять\nP1;SU1;Q1;5\n",
      to: "Записи/final_marks.csv")
    try scratch.write(
      "pupil_id;subject_id;from;to\nP9;SU1;;\nP1;SU2;2025-10-01;2025-09-01\nP1;SU2;;\n", to: "Записи/exemptions.csv")
    try scratch.write(
      "person_id;role;at\nP9;pupil;2025-09-03T18:00:00\nT9;teacher;2025-09-03T18:00:00\nT1;директор;2025-09-03T18:00:00\n",
      to: "Записи/logins.csv")
    try scratch.expect(
      """
      $ zavuch import Записи --taken-at 2025-10-26T09:00
      ✓ Записи/exemptions.csv — таблицы обмена: освобождений 2, выгрузка на 26.10.2025 09:00:00
        новых 1, изменено 0, исчезло 0, отклонено 2
      ✓ Записи/final_marks.csv — таблицы обмена: итоговых 4, выгрузка на 26.10.2025 09:00:00
        новых 1, изменено 0, исчезло 0, отклонено 4
      ✓ Записи/logins.csv — таблицы обмена: входов 2, выгрузка на 26.10.2025 09:00:00
        новых 0, изменено 0, исчезло 0, отклонено 3
      ! Записи/exemptions.csv, строка 3, столбец D: освобождение кончается раньше, чем начинается
      !   записано: «2025-09-01»
      !   что делать: Исправьте столбцы from и to.
      ! Записи/exemptions.csv, строка 2: ученик «P9» не найден в выгрузке и в хранилище
      !   записано: «P9»
      !   что делать: Проверьте, есть ли в таблице pupils строка с этим id и принята ли она.
      ! Записи/final_marks.csv, строка 5, столбец D: не читается итоговая отметка
      !   записано: «пять»
      !   что делать: Допустимы 1–5, зач, незач, осв, н/а, а/з.
      ! Записи/final_marks.csv, строка 2: ученик «P9» не найден в выгрузке и в хранилище
      !   записано: «P9»
      !   что делать: Проверьте, есть ли в таблице pupils строка с этим id и принята ли она.
      ! Записи/final_marks.csv, строка 3: предмет «SU9» не найден в выгрузке и в хранилище
      !   записано: «SU9»
      !   что делать: Проверьте, есть ли в таблице subjects строка с этим id и принята ли она.
      ! Записи/final_marks.csv, строка 4: период «Q9» не найден в выгрузке и в хранилище
      !   записано: «Q9»
      !   что делать: Проверьте, есть ли в таблице periods строка с этим id и принята ли она.
      ! Записи/logins.csv, строка 4, столбец B: неизвестная роль
      !   записано: «директор»
      !   что делать: Допустимы: pupil, parent, teacher.
      ! Записи/logins.csv, строка 2: ученик «P9» не найден в выгрузке и в хранилище
      !   записано: «P9»
      !   что делать: Проверьте, есть ли в таблице pupils строка с этим id и принята ли она.
      ! Записи/logins.csv, строка 3: учитель «T9» не найден в выгрузке и в хранилище
      !   записано: «T9»
      !   что делать: Проверьте, есть ли в таблице teachers строка с этим id и принята ли она.
      [3]
      """)
    #expect(
      try scratch.rows(
        "SELECT count(*) FROM final_mark UNION ALL SELECT count(*) FROM exemption UNION ALL SELECT count(*) FROM login")
        == ["1", "1", "0"])
  }
}
