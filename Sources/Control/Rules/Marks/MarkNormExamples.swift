extension MarkNormSQL {
  /// The 1st quarter lasts eight weeks, of which four have passed on 30.09 and seven on 25.10.
  static let examples: [RuleExample] = [
    .kept("один час в неделю: за половину четверти нужна одна отметка", hours(100), lesson, marks(1)),
    .kept("половина часа в неделю — как один час", hours(50), lesson, marks(1)),
    .kept("почти два часа в неделю — как один час", hours(199), lesson, marks(1)),
    .broken("два часа в неделю: за половину четверти нужны две отметки", hours(200), lesson, marks(1)),
    .kept("два часа в неделю и две отметки", hours(200), lesson, marks(2)),
    .kept("почти три часа в неделю — как два", hours(299), lesson, marks(2)),
    .broken("три часа в неделю: за половину четверти нужны три отметки", hours(300), lesson, marks(2)),
    .broken("один час в неделю, отметок нет", hours(100), lesson),
    .broken("норма школы для класса — четыре отметки", hours(100), lesson, marks(1), [.norm("one_hour", 4)]),
    .broken(
      "два часа в неделю, норма школы для класса — восемь отметок", hours(200), lesson, marks(3),
      [.norm("two_hours", 8)]),
    .broken(
      "три часа в неделю, норма школы для класса — десять отметок", hours(300), lesson, marks(4),
      [.norm("three_hours", 10)]),
    .broken("четверть окончена: нужна вся норма", hours(100), lesson, marks(2), check(56)),
    .kept("четверть окончена, норма выполнена", hours(100), lesson, marks(3), check(56)),
    .kept("за день до конца четверти прошло семь недель из восьми", hours(100), lesson, marks(2), check(55)),
    .broken(
      "выгрузка содержит уроки до последней недели: прошло три урока из четырёх", hours(100), lesson, more(10, 20, 50),
      marks(1)),
    .kept(
      "уроков последней недели в выгрузке нет: доля считается по неделям", hours(100), lesson, more(10, 20, 49),
      marks(1)),
    .broken("урок контрольной даты прошёл", hours(100), lesson, more(30, 50, 51), marks(0)),
    .kept("из четырёх уроков прошёл один", hours(100), lesson, more(31, 50, 51)),
    .kept(
      "ученик зачислен после первого урока из двух", hours(100), lesson, more(20), marks(1),
      [.enrolled(from: 6, to: nil)], check(56)),
    .broken(
      "ученик зачислен в день первого урока", hours(100), lesson, more(20), marks(2), [.enrolled(from: 5, to: nil)],
      check(56)),
    .kept(
      "ученик выбыл до второго урока", hours(100), lesson, more(20), marks(1), [.enrolled(from: nil, to: 19)], check(56)
    ),
    .broken(
      "зачислен после первого урока, а выгрузка после контрольной даты ученика уже не называет", hours(100), lesson,
      more(20), [.enrolled(from: 6, to: nil), .goneFromLists(by: 60)], check(56)),
    .kept("ученик зачислен две недели назад", hours(100), more(20), [.enrolled(from: 16, to: nil)]),
    .kept("ученик выбыл на второй неделе", hours(100), lesson, [.enrolled(from: nil, to: 8)]),
    .broken(
      "урок группы ученика", hours(100), [.group(from: 1, to: nil), .lesson(1, day: 5, inGroup: true, entry: .on(5))],
      marks(2),
      check(56)),
    .kept(
      "ученик пришёл в группу после первого урока из двух", hours(100),
      [
        .group(from: 6, to: nil), .lesson(1, day: 5, inGroup: true, entry: .on(5)),
        .lesson(2, day: 20, inGroup: true, entry: .on(20)),
      ], marks(1), check(56)),
    .broken(
      "пришёл в группу после первого урока, а выгрузка после контрольной даты ученика уже не называет", hours(100),
      [
        .group(from: 6, to: nil), .goneFromLists(by: 60), .lesson(1, day: 5, inGroup: true, entry: .on(5)),
        .lesson(2, day: 20, inGroup: true, entry: .on(20)),
      ], check(56)),
    .broken("отсутствовал на половине уроков", hours(100), lesson, more(10), marks(2), absent(2), check(56)),
    .undetermined(
      "отсутствовал на двух уроках из трёх", hours(100), lesson, more(10, 12), marks(2), absent(2, 3), check(56)),
    .broken(
      "отсутствовал на двух уроках из трёх, норма школы — 70 процентов", hours(100), lesson, more(10, 12), marks(2),
      absent(2, 3),
      check(56), [.norm("absence", 70)]),
    .broken("опоздание — не пропуск", hours(100), lesson, marks(2), [.attendance(1, .late, .on(5))], check(56)),
    .undetermined(
      "выгрузка не содержит посещаемости", [.source(.timedExample.subtracting(.attendance), snapshot: 90)], hours(100),
      lesson),
    .undetermined(
      "дни четверти неизвестны", hours(100), lesson, marks(2),
      [.period(from: nil, to: nil), .check(asOf: 30, from: 1, to: 30)]),
    .kept(
      "дни четверти неизвестны, но отметок хватит на всю", hours(100), lesson, marks(3),
      [.period(from: nil, to: nil), .check(asOf: 30, from: 1, to: 30)]),
    .undetermined(
      "отметка появилась между выгрузками до и после контрольной даты",
      [
        .source(.untimedExample, snapshot: 35), .lesson(1, day: 5, entry: .ofItsFacts), .mark(1, "4", .between(29, 35)),
      ],
      hours(100)),
    .undetermined(
      "отметок нет, но выгрузка сделана раньше контрольной даты",
      [.source(.untimedExample, snapshot: 29), .lesson(1, day: 5, entry: .ofItsFacts)], hours(100)),
    .undetermined(
      "освобождение появилось между выгрузками до и после контрольной даты", hours(100), lesson,
      [.exempt(from: nil, to: nil, entry: .between(29, 35))]),
    .notJudged("сколько часов в неделю, неизвестно", lesson),
    .notJudged("первый класс", hours(100), lesson, [.grade(1)]),
    .notJudged("предмет без отметок", hours(100), lesson, [.ungradedSubject]),
    .notJudged("ученик освобождён от предмета", hours(100), lesson, [.exempt(from: nil, to: nil, entry: .on(1))]),
  ]

  private static let lesson: [ExampleFact] = [.lesson(1, day: 5, entry: .on(5))]

  private static func hours(_ hundredths: Int) -> [ExampleFact] { [.weeklyHours(hundredths)] }

  /// Lessons 2, 3 … on these days.
  private static func more(_ days: Int...) -> [ExampleFact] {
    days.enumerated().map { .lesson($0 + 2, day: $1, entry: $1 > 30 ? .never : .on($1)) }
  }

  private static func marks(_ count: Int) -> [ExampleFact] { (0..<count).map { _ in .mark(1, "4", .on(5)) } }

  private static func absent(_ lessons: Int...) -> [ExampleFact] { lessons.map { .attendance($0, .ill, .on(12)) } }

  private static func check(_ day: Int) -> [ExampleFact] { [.check(asOf: day, from: 16, to: day)] }
}
