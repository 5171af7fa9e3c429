/// The checks that the golden files tell.
extension CheckFixture {
  private static let ivanova = (1, "Иванова И.П.")
  private static let petrov = (2, "Петров А.Б.")
  private static let sidorova = (3, "Сидорова Н.В.")

  /// Window, sources, two classes, three teachers.
  private func ground(_ id: Int, previous: Int? = nil) throws {
    try check(id, asOf: "2026-06-05", from: "2026-05-16", to: "2026-05-31", previous: previous)
    try source(id, "journals.zip/5А.xlsx", takenAt: "2026-06-05T08:15:00")
    try source(id, "journals.zip/6Б.xlsx", takenAt: "2026-06-05T08:15:12")
    try source(id, "Списки классов.csv", takenAt: nil)
    try studyClass(id, 1, "5А", head: "Иванова И.П.", lessons: 121)
    try studyClass(id, 2, "6Б", head: nil, lessons: 110)
    try teacher(id, 1, "Иванова И.П.", lessons: 101)
    try teacher(id, 2, "Петров А.Б.", lessons: 90)
    try teacher(id, 3, "Сидорова Н.В.", lessons: 40)
  }

  private func metrics(_ id: Int, broken: Bool) throws {
    try rule(
      id, "lesson-not-entered", "Урок не внесён в журнал", "П 3.8", "Участие в работе", kept: broken ? 228 : 231,
      broken: broken ? 2 : 0, waived: broken ? 1 : 0)
    try rule(
      id, "parent-not-participating", "Родители не входили в электронный дневник", "П 3.8", "Участие в работе",
      units: "учеников", reason: "в выгрузках нет сведений о входах")
    try rule(
      id, "pupil-without-marks", "Нет отметок за период", "П 3.8, 6.2", "Отметки", units: "пар «ученик — предмет»",
      kept: broken ? 340 : 342, broken: broken ? 2 : 0, undetermined: 4,
      undeterminedReasons: "пропущена половина уроков: 4",
      people: ("учеников с предметом без отметок", broken ? 2 : 0, 48))
    try rule(
      id, "marks-below-norm", "Отметок меньше нормы", "П 6.2", "Отметки", units: "пар «ученик — предмет»",
      norms: "1 ч — 3 отметки, 2 ч — 5, 3 ч и более — 7", undetermined: 342,
      undeterminedReasons: "границы периода неизвестны: 342")
    try rule(
      id, "attendance-not-recorded", "Посещаемость не отмечена", "П 6.2", "Посещаемость", kept: broken ? 230 : 231,
      broken: broken ? 1 : 0)
  }

  func normal() throws {
    try ground(1)
    try metrics(1, broken: true)
    try rule(
      1, "pupil-not-participating", "Ученик не входил в электронный дневник", "П 3.8", "Участие в работе",
      units: "учеников", kept: 45, broken: 3)
    try rule(
      1, "control-too-rare", "Контроль проводится реже нормы", "П 6.2", "Обязанности", units: "месяцев", kept: 7,
      broken: 1)
    try rule(
      1, "absent-too-often", "Частые пропуски", "П 4.2", "Посещаемость", units: "учеников", severity: "note",
      norms: "более 30 % уроков", kept: 47, broken: 1)
    let (a, b) = ((1, "5А"), (2, "6Б"))
    try finding(
      1, "lesson-not-entered", "Урок не внесён в журнал.", mend: "Внести урок.", by: "2026-06-12", studyClass: a,
      subject: (1, "Алгебра"), on: "2026-05-18", teachers: [Self.petrov])
    try finding(
      1, "lesson-not-entered", "Урок не внесён в журнал.", mend: "Внести урок.", by: "2026-06-12", studyClass: a,
      subject: (2, "Технология"), on: "2026-05-19", teachers: [Self.ivanova, Self.petrov])
    try finding(
      1, "lesson-not-entered", "Урок не внесён в журнал.", mend: "Внести урок.", by: "2026-06-12",
      waiver: "Карантин, приказ № 12, до 31.08.2026", studyClass: b, subject: (1, "Алгебра"), on: "2026-05-20",
      teachers: [Self.petrov])
    try finding(
      1, "pupil-without-marks", "Белов Пётр: нет ни одной отметки за 4 четверть.", mend: "Опросить ученика.",
      by: "2026-06-10",
      studyClass: a, subject: (1, "Алгебра"), period: (4, "4 четверть"), pupil: (11, "Белов Пётр"),
      teachers: [Self.petrov])
    try finding(
      1, "pupil-without-marks", "Орлова Анна: нет ни одной отметки за 4 четверть.", mend: "Опросить ученика.",
      by: "2026-06-10",
      studyClass: b, subject: (3, "Музыка"), period: (4, "4 четверть"), pupil: (21, "Орлова Анна"))
    try finding(
      1, "attendance-not-recorded", "Посещаемость не отмечена.", mend: "Отметить посещаемость.", by: "2026-06-12",
      studyClass: a, subject: (1, "Алгебра"), on: "2026-05-21", teachers: [Self.ivanova])
    try finding(
      1, "control-too-rare", "В апреле 2026 года зарегистрирована одна проверка.", mend: "Запланировать контроль.")
    for (id, name, group) in [(12, "Зуева Ольга", a), (11, "Белов Пётр", a), (22, "Яшин Лев", b)] {
      try finding(
        1, "pupil-not-participating", "\(name): ни одного входа за период.", mend: "Выяснить причину.",
        by: "2026-06-19",
        studyClass: group, pupil: (id, name))
    }
    try finding(
      1, "absent-too-often", "Яшин Лев: пропущено 40 % уроков.", mend: "Связаться с родителями.", studyClass: b,
      pupil: (22, "Яшин Лев"))
  }

  func withoutFindings() throws {
    try ground(1)
    try metrics(1, broken: false)
  }

  func notApplicable() throws {
    try ground(1)
    try rule(
      1, "pupil-not-participating", "Ученик не входил в электронный дневник", "П 3.8", "Участие в работе",
      units: "учеников", reason: "в выгрузках нет сведений о входах")
    try rule(
      1, "lesson-entered-late", "Урок внесён позже дня проведения", "Р 2", "Уроки и программа",
      reason: "в выгрузках нет времени внесения записей")
  }

  /// Three hundred remarks of three teachers over a fortnight.
  func crowded() throws {
    try ground(1)
    try rule(
      1, "lesson-without-topic", "Не записана тема урока", "П 3.8", "Уроки и программа", kept: 700, broken: 300)
    for number in 0..<300 {
      let teacher = [Self.ivanova, Self.petrov, Self.sidorova][number % 3]
      let date = "\(17 + number / 20).05.2026"
      try finding(
        1, "lesson-without-topic", "Тема урока № \(number % 7 + 1) не записана.", mend: "Записать тему.",
        by: "2026-06-12", studyClass: number % 2 == 0 ? (1, "5А") : (2, "6Б"), subject: (1, "Алгебра"), on: date,
        teachers: [teacher])
    }
  }

  /// A second check: something put right, something not, something that cannot be.
  func followUp() throws {
    try check(1, asOf: "2026-05-15", from: "2026-05-01", to: "2026-05-15")
    try rule(1, "lesson-not-entered", "Урок не внесён в журнал", "П 3.8", "Участие в работе", kept: 190, broken: 10)
    try rule(
      1, "lesson-entered-late", "Урок внесён позже дня проведения", "Р 2", "Уроки и программа", kept: 3, broken: 1)
    try ground(2, previous: 1)
    try rule(
      2, "lesson-not-entered", "Урок не внесён в журнал", "П 3.8", "Участие в работе", kept: 229, broken: 2)
    try rule(
      2, "lesson-entered-late", "Урок внесён позже дня проведения", "Р 2", "Уроки и программа", kept: 230, broken: 1,
      demand: "Урок внесён в день проведения")
    let a = (1, "5А")
    func entry(_ state: String, on date: String, times: Int = 1, isCarried: Bool, waiver: String? = nil) throws {
      try finding(
        2, "lesson-not-entered", "Урок не внесён в журнал.", mend: "Внести урок.", by: "2026-06-12", state: state,
        times: times, isCarried: isCarried, waiver: waiver, studyClass: a, subject: (1, "Алгебра"), on: date,
        teachers: [Self.petrov])
    }
    try entry("put-right", on: "2026-05-04", isCarried: true)
    try entry("put-right", on: "2026-05-05", isCarried: true)
    try entry("put-right-late", on: "2026-05-06", isCarried: true)
    try entry("repeated", on: "2026-05-07", times: 3, isCarried: true)
    try entry("repeated", on: "2026-05-08", times: 2, isCarried: true, waiver: "Болезнь учителя, до 31.08.2026")
    try entry("gone", on: "2026-05-12", isCarried: true)
    try entry("new", on: "2026-05-18", isCarried: false)
    try entry("new", on: "2026-05-19", isCarried: false)
    for (state, date, carried) in [("known", "2026-05-13", true), ("new", "2026-05-20", false)] {
      try finding(
        2, "lesson-entered-late", "Урок внесён 22.05.2026.", mend: "",
        state: state, isCarried: carried, studyClass: a, subject: (2, "Физика"), on: date, teachers: [Self.ivanova])
    }
  }

  /// Remarks about pupils that are alike and some that only look so.
  func joined() throws {
    try check(1, asOf: "2026-05-15", from: "2026-05-01", to: "2026-05-15")
    try ground(2, previous: 1)
    try rule(
      2, "pupil-without-marks", "Ученик без отметок", "П 3.8", "Отметки", kept: 90, broken: 7,
      people: ("учеников с предметом без отметок", 6, 48))
    try rule(2, "written-work-overdue", "Нет отметки за письменную работу", "Р 2", "Отметки", kept: 40, broken: 2)
    try rule(2, "attendance-contradiction", "Противоречие за день", "П 6.2", "Посещаемость", kept: 40, broken: 2)
    try rule(
      2, "pupil-not-participating", "Ученик не входил", "П 3.8", "Участие в работе", severity: "note", kept: 45,
      broken: 3)
    let (a, b, algebra, music) = ((1, "5А"), (2, "6Б"), (1, "Алгебра"), (3, "Музыка"))
    func unmarked(
      _ pupil: (Int, String), in group: (Int, String), _ subject: (Int, String), state: String = "new", times: Int = 1,
      by: String = "2026-06-12", isCarried: Bool = false, teachers: [(Int, String)] = [CheckFixture.petrov]
    ) throws {
      try finding(
        2, "pupil-without-marks", "\(pupil.1): нет отметок за 4 четверть.", mend: "Опросить ученика.", by: by,
        state: state, times: times, isCarried: isCarried, studyClass: group, subject: subject,
        period: (4, "4 четверть"), pupil: pupil, teachers: teachers)
    }
    try unmarked((13, "Зайцева Мария"), in: a, algebra)
    try unmarked((11, "Белова Анна"), in: a, algebra)
    try unmarked((12, "Гусев Пётр"), in: a, algebra, state: "repeated", times: 2)
    // Namesakes stay two; another deadline, class or subject is another row.
    try unmarked((14, "Гусев Пётр"), in: a, algebra, state: "repeated", times: 3)
    try unmarked((15, "Юрьев Олег"), in: a, algebra, by: "2026-06-15")
    try unmarked(
      (21, "Орлова Анна"), in: b, algebra, state: "repeated", times: 2, teachers: [Self.ivanova, Self.petrov])
    try unmarked((22, "Яшин Лев"), in: b, algebra, state: "repeated", times: 2, teachers: [Self.ivanova, Self.petrov])
    try unmarked((22, "Яшин Лев"), in: b, music, isCarried: true, teachers: [])
    for (pupil, day) in [((11, "Белова Анна"), "18.05.2026"), ((12, "Гусев Пётр"), "19.05.2026")] {
      try finding(
        2, "written-work-overdue", "\(pupil.1): письменная работа 10.05.2026 — отметка выставлена \(day).",
        studyClass: a, subject: algebra, on: "2026-05-10", pupil: pupil, teachers: [Self.petrov])
    }
    for pupil in [(11, "Белова Анна"), (12, "Гусев Пётр")] {
      try finding(
        2, "attendance-contradiction", "\(pupil.1), 20.05.2026: между пропусками есть урок.", mend: "Сверить.",
        by: "2026-06-12", studyClass: a, on: "2026-05-20", pupil: pupil, teachers: [Self.ivanova])
    }
    for (pupil, state) in [((12, "Гусев Пётр"), "new"), ((11, "Белова Анна"), "new"), ((16, "Яковлев Ян"), "repeated")]
    {
      try finding(
        2, "pupil-not-participating", "\(pupil.1): ни одного входа за период.", mend: "Выяснить причину.",
        by: "2026-06-19", state: state, times: state == "new" ? 1 : 2, studyClass: a, pupil: pupil)
    }
  }
}
