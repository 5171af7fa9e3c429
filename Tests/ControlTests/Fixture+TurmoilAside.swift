import Journal

@testable import Control

/// What the dice of a turmoil seldom make: plans of groups, days without lesson numbers, classes with hardly a lesson and
/// those that some journals do not show. Thrown with dice of their own, so that the rest falls as it did.
extension Fixture {
  func addThrownAside(seed: Int, asOf: Int, snapshot: Int) throws {
    var dice = Dice(seed: 1000 + seed)
    let all = SourceCapabilities.timedExample
    let journals = try [all.subtracting(.homework), all.subtracting(.marks), all.subtracting(.attendance)]
      .map { try addJournal($0) }
    for journal in journals { try addSnapshot(snapshot, journal: journal) }
    try addThrownDays(&dice, asOf, journal: journals[0])
    try addStays(asOf)
    try addStaysInTwoClasses(asOf)
    try addUnreadCells(asOf, snapshot, other: journals[0])
    try addClassOfItsOwn(asOf)
    // Its last lesson is four weeks before the window, not before the last week of it.
    try addLesson(asOf - 40, studyClass: try addClass(grade: 8, letter: "Ж", headTeacher: 1), entry: .on(asOf - 40))
    for letter in ["А", "Б", "В", "Г", "Д", "Е"] {
      try addThrownQuietClass(&dice, letter, asOf, journals: [1] + journals)
    }
  }

  private func addThrownDays(_ dice: inout Dice, _ asOf: Int, journal: Int64) throws {
    let studyClass = try addClass(grade: 7, letter: "Б", headTeacher: 1)
    let pupils = try (0..<6).map { try addThrownPupil(&dice, "7Б \($0)", studyClass, asOf) }
    let groups = try addThrownGroups(&dice, pupils, studyClass, asOf)
    for day in [asOf - 2, asOf - 5, asOf - 9] {
      for number in 0..<4 {
        let lesson = try addLesson(
          day, studyClass: studyClass, group: dice.chance(25) ? dice.pick(groups) : nil,
          subject: Int64(3 + dice.roll(3)), journal: dice.chance(40) ? journal : 1, entry: .on(day))
        for pupil in pupils {
          if number < 3, dice.chance(95) {
            try addAttendance(lesson, .absent, .on(day), pupil: pupil)
          } else if dice.chance(80) {
            try addMark(
              lesson, dice.pick(["2", "4"]), .on(day), pupil: pupil,
              gone: dice.chance(70) ? thrownEnd(asOf, &dice) : nil)
          }
        }
      }
    }
    for (entered, journal) in [(asOf + 2, 1), (asOf - 2, 1), (asOf + 2, 2), (asOf - 2, 2)] as [(Int, Int64)] {
      let lesson = try addLesson(
        asOf - 3, number: 6, studyClass: studyClass, subject: 3, journal: journal, entry: .on(entered))
      try store.database.execute("UPDATE lesson SET is_planned = 1 WHERE id = \(lesson)")
    }
    // Some are in both groups.
    for pupil in pupils where dice.chance(50) {
      for group in groups {
        try store.database.execute("INSERT OR IGNORE INTO membership VALUES (\(group), \(pupil), 0, NULL)")
      }
    }
    for held in asOf - 25...asOf {
      let isSeenLate = dice.chance(30)
      let lesson = try addLesson(
        held, number: 5, studyClass: studyClass, group: dice.chance(80) ? dice.pick(groups) : nil,
        subject: Int64(3 + dice.roll(2)), period: held < 57 ? 1 : 2, entry: isSeenLate ? .ofItsFacts : .on(held))
      if isSeenLate { try addTopic(lesson, "Тема", .between(asOf - 1, asOf + 3)) }
    }
    for number in 1...30 {
      try insert(
        "plan_row",
        [
          nil, studyClass, dice.chance(70) ? dice.pick(groups) : nil, Int64(3 + dice.roll(3)), number, "тема",
          dice.chance(90) ? day(asOf - dice.roll(40)) : nil, 1, number,
        ])
    }
  }

  /// The only class of its trimester, and of all the days of its plan the exports show those of the year before.
  private func addClassOfItsOwn(_ asOf: Int) throws {
    let studyClass = try addClass(grade: 9, letter: "А", headTeacher: 1)
    let ended = asOf - 7
    try insert("period", [nil, "T", "Триместр", 2, 2025, day(1), day(ended), 9, 9, 1, 1])
    let period = try store.database.integer("SELECT id FROM period WHERE name = 'Триместр'") ?? 1
    for name in ["Первый", "Второй", "Третий"] {
      let pupil = try addPupil("Ученик 9А \(name)", studyClass: studyClass)
      if name == "Первый" { try addFinalMark("4", pupil: pupil, subject: 3, period: period, .on(ended)) }
    }
    for held in [1, ended] { try addLesson(held, studyClass: studyClass, subject: 3, period: period, entry: .on(held)) }
    for number in 1...16 {
      try insert(
        "plan_row", [nil, studyClass, nil, 3, number, "тема", day(asOf < 20 ? 9 - number : asOf - number), 1, number])
    }
    try store.database.execute(
      """
      UPDATE coverage SET to_day = \(day(0)) WHERE study_class = \(studyClass) AND kind = \(FactKind.lesson.rawValue)
      """)
  }

  private func addThrownQuietClass(
    _ dice: inout Dice, _ letter: String, _ asOf: Int, journals: [Int64]
  ) throws {
    let studyClass = try addClass(grade: 8, letter: letter, headTeacher: 1)
    let teacher = try addTeacher("T-8\(letter)", "Учитель 8\(letter)")
    let journal = dice.pick(journals)
    for _ in 0..<3 {
      let held = asOf - 45 + dice.roll(70)
      try addLesson(
        held, studyClass: studyClass, subject: Int64(3 + dice.roll(3)), teachers: teacher, journal: journal,
        entry: dice.chance(30) ? .on(held) : .never, gone: dice.chance(40) ? thrownEnd(asOf, &dice) : nil)
    }
    for shown in 1...(journals.last ?? 1) {
      for kind in FactKind.allCases where dice.chance(20) {
        try store.database.execute(
          "DELETE FROM coverage WHERE study_class = \(studyClass) AND journal = \(shown) AND kind = \(kind.rawValue)")
      }
    }
  }

  private func thrownEnd(_ asOf: Int, _ dice: inout Dice) -> (Int, Int) {
    let first = asOf - 4 + dice.roll(6)
    return (first, first + dice.roll(6))
  }
}
