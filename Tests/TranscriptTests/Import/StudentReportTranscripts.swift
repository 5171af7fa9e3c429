import Testing

/// «Отчет об успеваемости и посещаемости ученика» and «Табель успеваемости», made up as their exporter writes them.
@Suite struct StudentReportTranscripts {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  @Test func reportOfAClass() throws {
    try scratch.write(StudentBook.report(), to: "Отчет_весь_класс.xlsx")
    try scratch.expect(
      """
      $ zavuch import Отчет_весь_класс.xlsx
      ✓ Отчет_весь_класс.xlsx — отчёт об успеваемости и посещаемости ученика: классов 1, уроков 8, учеников 2, отметок 8, пропусков 4, итоговых 4, выгрузка на 12.11.2025 12:00:00
        новых 24, изменено 0, исчезло 0, отклонено 0
      ! Отчет_весь_класс.xlsx, лист «Лист1», строка 29, столбец D: «0» стоит в клетках: 1; такой отметки на пятибалльной шкале нет
      !   записано: «0»
      !   что делать: Записано как есть, за отметку не считается; сама система считает его в среднем балле
      !               за ноль.
      ! Отчет_весь_класс.xlsx, лист «Лист1», строка 29, столбец E: средний балл не сходится: Волкова Ольга Ильинична, Алгебра, 4 четверть: средний 2,5, по отметкам 5,000 (отметок: 1)
      !   что делать: Сходится, если считать «0» за ноль (клеток с «0»: 1): так считает сама система.
      ! Отчет_весь_класс.xlsx: средние баллы сошлись: 3 из 4
      !   что делать: Сверены с отметками за 24.03.2025–24.05.2025. Средневзвешенные не сверяются: веса
      !               работ неизвестны.
      """)
    #expect(
      try scratch.rows(
        """
        SELECT p.name, s.name, date(l.held_on * 86400, 'unixepoch'), m.value, m.raw FROM mark m
        JOIN pupil p ON p.id = m.pupil JOIN lesson l ON l.id = m.lesson JOIN subject s ON s.id = l.subject
        ORDER BY p.id, s.id, l.held_on, l.key, m.ordinal
        """) == [
          "Белов Иван Петрович|Алгебра|2025-03-24|2|2/3", "Белов Иван Петрович|Алгебра|2025-03-24|3|2/3",
          "Белов Иван Петрович|Алгебра|2025-03-31|2|О 2", "Белов Иван Петрович|Алгебра|2025-03-31|4|4 3",
          "Белов Иван Петрович|Алгебра|2025-03-31|3|4 3", "Белов Иван Петрович|Труд (мальчики)|2025-03-24|5|—",
          "Волкова Ольга Ильинична|Алгебра|2025-03-31|5|5 Н", "Волкова Ольга Ильинична|Алгебра|2025-04-01|0|—",
          "Волкова Ольга Ильинична|Труд (девочки)|2025-03-24|4|—",
        ])
    #expect(
      try scratch.rows(
        "SELECT p.name, a.code, a.raw FROM attendance a JOIN pupil p ON p.id = a.pupil ORDER BY p.id, a.lesson") == [
          "Белов Иван Петрович|О|О 2", "Белов Иван Петрович|Н|—", "Волкова Ольга Ильинична|Б|—",
          "Волкова Ольга Ильинична|Н|5 Н", "Волкова Ольга Ильинична|У|—",
        ])
    #expect(try scratch.rows("SELECT DISTINCT is_mark FROM mark WHERE value = '0'") == ["0"])
    #expect(
      try scratch.rows("SELECT name, start_day, end_day, grade_from, grade_to FROM period") == [
        "4 четверть|—|—|8|8"
      ])
    #expect(try scratch.rows("SELECT name FROM school") == ["МАОУ \"Школа № 7\""])
  }

  /// A lesson is theirs who have it: the second lesson of the day is Белов's, and nobody attends the other's course.
  @Test func whoHasWhichLesson() throws {
    try scratch.write(StudentBook.report(), to: "Отчет_весь_класс.xlsx")
    try scratch.zavuch("import", "Отчет_весь_класс.xlsx")
    #expect(
      try scratch.rows(
        """
        SELECT s.name, substr(l.key, -12), group_concat(substr(p.name, 1, 5), ' ') FROM lesson l
        JOIN subject s ON s.id = l.subject JOIN membership g ON g.study_group = l.study_group JOIN pupil p ON p.id = g.pupil
        GROUP BY l.id ORDER BY s.id, l.key
        """) == [
          "Алгебра|А/2025-03-24|Белов Волко", "Алгебра|А/2025-03-31|Белов Волко", "Алгебра|2025-03-31#2|Белов",
          "Алгебра|А/2025-04-01|Белов Волко", "Труд (девочки)|)/2025-03-24|Волко", "Труд (девочки)|)/2025-04-01|Волко",
          "Труд (мальчики)|)/2025-03-24|Белов", "Труд (мальчики)|)/2025-04-01|Белов",
        ])
    try scratch.zavuch("check", "--as-of", "2025-11-11", "--from", "2025-03-24", "--to", "2025-05-24", "--register")
    #expect(
      try scratch.rows("SELECT pupil_name, subject_name FROM finding WHERE rule LIKE 'pupil-with%' ORDER BY 1, 2") == []
    )
  }

  @Test func reportCardAgainstTheReport() throws {
    try scratch.write(StudentBook.report(), to: "Отчет_весь_класс.xlsx")
    try scratch.write(StudentBook.card(), to: "Табель.xlsx")
    try scratch.zavuch("import", "Отчет_весь_класс.xlsx")
    try scratch.expect(
      """
      $ zavuch import Табель.xlsx
      ✓ Табель.xlsx — табель успеваемости учащегося: классов 1, учеников 2, итоговых 9, выгрузка на 12.11.2025 12:00:00
        новых 9, изменено 0, исчезло 0, отклонено 0
      ! Табель.xlsx, лист «Лист1»: ни у кого нет ни отметки, ни среднего, ни итоговой: «Труд (девочки)»
      !   что делать: Если отметок по предмету не ставят, загрузите таблицу subjects, где у него graded = 0.
      ! Табель.xlsx, лист «Лист1», строка 29, столбец F: средний балл не сходится: Волкова Ольга Ильинична, Алгебра, 4 четверть: средний 2,50, по отметкам 5,000 (отметок: 1)
      !   что делать: Сходится, если считать «0» за ноль (клеток с «0»: 1): так считает сама система.
      ! Табель.xlsx: средние баллы сошлись: 2 из 3
      !   что делать: Сверены с отметками за 24.03.2025–24.05.2025. Средневзвешенные не сверяются: веса
      !               работ неизвестны.
      ! Табель.xlsx: средние баллы сверить не с чем: 3 четверть — 2
      !   что делать: Они сохранены. Сверятся сами, когда будет загружен отчёт об успеваемости за тот же
      !               период.
      """)
    #expect(
      try scratch.rows(
        """
        SELECT p.name, q.name, f.value FROM final_mark f JOIN period q ON q.id = f.period JOIN pupil p ON p.id = f.pupil
        JOIN journal j ON j.id = f.journal JOIN subject s ON s.id = f.subject
        WHERE j.layout = 'student-table' AND s.name = 'Алгебра' ORDER BY 1, 2
        """) == [
          "Белов Иван Петрович|3 четверть|3", "Белов Иван Петрович|4 четверть|3", "Белов Иван Петрович|Год|3",
          "Белов Иван Петрович|Итог|3", "Белов Иван Петрович|Экзамен|4", "Волкова Ольга Ильинична|3 четверть|5",
          "Волкова Ольга Ильинична|4 четверть|4",
        ])
    #expect(try scratch.rows("SELECT count(*) FROM period WHERE name = '4 четверть'") == ["1"])
    #expect(try scratch.rows("SELECT count(*) FROM pupil") == ["2"])
  }

  /// Whatever comes first, the comparison is made when both are there.
  @Test func reportAfterTheCard() throws {
    try scratch.write(StudentBook.report(), to: "Отчет_весь_класс.xlsx")
    try scratch.write(StudentBook.card(), to: "Табель.xlsx")
    let first = try scratch.zavuch("import", "Табель.xlsx")
    #expect(first.messages.contains("средние баллы сверить не с чем: 3 четверть — 2, 4 четверть — 3"))
    let second = try scratch.zavuch("import", "Отчет_весь_класс.xlsx")
    #expect(second.messages.contains("средние баллы сошлись: 5 из 7"))
    // What both files say is told once, with the place of the other.
    let told = second.messages.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(told.contains("То же расхождение в файле «Табель.xlsx», лист «Лист1», строка 29, столбец F: средний 2,50."))
    #expect(told.split(separator: "средний балл не сходится").count == 2)
  }

  @Test func explainedByAMarkThatIsNotThere() throws {
    var book = StudentBook.report()
    book.rows[13]?[5] = "=3"
    try scratch.write(book, to: "Отчет_весь_класс.xlsx")
    let outcome = try scratch.zavuch("import", "Отчет_весь_класс.xlsx")
    #expect(
      outcome.messages.contains(
        """
        строка 13, столбец F: средний балл не сходится: Белов Иван Петрович, Алгебра, 4 четверть: средний 3,0, по \
        отметкам 2,800 (отметок: 5)
        """))
    #expect(outcome.messages.contains("Сходится, если прибавить одну отметку «4»"))
  }

  @Test func momentThatNothingTells() throws {
    var book = StudentBook.report()
    book.november = nil
    try scratch.write(book, to: "Отчет_весь_класс.xlsx")
    try scratch.expect(
      """
      $ zavuch import Отчет_весь_класс.xlsx
      ✗ Отчет_весь_класс.xlsx: не принят
      ! Отчет_весь_класс.xlsx: неизвестно, когда сделана выгрузка: в файле нет ни времени внесения записей, ни даты создания, ни даты в названии
      !   что делать: Укажите момент выгрузки: --taken-at ГГГГ-ММ-ДДTЧЧ:ММ.
      [3]
      """)
  }

  /// Days that nobody has a final mark for are no reporting period: nothing is judged by them.
  @Test func daysWithoutFinalMarks() throws {
    var book = StudentBook.report()
    for (row, last) in [(13, 7), (15, 7), (29, 6), (30, 6)] { book.rows[row]?[last] = "" }
    try scratch.write(book, to: "Отчет_весь_класс.xlsx")
    try scratch.zavuch("import", "Отчет_весь_класс.xlsx")
    #expect(try scratch.rows("SELECT count(*) FROM period") == ["0"])
    #expect(try scratch.rows("SELECT count(*) FROM lesson WHERE period IS NOT NULL") == ["0"])
  }

  /// A report speaks of its days and pupils only.
  @Test func laterReports() throws {
    try scratch.write(StudentBook.report(), to: "Отчет_весь_класс.xlsx")
    try scratch.zavuch("import", "Отчет_весь_класс.xlsx")
    var autumn = StudentBook([1: ["МАОУ \"Школа № 7\""]])
    for (row, pupil) in [(6, "Белов Иван Петрович"), (22, "Волкова Ольга Ильинична")] {
      autumn.addBlock(
        row: row, pupil: pupil, period: "с 02.09.24 по 26.10.24", months: ["Сентябрь", nil], days: ["=2", "=3"],
        subjects: [["Алгебра", "5", "", "=5", "=0", "5"]])
    }
    autumn.november = 13
    try scratch.write(autumn, to: "Осень_весь_класс.xlsx")
    #expect(try scratch.imported("Осень_весь_класс.xlsx").map(\.vanished) == [0])
    #expect(try scratch.rows("SELECT name FROM period ORDER BY name") == ["1 четверть", "4 четверть"])

    var alone = StudentBook([:])
    alone.addBlock(
      row: 6, pupil: "Белов Иван Петрович", months: ["Март", nil], days: ["=24", "=31"],
      subjects: [["Алгебра", "2", "", "=2", "=0"]])
    alone.november = 14
    try scratch.write(alone, to: "Белов.xlsx")
    #expect(try scratch.imported("Белов.xlsx").map(\.vanished) == [0])

    var later = StudentBook.report()
    later.rows[13]?[4] = "5"
    later.rows[29]?[1] = ""
    later.november = 15
    try scratch.write(later, to: "Позже_весь_класс.xlsx")
    let line = try scratch.imported("Позже_весь_класс.xlsx")
    #expect(line.map(\.new) == [1] && line.map(\.changed) == [0] && line.map(\.vanished) == [1])
    #expect(
      try scratch.rows(
        """
        SELECT datetime(m.entered_from, 'unixepoch'), datetime(m.entered_by, 'unixepoch') FROM mark m
        JOIN lesson l ON l.id = m.lesson WHERE l.held_on = 20179 AND m.value = '5'
        """) == ["2025-11-12 12:00:00|2025-11-15 12:00:00"])
  }

  /// Whoever asked for fewer days has not moved the bounds of the quarter; its lessons are judged all the same.
  @Test func daysThatSomebodyAskedForAreNoBounds() throws {
    var book = StudentBook.report()
    for row in [8, 24] { book.rows[row] = ["Период: с 24.03.25 по 10.05.25"] }
    for column in 1...4 { book.rows[13]?[column] = "" }
    try scratch.write(book, to: "Отчет_весь_класс.xlsx")
    try scratch.zavuch("import", "Отчет_весь_класс.xlsx")
    #expect(try scratch.rows("SELECT name, start_day, end_day FROM period") == ["4 четверть|—|—"])
    #expect(try scratch.rows("SELECT count(*) FROM lesson WHERE period IS NULL") == ["0"])
    try scratch.zavuch("check", "--as-of", "2025-11-11", "--from", "2025-03-24", "--to", "2025-05-24", "--register")
    #expect(
      try scratch.rows("SELECT rule, pupil_name, subject_name FROM finding WHERE rule = 'pupil-without-marks'") == [
        "pupil-without-marks|Белов Иван Петрович|Алгебра"
      ])
  }

  /// A course without a single mark is told; that none are given in it only the school can say.
  @Test func courseThatNobodyHasAMarkIn() throws {
    var book = StudentBook.report()
    book.rows[16] = ["Физика", "", "", nil, "", "=0", "=0"]
    book.rows[32] = ["Физика", "", "", "", "=0", "=0"]
    try scratch.write(book, to: "Отчет_весь_класс.xlsx")
    let outcome = try scratch.zavuch("import", "Отчет_весь_класс.xlsx")
    #expect(outcome.messages.contains("ни у кого нет ни отметки, ни среднего, ни итоговой: «Физика»"))
    let open = {
      try scratch.zavuch("check", "--as-of", "2025-11-11", "--from", "2025-03-24", "--to", "2025-05-24", "--register")
      return try scratch.rows(
        """
        SELECT pupil_name, subject_name FROM finding WHERE rule = 'pupil-without-marks' AND state IN ('new', 'repeated')
          AND registered_check = (SELECT max(id) FROM registered_check) ORDER BY 1
        """)
    }
    #expect(try open() == ["Белов Иван Петрович|Физика", "Волкова Ольга Ильинична|Физика"])
    try scratch.write("id,name,graded\nф,Физика,0\n", to: "subjects.csv")
    try scratch.zavuch("import", "subjects.csv", "--taken-at", "2025-11-13T12:00")
    #expect(try open() == [])
  }

  /// The lessons of the other group are nobody's proof against it.
  @Test func reportOfTwoChosenPupils() throws {
    try scratch.write(StudentBook.report(), to: "Отчет_весь_класс.xlsx")
    try scratch.zavuch("import", "Отчет_весь_класс.xlsx")
    var book = StudentBook.report()
    book.rows[13]?[3] = nil
    book.november = 13
    try scratch.write(book, to: "Двое.xlsx")
    let messages = try scratch.zavuch("import", "Двое.xlsx").messages
    #expect(messages.contains("класс 8А, учеников в отчёте: 2; весь ли это класс, неизвестно"))
    #expect(try scratch.rows("SELECT count(*) FROM lesson WHERE gone_by IS NOT NULL") == ["0"])
  }

  @Test func brokenReport() throws {
    var book = StudentBook.report()
    book.rows[11]?[2] = "Семинар"
    book.rows[12]?[4] = "=31"
    book.rows[13]?[1] = "7"
    book.rows[14]?[0] = ""
    book.rows[14]?[1] = "5"
    book.rows[15]?[5] = "много"
    book.rows[15]?[7] = "?"
    book.rows[25] = ["Ученик:"]
    book.rows[18] = ["Н", "Прогул"]
    try scratch.write(book, to: "Отчет_весь_класс.xlsx")
    try scratch.expect(
      """
      $ zavuch import Отчет_весь_класс.xlsx
      ✓ Отчет_весь_класс.xlsx — отчёт об успеваемости и посещаемости ученика: классов 1, уроков 2, учеников 1, отметок 1, итоговых 1, выгрузка на 12.11.2025 12:00:00
        новых 4, изменено 0, исчезло 0, отклонено 7
      ! Отчет_весь_класс.xlsx, лист «Лист1», строка 11, столбец C: столбец не читается: что в нём, неизвестно
      !   записано: «Семинар»
      !   что делать: Ожидаются месяцы, средние баллы и итоговая оценка.
      ! Отчет_весь_класс.xlsx, лист «Лист1», строка 18, столбец B: обозначение «Н» объяснено неизвестными словами
      !   записано: «Прогул»
      !   что делать: Ожидается: неуважительная, уважительная, болезнь, опоздание. Обозначение понято как
      !               обычно.
      ! Отчет_весь_класс.xlsx, лист «Лист1»: нет ни одной пустой клетки урока: видны только уроки, где что-то поставлено
      !   что делать: Если файл пересохраняли в другой программе, загрузите его таким, каким он скачан.
      ! Отчет_весь_класс.xlsx, лист «Лист1», строка 13, столбец F: средний балл не сходится: Белов Иван Петрович, Алгебра, 4 четверть: средний 2,8, отметок нет
      !   что делать: Сверьте отметки этого ученика с журналом.
      ! Отчет_весь_класс.xlsx: средние баллы сошлись: 0 из 1
      !   что делать: Сверены с отметками за 24.03.2025–24.05.2025. Средневзвешенные не сверяются: веса
      !               работ неизвестны.
      ! Отчет_весь_класс.xlsx, лист «Лист1», строка 12, столбец D: над числом не указан месяц
      !   записано: «31»
      !   что делать: Столбец пропущен; исправьте заголовок или выгрузите отчёт заново.
      ! Отчет_весь_класс.xlsx, лист «Лист1», строка 12, столбец E: такого числа в этом месяце нет
      !   записано: «31»
      !   что делать: Столбец пропущен; исправьте заголовок или выгрузите отчёт заново.
      ! Отчет_весь_класс.xlsx, лист «Лист1», строка 14, столбец B: в строке есть записи, а названия предмета нет
      !   записано: «5»
      !   что делать: Строка пропущена; впишите предмет в столбец A.
      ! Отчет_весь_класс.xlsx, лист «Лист1», строка 25, столбец A: не читается строка имени ученика: таблица под ней пропущена
      !   записано: «Ученик:»
      !   что делать: Ожидается строка «Ученик: Фамилия Имя Отчество». Выгрузите отчёт заново; не удаляйте
      !               строки над таблицей.
      ! Отчет_весь_класс.xlsx, лист «Лист1», строка 13, столбец B: не читается содержимое ячейки
      !   записано: «7»
      !   что делать: Допустимы отметки 1–5, «4/5», «4 3», Н, Б, У, О и вместе: «О 2», «5 Н».
      ! Отчет_весь_класс.xlsx, лист «Лист1», строка 15, столбец F: не читается средний балл
      !   записано: «много»
      !   что делать: Ожидается число, например 3,67.
      ! Отчет_весь_класс.xlsx, лист «Лист1», строка 15, столбец H: не читается итоговая оценка
      !   записано: «?»
      !   что делать: Допустимы 1–5, осв, зач, незач, н/а.
      [3]
      """)
  }

  @Test func brokenCard() throws {
    var book = StudentBook.card()
    book.rows[13]?[2] = "Модуль"
    book.rows[15]?[5] = "два"
    book.rows[15]?[7] = "отл"
    book.rows[28] = [nil, nil, "?"]
    try scratch.write(book, to: "Табель.xlsx")
    try scratch.expect(
      """
      $ zavuch import Табель.xlsx
      ✓ Табель.xlsx — табель успеваемости учащегося: классов 1, учеников 1, итоговых 5, выгрузка на 12.11.2025 12:00:00
        новых 5, изменено 0, исчезло 0, отклонено 3
      ! Табель.xlsx, лист «Лист1», строка 14, столбец C: столбец не читается: что в нём, неизвестно
      !   записано: «Средний балл»
      !   что делать: Ожидаются периоды («1 Четверть») со средним баллом и итогом, «Год. оценка», «Экз.
      !               оценка», «Итог. оценка».
      ! Табель.xlsx, лист «Лист1», строка 14, столбец D: столбец не читается: что в нём, неизвестно
      !   записано: «Ср. взв. балл»
      !   что делать: Ожидаются периоды («1 Четверть») со средним баллом и итогом, «Год. оценка», «Экз.
      !               оценка», «Итог. оценка».
      ! Табель.xlsx, лист «Лист1», строка 14, столбец E: столбец не читается: что в нём, неизвестно
      !   записано: «Итог»
      !   что делать: Ожидаются периоды («1 Четверть») со средним баллом и итогом, «Год. оценка», «Экз.
      !               оценка», «Итог. оценка».
      ! Табель.xlsx, лист «Лист1»: ни у кого нет ни отметки, ни среднего, ни итоговой: «Труд (девочки)»
      !   что делать: Если отметок по предмету не ставят, загрузите таблицу subjects, где у него graded = 0.
      ! Табель.xlsx: средние баллы сверить не с чем: 4 четверть — 1
      !   что делать: Они сохранены. Сверятся сами, когда будет загружен отчёт об успеваемости за тот же
      !               период.
      ! Табель.xlsx, лист «Лист1», строка 25, столбец B: в заголовке таблицы нет строки «Средний балл»: таблица пропущена
      !   записано: «Предмет»
      !   что делать: Выгрузите табель заново; не удаляйте строки заголовка.
      ! Табель.xlsx, лист «Лист1», строка 15, столбец F: не читается средний балл
      !   записано: «два»
      !   что делать: Ожидается число, например 3,67.
      ! Табель.xlsx, лист «Лист1», строка 15, столбец H: не читается итоговая оценка
      !   записано: «отл»
      !   что делать: Допустимы 1–5, осв, зач, незач, н/а.
      [3]
      """)
  }
}
