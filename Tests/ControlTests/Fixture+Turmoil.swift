import Journal

@testable import Control

/// A die that falls the same way every time.
struct Dice {
  private var state: UInt64

  init(seed: Int) { state = UInt64(seed) &* 0x9E37_79B9_7F4A_7C15 | 1 }

  /// 0 ..< `sides`.
  mutating func roll(_ sides: Int) -> Int {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return Int(state >> 33) % sides
  }

  mutating func chance(_ percent: Int) -> Bool { roll(100) < percent }

  mutating func pick<Element>(_ from: [Element]) -> Element { from[roll(from.count)] }

  /// A day about `asOf`: three weeks before to one after.
  mutating func day(about asOf: Int) -> Int { asOf - 21 + roll(29) }
}

/// A store of `addTurmoil`, one for all rules.
struct Turmoil {
  let example: RuleExample
  let fixture: Fixture
  let regimes: [PupilRegime]

  static let seeds = 1...16

  /// About ends of halves, quarters and ordinary days, and the last ones about the beginning of the year; half of them
  /// after the last snapshot.
  init(seed: Int) throws {
    let asOf = seed > 12 ? [9, 60][seed / 2 % 2] : [30, 30, 60, 62, 128][seed % 5]
    let snapshot = seed % 2 == 0 ? asOf - 2 : 90
    let source = seed % 7 == 3 ? SourceCapabilities.untimedExample : .timedExample
    example = RuleExample(
      title: "Сумятица \(seed)", outcome: .kept,
      facts: PreparedExample.papers + [
        .check(asOf: asOf, from: asOf - 14, to: asOf), .source(source, snapshot: snapshot),
      ])
    fixture = try Fixture(example)
    try fixture.addStrangers()
    var dice = Dice(seed: seed)
    try fixture.addTurmoil(&dice, asOf: asOf, snapshot: snapshot)
    let pupils = try fixture.store.database.integer("SELECT max(id) FROM pupil") ?? 0
    try fixture.addThrownAside(seed: seed, asOf: asOf, snapshot: snapshot)
    try fixture.settle()
    try fixture.throwLists(&dice, asOf: asOf, pupils: pupils)
    regimes = Self.thrownRegimes(&dice, asOf: asOf)
  }

  private static func thrownRegimes(_ dice: inout Dice, asOf: Int) -> [PupilRegime] {
    (0..<5).map { number in
      let first = dice.day(about: asOf)
      return PupilRegime(
        pupil: "Ученик \(dice.pick(["5В", "6А"])) \(number)",
        subjects: dice.chance(50) ? ["Предмет \(dice.roll(2))"] : [],
        from: dice.chance(70) ? RuleExample.date(first) : nil,
        to: dice.chance(70) ? RuleExample.date(first + dice.roll(20)) : nil, isOfMarks: dice.chance(60),
        isOfAttendance: dice.chance(60))
    }
  }
}

/// Three classes in which everything is thrown with a die: where `addCrowd` lines up the cases that somebody thought of, here
/// they meet in every other way. What rules say of it is held by digests only (`Tests/Golden/Turmoil.txt`).
extension Fixture {
  fileprivate func addTurmoil(_ dice: inout Dice, asOf: Int, snapshot: Int) throws {
    let subjects = try (0..<3).map { try addSubject("Предмет \($0)", isGraded: $0 < 2) }
    try store.database.execute("UPDATE subject SET weekly_hours = 100 * (1 + id % 3), needs_briefing = id % 2")
    let planning = try addJournal([.timedExample, .lessonPlanning])
    let partial = try addJournal([.timedExample, .partial])
    let silent = try addJournal([.markTimes, .attendanceTimes])
    for journal in [planning, partial, silent] { try addSnapshot(snapshot, journal: journal) }
    let journals = [1, 1, 1, 1, 1, 1, planning, partial, silent]
    try addSnapshot(asOf - 4)
    try addSnapshot(asOf - 12, journal: planning)
    try insert("period", [nil, "Y", "Год", 4, 2025, day(1), day(asOf - 2), 1, 12, 1, 1])
    try insert("period", [nil, "U", "Без дней", 1, 2025, nil, nil, 1, 12, 1, 1])
    let year = try store.database.integer("SELECT id FROM period WHERE kind = 4") ?? 1
    var everybody: [Int64] = []
    for (grade, letter) in [(5, "В"), (6, "А"), (1, "А")] {
      let studyClass = try addClass(grade: grade, letter: letter, headTeacher: 1)
      let own = try (0..<7).map { try addThrownPupil(&dice, "\(grade)\(letter) \($0)", studyClass, asOf) }
      let former = try everybody.filter { _ in dice.chance(30) }.map {
        try addThrownStay(&dice, $0, in: studyClass, asOf)
      }
      everybody += own
      let pupils = own + former
      let groups = try addThrownGroups(&dice, pupils, studyClass, asOf)
      for subject in subjects {
        let teacher = try addTeacher("T-\(studyClass)-\(subject)", "Учитель \(studyClass) \(subject)")
        let both = try addTeacherSet(teacher, 1)
        let days = Array(stride(from: asOf - 22, to: asOf + 3, by: 1 + dice.roll(2)))
        for held in days + (0..<4).map({ _ in asOf - 22 - dice.roll(300) }) {
          let lesson = try addLesson(
            held, number: dice.chance(90) ? 1 + dice.roll(4) : nil, studyClass: studyClass,
            group: dice.chance(40) ? dice.pick(groups) : nil, subject: subject,
            teachers: dice.chance(85) ? teacher : both,
            period: dice.chance(92) ? (held < 57 ? 1 : 2) : dice.pick([nil, year + 1]),
            journal: dice.pick(journals), entry: thrownEntry(&dice, held),
            shown: dice.chance(10) ? held - 2 + dice.roll(8) : nil, gone: thrownEnd(&dice, asOf))
          if dice.chance(12) {
            try store.database.execute("UPDATE lesson SET is_planned = 1 WHERE id = \(lesson)")
          }
          try addThrownFacts(&dice, lesson, held, pupils, asOf)
        }
        for pupil in pupils { try addThrownFinals(&dice, pupil, subject, year, asOf) }
      }
      try addThrownLists(&dice, own, studyClass, asOf)
    }
    try addThrownAfterwards(&dice, asOf, planning, snapshot)
  }

  func addThrownPupil(_ dice: inout Dice, _ name: String, _ studyClass: Int64, _ asOf: Int) throws -> Int64 {
    let pupil = try addPupil(
      "Ученик \(name)", studyClass: studyClass, enrolled: dice.chance(30) ? dice.day(about: asOf) : nil,
      left: dice.chance(25) ? dice.day(about: asOf) : nil, isAmbiguous: dice.chance(8))
    var changes = ["birth_date = \(day(asOf - 365 * (7 + dice.roll(10))))"]
    if dice.chance(20) { changes.append("gone_by = \(noon(dice.day(about: asOf)))") }
    if dice.chance(20) { changes.append("class_from = \(day(dice.day(about: asOf)))") }
    try store.database.execute("UPDATE pupil SET \(changes.joined(separator: ", ")) WHERE id = \(pupil)")
    return pupil
  }

  private func addThrownStay(_ dice: inout Dice, _ pupil: Int64, in studyClass: Int64, _ asOf: Int) throws -> Int64 {
    let last = dice.day(about: asOf)
    let first = dice.pick([0, day(last - 9), day(last - 16)])
    try insert("former_class", [pupil, studyClass, first, day(last)])
    return pupil
  }

  func addThrownGroups(
    _ dice: inout Dice, _ pupils: [Int64], _ studyClass: Int64, _ asOf: Int
  ) throws -> [Int64] {
    let groups = [try addGroup(studyClass: studyClass), try addGroup(studyClass: studyClass)]
    for (index, pupil) in pupils.enumerated() {
      let from = dice.chance(40) ? dice.day(about: asOf) : nil
      let to = dice.chance(40) ? dice.day(about: asOf) : nil
      try insert("membership", [groups[index % 2], pupil, from.map(day) ?? 0, to.map(day)])
    }
    return groups
  }

  private func thrownEntry(_ dice: inout Dice, _ held: Int) -> ExampleLessonEntry {
    switch dice.roll(10) {
    case 0..<4: .ofItsFacts
    case 4: .never
    default: .on(held + dice.pick([0, 0, 0, 1, 4, 9]))
    }
  }

  private func thrownFactEntry(_ dice: inout Dice, _ held: Int) -> ExampleEntry {
    let first = held + dice.pick([0, 0, 0, 1, 2, 6, 9])
    return dice.chance(75) ? .on(first) : .between(first, first + 1 + dice.roll(9))
  }

  private func thrownEnd(_ dice: inout Dice, _ asOf: Int) -> (Int, Int)? {
    guard dice.chance(15) else { return nil }
    let first = asOf - 10 + dice.roll(15)
    return (first, first + dice.roll(8))
  }

  private func addThrownFacts(
    _ dice: inout Dice, _ lesson: Int64, _ held: Int, _ pupils: [Int64], _ asOf: Int
  ) throws {
    if dice.chance(75) {
      try addTopic(
        lesson, dice.pick(["Тема", "Тема", "-", "Инструктаж по ТБ"]), thrownFactEntry(&dice, held),
        gone: thrownEnd(&dice, asOf))
    }
    if dice.chance(65) {
      try addHomework(
        lesson, dice.pick(["§ 1", "§ 2", "-"]), thrownFactEntry(&dice, held), gone: thrownEnd(&dice, asOf))
    }
    let work = dice.chance(35) ? try addWork(lesson, isWritten: dice.chance(75)) : nil
    if let work, dice.chance(15) {
      try store.database.execute("UPDATE work SET gone_by = \(noon(dice.day(about: asOf))) WHERE id = \(work)")
    }
    for pupil in pupils {
      if dice.chance(35) {
        try addMark(
          lesson, dice.pick(["5", "4", "3", "2", "2", "н/а", "зач"]), thrownFactEntry(&dice, held), pupil: pupil,
          work: dice.chance(70) ? work : nil, gone: thrownEnd(&dice, asOf),
          raw: dice.chance(30) ? dice.pick(["4", "2/Н", "НН4", "5Б"]) : nil)
      }
      if dice.chance(50) {
        try addAttendance(
          lesson, dice.pick([.absent, .absent, .ill, .late, .excused, .present]), thrownFactEntry(&dice, held),
          pupil: pupil, gone: thrownEnd(&dice, asOf), raw: dice.chance(30) ? dice.pick(["Н", "НН", "Б4"]) : nil)
      }
    }
    if dice.chance(20) {
      try addAttendance(lesson, .present, thrownFactEntry(&dice, held), pupil: 0, gone: thrownEnd(&dice, asOf))
    }
    if dice.chance(50) { try insert("paper_tally", [nil, lesson, dice.roll(5), dice.roll(5), 1, 1]) }
  }

  private func addThrownFinals(_ dice: inout Dice, _ pupil: Int64, _ subject: Int64, _ year: Int64, _ asOf: Int) throws
  {
    for period in [Int64(1), 2, year] where dice.chance(60) {
      let journal = dice.chance(15) ? 2 : 1
      try addFinalMark(
        dice.pick(["5", "4", "3", "2", "н/а"]), pupil: pupil, subject: subject, period: period,
        decided: dice.chance(30) ? dice.day(about: asOf) : nil, thrownFactEntry(&dice, asOf - 9),
        gone: thrownEnd(&dice, asOf))
      if journal == 2 {
        try store.database.execute(
          "UPDATE final_mark SET journal = 2 WHERE pupil = \(pupil) AND subject = \(subject) AND period = \(period)")
      }
    }
    guard dice.chance(20) else { return }
    let first = dice.day(about: asOf)
    try addExemption(
      pupil: pupil, subject: subject, period: dice.chance(30) ? 1 : 0, from: dice.chance(60) ? first : nil,
      to: dice.chance(50) ? first + dice.roll(12) : nil, thrownFactEntry(&dice, asOf - 15))
    if let gone = thrownEnd(&dice, asOf) {
      try store.database.execute(
        """
        UPDATE exemption SET gone_from = \(noon(gone.0)), gone_by = \(noon(gone.1))
        WHERE pupil = \(pupil) AND subject = \(subject)
        """)
    }
  }

  private func addThrownLists(_ dice: inout Dice, _ pupils: [Int64], _ studyClass: Int64, _ asOf: Int) throws {
    for number in 1...6 {
      try insert(
        "plan_row",
        [
          nil, studyClass, nil, Int64(3 + dice.roll(3)), number, dice.chance(80) ? "тема \(number)" : nil,
          dice.chance(80) ? day(dice.day(about: asOf)) : nil, 1, number,
        ])
    }
    for number in 0..<3 {
      try insert(
        "class_hour",
        [
          nil, "H\(studyClass)-\(number)", studyClass, day(dice.day(about: asOf)), dice.chance(70) ? "Тема" : nil,
          dice.chance(70) ? "Направление" : nil, dice.chance(60) ? dice.roll(2) : nil, nil, 1, 1,
        ])
    }
    for pupil in pupils where dice.chance(60) {
      try insert(
        "consent",
        [
          nil, pupil, dice.pick(["child", "parent", "pupil-16"]), day(dice.day(about: asOf)),
          dice.chance(25) ? day(dice.day(about: asOf)) : nil, 1, 1,
        ])
    }
    for pupil in pupils {
      for role in [LoginFact.Role.pupil, .parent] where dice.chance(50) {
        try insert(
          "login",
          [
            Int64(role.rawValue), pupil, noon(dice.day(about: asOf)), 1, nil,
            dice.chance(20) ? noon(dice.day(about: asOf)) : nil, 1, 1, 0,
          ])
      }
    }
    try insert(
      "class_list_check", [nil, studyClass, "Смирнова А.В.", noon(dice.day(about: asOf)), 1, 1])
  }

  /// What snapshots show, thrown too.
  private func addThrownAfterwards(_ dice: inout Dice, _ asOf: Int, _ planning: Int64, _ snapshot: Int) throws {
    let classes = try store.database.integer("SELECT max(id) FROM study_class") ?? 0
    for studyClass in (classes - 2)...classes {
      for kind in FactKind.allCases where dice.chance(30) {
        let change = dice.pick([
          "from_day = \(day(dice.day(about: asOf)))", "to_day = \(day(dice.day(about: asOf)))", "is_timed = 0",
          "taken_at = \(noon(dice.day(about: asOf)))", "is_whole = 0",
        ])
        try store.database.execute(
          """
          UPDATE OR IGNORE coverage SET \(change)
          WHERE study_class = \(studyClass) AND kind = \(kind.rawValue) AND journal = \(dice.chance(70) ? 1 : planning)
          """)
      }
    }
    let lessons = try store.database.integer("SELECT max(id) FROM lesson") ?? 0
    for lesson in 1...lessons where dice.chance(10) {
      let from = dice.day(about: asOf)
      try insert("listing", [dice.chance(50) ? 1 : planning, 4, lesson, noon(from), noon(from + dice.roll(60))])
    }
    for lesson in 1...lessons where dice.chance(20) {
      for _ in 0...2 {
        try store.database.execute(
          """
          INSERT OR IGNORE INTO unseen
          SELECT journal, \(4 + dice.roll(2)), id, \(dice.chance(30) ? 0 : 10 + dice.roll(20)), 0, 0,
            coalesce((SELECT s.taken_at FROM snapshot s WHERE s.journal = lesson.journal
              ORDER BY s.taken_at DESC LIMIT 1 OFFSET \(dice.pick([0, 0, 0, 8]))), 0), \(dice.roll(3) - 1)
          FROM lesson WHERE id = \(lesson)
          """)
      }
    }
    let pupils = try store.database.integer("SELECT max(id) FROM pupil") ?? 0
    for pupil in 1...pupils where dice.chance(40) {
      try store.database.execute(
        """
        INSERT OR IGNORE INTO unseen VALUES (
          1, \(6 + dice.roll(2)), 0, \(pupil), \(1 + dice.roll(6)), \(1 + dice.roll(3)),
          \(LocalMoment.evening(of: RuleExample.date(dice.pick([snapshot, asOf - 4]))).seconds), \(dice.roll(3) - 1))
        """)
    }
    for lesson in 1...lessons where dice.chance(3) {
      try store.database.execute(
        "UPDATE lesson SET same_as = \(1 + dice.roll(Int(lessons))) WHERE id = \(lesson) AND same_as IS NULL")
    }
  }

  /// After `settle`, which lists everybody and every period.
  fileprivate func throwLists(_ dice: inout Dice, asOf: Int, pupils: Int64) throws {
    for (kind, last) in [(2, pupils), (3, 3)] {
      for item in 1...last where dice.chance(25) {
        let from = dice.day(about: asOf)
        try store.database.execute(
          dice.chance(40)
            ? "DELETE FROM listing WHERE kind = \(kind) AND item = \(item) AND journal = \(1 + dice.roll(3))"
            : "UPDATE listing SET shown_from = \(noon(from)), shown_at = \(noon(from + dice.roll(90))) WHERE kind = \(kind) AND item = \(item)"
        )
      }
      for item in 1...last where dice.chance(25) {
        try store.database.execute(
          """
          INSERT OR IGNORE INTO sighting
          SELECT journal, \(kind), \(item), taken_at, \(dice.roll(2)) FROM snapshot
          WHERE journal = \(1 + dice.roll(2)) AND kind = 6
          """)
      }
    }
    try store.database.execute(
      "DELETE FROM snapshot WHERE kind = \(4 + dice.roll(3)) AND journal = \(2 + dice.roll(3))")
  }
}
