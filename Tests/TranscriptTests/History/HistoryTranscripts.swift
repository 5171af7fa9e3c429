import SampleSchool
import Testing

/// `history` as people see it: what was entered, rewritten and removed, and between which exports.
@Suite struct HistoryTranscripts {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// Later a mark is rewritten, one is removed, an absence gets its reason.
  private func importTwice() throws {
    try scratch.write(SchoolTables())
    try scratch.zavuch("import", "Школа")
    let later = SchoolTables.changed {
      $0.replace("Дроби;№ 5", with: "Дроби;№ 5, № 6", in: "lessons")
      $0.replace("M1;W1;P1;5;2025-09-01T09:10:00", with: "M1;W1;P1;4;2025-10-27T09:30:00", in: "marks")
      $0.replace("M3;W2;P2;зач;2025-09-01T10:05:00\n", with: "", in: "marks")
      $0.replace("L1;P3;Н;2025-09-01T09:01:00", with: "L1;P3;Б;2025-10-27T08:00:00", in: "attendance")
      $0.replace("P1;SU1;Q1;5;", with: "P1;SU1;Q1;4;", in: "final_marks")
    }
    try scratch.write(later, to: "Позже")
  }

  @Test func theImportReportTellsWhatWasRewritten() throws {
    try importTwice()
    try scratch.expect(
      """
      $ zavuch import Позже
      ✓ Позже/attendance.csv — таблицы обмена: классов 1, пропусков 1, выгрузка на 27.10.2025 09:30:00
        новых 0, изменено 1, исчезло 0, отклонено 0
        изменено: 5А, Математика, 01.09.2025, Громов Яков, посещаемость: Н → Б
          Позже/attendance.csv, строка 2
      ✓ Позже/classes.csv — таблицы обмена: классов 1, выгрузка на 27.10.2025 09:30:00
      ✓ Позже/exemptions.csv — таблицы обмена: классов 1, освобождений 1, выгрузка на 27.10.2025 09:30:00, нового нет
      ✓ Позже/final_marks.csv — таблицы обмена: классов 1, итоговых 1, освобождений 1, выгрузка на 27.10.2025 09:30:00
        новых 0, изменено 1, исчезло 0, отклонено 0
        изменено: 5А, Математика, 1 четверть, Белов Иван: 5 → 4
          Позже/final_marks.csv, строка 2
      ✓ Позже/group_pupils.csv — таблицы обмена: принят, выгрузка на 27.10.2025 09:30:00
      ✓ Позже/groups.csv — таблицы обмена: принят, выгрузка на 27.10.2025 09:30:00
      ✓ Позже/holidays.csv — таблицы обмена: принят, выгрузка на 27.10.2025 09:30:00
      ✓ Позже/lessons.csv — таблицы обмена: классов 1, уроков 3, тем 3, домашних заданий 1, выгрузка на 27.10.2025 09:30:00
        новых 0, изменено 1, исчезло 0, отклонено 0
        изменено: 5А, Математика, 01.09.2025, домашнее задание: «№ 5» → «№ 5, № 6»
          Позже/lessons.csv, строка 2
      ✓ Позже/logins.csv — таблицы обмена: входов 3, выгрузка на 27.10.2025 09:30:00, нового нет
      ✓ Позже/marks.csv — таблицы обмена: классов 1, отметок 3, выгрузка на 27.10.2025 09:30:00
        новых 0, изменено 1, исчезло 1, отклонено 0
        исчезло: 5А, Английский язык, 01.09.2025, Волкова Ольга: зач
          Школа/marks.csv, строка 4
        изменено: 5А, Математика, 01.09.2025, Белов Иван: 5 → 4
          Позже/marks.csv, строка 2
      ✓ Позже/periods.csv — таблицы обмена: принят, выгрузка на 27.10.2025 09:30:00
      ✓ Позже/pupils.csv — таблицы обмена: классов 1, учеников 3, выгрузка на 27.10.2025 09:30:00
      ✓ Позже/schools.csv — таблицы обмена: принят, выгрузка на 27.10.2025 09:30:00
      ✓ Позже/subjects.csv — таблицы обмена: принят, выгрузка на 27.10.2025 09:30:00
      ✓ Позже/teachers.csv — таблицы обмена: принят, выгрузка на 27.10.2025 09:30:00
      ✓ Позже/works.csv — таблицы обмена: принят, выгрузка на 27.10.2025 09:30:00
      """)
  }

  @Test func aLesson() throws {
    try importTwice()
    try scratch.zavuch("import", "Позже")
    try scratch.expect(
      """
      $ zavuch history --class 5а --subject математика --date 2025-09-01
      Школа № 1: внесено 7, изменено 3, исчезло 0

      01.09.2025, 5А, Математика, урок 1, Смирнова Анна Викторовна [L1]
        урок: внесён 01.09.2025 в 09:00
            Школа/lessons.csv, строка 2
        тема «Дроби»: внесена 01.09.2025 в 09:00
            Школа/lessons.csv, строка 2
        домашнее задание «№ 5»: внесено 01.09.2025 в 09:00
            Школа/lessons.csv, строка 2
        домашнее задание «№ 5» → «№ 5, № 6»: изменено между 25.10.2025 12:00 и 27.10.2025 09:30 (выгрузки
        «Школа/lessons.csv» и «Позже/lessons.csv»)
            Позже/lessons.csv, строка 2
        Громов Яков: посещаемость Н: внесена 01.09.2025 в 09:01
            Школа/attendance.csv, строка 2, в ячейке «Н»
        Громов Яков: посещаемость Н → Б: изменена 27.10.2025 в 08:00
            Позже/attendance.csv, строка 2, в ячейке «Б»
        Белов Иван: отметка 5: внесена 01.09.2025 в 09:10
            Школа/marks.csv, строка 2, в ячейке «5»
        Белов Иван: отметка 5 → 4: изменена 27.10.2025 в 09:30
            Позже/marks.csv, строка 2, в ячейке «4»
        Волкова Ольга: отметка 4: внесена 02.09.2025 в 15:00
            Школа/marks.csv, строка 3, в ячейке «4/5»
        Волкова Ольга: отметка 5: внесена 02.09.2025 в 15:00
            Школа/marks.csv, строка 3, в ячейке «4/5»
      $ zavuch history --lesson L2
      Школа № 1: внесено 5, изменено 0, исчезло 1

      01.09.2025, 5А (Англ. 1), Английский язык, урок 2, Орлов Пётр Ильич [L2]
        урок: внесён 01.09.2025 в 10:00
            Школа/lessons.csv, строка 3
        тема «Знакомство»: внесена 01.09.2025 в 10:00
            Школа/lessons.csv, строка 3
        домашнее задание «.»: внесено 01.09.2025 в 10:00
            Школа/lessons.csv, строка 3
        весь класс: посещаемость В: внесена 01.09.2025 в 10:01
            Школа/attendance.csv, строка 3
        Волкова Ольга: отметка зач: внесена 01.09.2025 в 10:05
            Школа/marks.csv, строка 4, в ячейке «зач»
        Волкова Ольга: отметка зач: исчезла между 25.10.2025 12:00 и 27.10.2025 09:30 (выгрузки
        «Школа/marks.csv» и «Позже/marks.csv»)
            Школа/marks.csv, строка 4, в ячейке «зач»
      """)
  }

  @Test func whatWasRewritten() throws {
    try importTwice()
    try scratch.zavuch("import", "Позже")
    try scratch.expect(
      """
      $ zavuch history --pupil 'Белов И.' --changes
      Школа № 1: внесено 0, изменено 2, исчезло 0

      01.09.2025, 5А, Математика, урок 1, Смирнова Анна Викторовна [L1]
        Белов Иван: отметка 5 → 4: изменена 27.10.2025 в 09:30
            Позже/marks.csv, строка 2, в ячейке «4»

      Итоговые отметки и освобождения: 5А, Математика, 1 четверть
        Белов Иван: итоговая отметка 5 → 4: изменена между 25.10.2025 12:00 и 27.10.2025 09:30 (выгрузки
        «Школа/final_marks.csv» и «Позже/final_marks.csv»)
            Позже/final_marks.csv, строка 2, в ячейке «4»
      $ zavuch history --teacher Смирнова --changes
      Школа № 1: внесено 0, изменено 3, исчезло 0

      01.09.2025, 5А, Математика, урок 1, Смирнова Анна Викторовна [L1]
        домашнее задание «№ 5» → «№ 5, № 6»: изменено между 25.10.2025 12:00 и 27.10.2025 09:30 (выгрузки
        «Школа/lessons.csv» и «Позже/lessons.csv»)
            Позже/lessons.csv, строка 2
        Громов Яков: посещаемость Н → Б: изменена 27.10.2025 в 08:00
            Позже/attendance.csv, строка 2, в ячейке «Б»
        Белов Иван: отметка 5 → 4: изменена 27.10.2025 в 09:30
            Позже/marks.csv, строка 2, в ячейке «4»
      $ zavuch history --pupil 'Белов И.' --changes --json
      {"school":"Школа № 1","lesson":"L1","date":"2025-09-01","class":"5А","subject":"Математика","number":1,"teachers":["Смирнова Анна Викторовна"],"period":null,"fact":"mark","pupil":"Белов Иван","change":"changed","old":"5","new":"4","earliest":"2025-10-27T09:30:00","latest":"2025-10-27T09:30:00","exports":[],"file":"Позже/marks.csv","sheet":"","row":2,"column":null,"raw":"4","text":"Белов Иван: отметка 5 → 4: изменена 27.10.2025 в 09:30"}
      {"school":"Школа № 1","lesson":null,"date":null,"class":"5А","subject":"Математика","number":null,"teachers":[],"period":"1 четверть","fact":"finalMark","pupil":"Белов Иван","change":"changed","old":"5","new":"4","earliest":"2025-10-25T12:00:00","latest":"2025-10-27T09:30:00","exports":["Школа/final_marks.csv","Позже/final_marks.csv"],"file":"Позже/final_marks.csv","sheet":"","row":2,"column":null,"raw":"4","text":"Белов Иван: итоговая отметка 5 → 4: изменена между 25.10.2025 12:00 и 27.10.2025 09:30 (выгрузки «Школа/final_marks.csv» и «Позже/final_marks.csv»)"}
      """)
  }

  @Test func namesThatAreNobodysOrSeveral() throws {
    let tables = SchoolTables.changed {
      $0.append("P4;C1;Белов Игорь;;;", to: "pupils")
      $0.append("T3;S1;Смирнова Ольга Петровна", to: "teachers")
    }
    try scratch.write(tables)
    try scratch.zavuch("import", "Школа")
    try scratch.expect(
      """
      $ zavuch history --pupil 'Белов И.'
      ! zavuch history: Учеников «Белов И.» несколько: Белов Иван, 5А (P1); Белов Игорь, 5А (P4). Назовите полнее или укажите id из скобок; ученика можно искать и в одном классе: --class.
      [2]
      $ zavuch history --pupil Белова --class 5А
      ! zavuch history: Такого ученика нет: «Белова». Похожие: Белов Иван, 5А; Белов Игорь, 5А; Волкова Ольга, 5А; Громов Яков, 5А.
      [2]
      $ zavuch history --teacher Смирнова
      ! zavuch history: Учителей «Смирнова» несколько: Смирнова Анна Викторовна (T1); Смирнова Ольга Петровна (T3). Назовите полнее или укажите id из скобок.
      [2]
      $ zavuch history --class 6Б
      ! zavuch history: Такого класса нет: «6Б». Есть: 5А.
      [2]
      $ zavuch history --class 5А --subject Физика
      ! zavuch history: Такого предмета нет: «Физика». Есть: Английский язык, Математика.
      [2]
      $ zavuch history --class 5А --subject Математика --date 2025-09-05
      ! zavuch history: Таких уроков 05.09.2025 нет. Ближайшие: 01.09.2025, 02.09.2025.
      [2]
      $ zavuch history --lesson L99
      ! zavuch history: Урока с ключом «L99» нет. Ключи уроков показывает zavuch findings; урок можно назвать и так: --class 5А --subject Математика --date 2025-09-16.
      [2]
      $ zavuch history
      ! zavuch history: Не сказано, чью историю показать. Назовите урок (--lesson), класс (--class), ученика (--pupil) или учителя (--teacher).
      [2]
      $ zavuch history --class 5А --date 2025-09-01 --from 2025-09-01
      ! zavuch history: --date называет один день, а --from и --to — несколько.
      ! Оставьте что-нибудь одно.
      [2]
      """)
  }

  /// Exports of every evening, without entry times: which lesson came late, and the two exports that prove it.
  @Test func aLessonOfDailyExports() throws {
    var plan = SchoolPlan(
      seed: 7, classes: [.init(5, "А")], pupilsPerClass: 4, from: Day(2025, 9, 1), to: Day(2025, 9, 19))
    plan.coreSubjectsOnly = true
    plan.timesKnown = false
    var faults = FaultPlan(seed: 7)
    faults.lessonsEnteredLate = 1
    for number in plan.from.number...plan.to.number {
      let day = Day(number: number)
      guard day.weekday < 6 else { continue }
      try SampleSchool.write(
        plan, faults: faults, format: .tables(TableStyle()), to: scratch.path("\(day)"), at: Moment(day, 23, 59, 59))
      try scratch.zavuch("import", "\(day)", "--taken-at", "\(day)T23:59:59")
    }
    try scratch.expect(
      """
      $ zavuch findings --as-of 2025-09-19 --from 2025-09-01 --rule lesson-entered-late
      Замечания на 19.09.2025, период 01.09.2025–19.09.2025: 1

      Урок внесён позже дня проведения — 1
        Урок 02.09.2025 (4-й по расписанию) внесён с опозданием на 7 дней: между 09.09.2025 00:00:00 и
        09.09.2025 23:59:59 (установлено по двум выгрузкам).
            5А, Физическая культура, Семёнов Фёдор Константинович
            lesson-entered-late:l9
      $ zavuch history --lesson l9
      МБОУ «Средняя школа № 7» г. Зареченска: внесено 6, изменено 0, исчезло 0

      02.09.2025, 5А, Физическая культура, урок 4, Семёнов Фёдор Константинович [l9]
        урок: внесён между 09.09.2025 00:00 и 09.09.2025 23:59 (выгрузки «2025-09-08/lessons.csv» и
        «2025-09-09/lessons.csv»)
            2025-09-01/lessons.csv, строка 10
        тема «Инструктаж по охране труда. Низкий старт. Бег 60 м»: внесена между 09.09.2025 00:00 и
        09.09.2025 23:59 (выгрузки «2025-09-08/lessons.csv» и «2025-09-09/lessons.csv»)
            2025-09-09/lessons.csv, строка 10
        домашнее задание «Комплекс упражнений № 1»: внесено между 09.09.2025 00:00 и 09.09.2025 23:59
        (выгрузки «2025-09-08/lessons.csv» и «2025-09-09/lessons.csv»)
            2025-09-09/lessons.csv, строка 10
        весь класс: посещаемость В: внесена между 09.09.2025 00:00 и 09.09.2025 23:59 (выгрузки
        «2025-09-08/attendance.csv» и «2025-09-09/attendance.csv»)
            2025-09-09/attendance.csv, строка 10
        Орлов-Бельский Роман Иванович: отметка 3: внесена между 09.09.2025 00:00 и 09.09.2025 23:59
        (выгрузки «2025-09-08/marks.csv» и «2025-09-09/marks.csv»)
            2025-09-09/marks.csv, строка 77, в ячейке «3»
        Соловьёв Евгений Евгеньевич: отметка 4: внесена между 09.09.2025 00:00 и 09.09.2025 23:59
        (выгрузки «2025-09-08/marks.csv» и «2025-09-09/marks.csv»)
            2025-09-09/marks.csv, строка 79, в ячейке «4»
      """)
  }
}
