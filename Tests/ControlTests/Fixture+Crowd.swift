import Journal

@testable import Control

/// A journal in which nearly everything differs from its neighbour: facts entered and removed before, about and after as-of,
/// pupils who came, left, moved and were lost, groups, exemptions, classes that snapshots show in part. What it gives is
/// accepted as it is (`RuleRowsTests`); its use is that a comparison turned round changes some of it.
extension Fixture {
  /// `asOf`: the day about which the facts lie.
  func addCrowd(asOf: Int) throws {
    let pupils = try addCrowdPupils(asOf)
    try addCrowdLessons(asOf, pupils: pupils.own, groupPupils: pupils.ofGroup, group: pupils.group)
    try addCrowdTeachers(asOf)
    let other = try addJournal(.timedExample)
    try addSnapshot(90, journal: other)
    try addPartlyShownClasses(asOf)
    try addCrowdPapers(asOf)
    try addUngradedSubjects(asOf)
    try addOtherYears(asOf)
    try addCrowdLists(asOf)
  }

  /// The ways of a fact to be there, by the pseudo-random number.
  private func existence(_ choice: Int, _ asOf: Int) -> (entry: ExampleEntry, gone: (Int, Int)?) {
    let ways: [(ExampleEntry, (Int, Int)?)] = [
      (.on(asOf - 8), nil), (.on(asOf - 9), (asOf - 5, asOf - 4)), (.on(asOf - 7), (asOf + 3, asOf + 5)),
      (.on(asOf - 8), (asOf - 2, asOf + 4)), (.between(asOf - 9, asOf - 6), nil), (.between(asOf - 4, asOf + 4), nil),
      (.on(asOf + 3), nil), (.on(asOf - 6), nil), (.between(asOf - 9, asOf - 8), (asOf - 3, asOf + 1)),
    ]
    return ways[choice % ways.count]
  }

  private func addCrowdPupils(_ asOf: Int) throws -> (own: [Int64], ofGroup: [Int64], group: Int64) {
    let changes: [String] = [
      "enrolled_on = \(day(asOf - 11))", "enrolled_on = \(day(asOf - 3))", "left_on = \(day(asOf - 10))",
      "left_on = \(day(asOf - 2))", "class_from = \(day(asOf - 9))", "class_from = \(day(asOf - 3))",
      "gone_by = \(noon(asOf - 10))", "gone_by = \(noon(asOf + 10))", "name = name", "is_ambiguous = 1",
      "birth_date = \(day(-5114 + asOf))", "birth_date = \(day(-5844 + asOf))",
    ]
    var own: [Int64] = []
    var ofGroup: [Int64] = []
    let group = try addGroup()
    for isOfGroup in [false, true] {
      for (index, change) in changes.enumerated() {
        let pupil = try addPupil("Ученик \(isOfGroup ? "группы" : "класса") \(index)")
        try store.database.execute("UPDATE pupil SET \(change) WHERE id = \(pupil)")
        if isOfGroup { ofGroup.append(pupil) } else { own.append(pupil) }
        if isOfGroup { try insert("membership", [group, pupil, 0, nil]) }
      }
    }
    for (from, to) in [(asOf - 9, Int?.none), (1, asOf - 9), (asOf - 11, asOf - 4), (asOf - 3, asOf + 9)] {
      let pupil = try addPupil("Ученик группы с \(from)")
      try insert("membership", [group, pupil, day(from), to.map(day)])
      ofGroup.append(pupil)
    }
    for choice in [0, 5] {
      let pupil = try addPupil("Освобождённый в четверти \(choice)")
      try addExemption(pupil: pupil, period: 1, from: 1, to: 2, existence(choice, asOf).entry)
      own.append(pupil)
    }
    for choice in 0..<9 {
      let pupil = try addPupil("Освобождённый \(choice)")
      let (entry, gone) = existence(choice, asOf)
      let days = [(Int?.none, Int?.none), (3, asOf - 8), (asOf - 8, asOf + 9)][choice % 3]
      try addExemption(pupil: pupil, from: days.0, to: days.1, entry)
      if let gone {
        try store.database.execute(
          "UPDATE exemption SET gone_from = \(noon(gone.0)), gone_by = \(noon(gone.1)) WHERE pupil = \(pupil)")
      }
      own.append(pupil)
    }
    let moved = try addPupil("Перешедший", studyClass: addClass(grade: 5, letter: "Г"))
    try insert("former_class", [moved, 1, 0, day(asOf - 9)])
    return (own + [moved], ofGroup, group)
  }

  private func addCrowdLessons(_ asOf: Int, pupils: [Int64], groupPupils: [Int64], group: Int64) throws {
    var random = 7
    func choice() -> Int {
      random = (random * 1_103_515_245 + 12_345) & 0x7fff_ffff
      return random >> 8
    }
    let marks = ["5", "2", "3", "н/а", "4"]
    let codes: [AttendanceCode] = [.absent, .ill, .late, .excused, .absent]
    for index in 0..<14 {
      let isOfGroup = index % 3 == 2
      let held = asOf - 13 + index
      let lesson = try addLesson(
        held, number: 1 + index % 2, group: isOfGroup ? group : nil,
        entry: [.on(held), .ofItsFacts, .never, .on(held + 4)][index % 4],
        gone: [nil, nil, nil, nil, (asOf - 1, asOf + 2), (asOf + 2, asOf + 3), nil][index % 7])
      let (entry, gone) = existence(index, asOf)
      if index % 4 != 3 { try addTopic(lesson, index == 5 ? "-" : "Тема", entry, gone: gone) }
      let later = existence(index + 3, asOf)
      if index % 4 != 1 { try addHomework(lesson, index == 6 ? "-" : "§ 1", later.entry, gone: later.gone) }
      let work = index % 2 == 0 ? try addWork(lesson) : nil
      if let work, index % 4 == 2 {
        try store.database.execute(
          "UPDATE work SET gone_by = \(noon(index > 7 ? asOf - 1 : asOf + 2)) WHERE id = \(work)")
      }
      for pupil in isOfGroup ? groupPupils : pupils {
        let chosen = choice()
        if chosen % 5 < 3 {
          let (entry, gone) = existence(choice(), asOf)
          try addMark(lesson, marks[choice() % marks.count], entry, pupil: pupil, work: work, gone: gone)
        }
        if chosen % 7 < 4 {
          let (entry, gone) = existence(choice(), asOf)
          try addAttendance(lesson, codes[choice() % codes.count], entry, pupil: pupil, gone: gone)
        }
      }
      if index % 5 == 4 { try addAttendance(lesson, .present, later.entry, pupil: 0, gone: later.gone) }
      try insert("paper_tally", [nil, lesson, 6, 3, 1, 1])
    }
    let year = try addCrowdYear(asOf)
    for (index, pupil) in (pupils + groupPupils).enumerated() where index % 4 != 3 {
      let (entry, gone) = existence(index, asOf)
      try addFinalMark(marks[index % marks.count], pupil: pupil, period: index % 5 == 0 ? year : 1, entry, gone: gone)
    }
  }

  private func addCrowdYear(_ asOf: Int) throws -> Int64 {
    try insert("period", [nil, "YEAR", "Год", 4, 2025, day(1), day(asOf - 4), 1, 12, 1, 1])
    return try store.database.integer("SELECT max(id) FROM period") ?? 1
  }

  /// Teachers of one lesson each, with one fact entered before, in, after the window or about its ends.
  private func addCrowdTeachers(_ asOf: Int) throws {
    let studyClass = try addClass(grade: 7, letter: "А")
    let subject = try addSubject("Химия")
    let pupil = try addPupil("Седьмой", studyClass: studyClass)
    let entries: [ExampleEntry] = [
      .on(asOf - 20), .on(asOf - 9), .on(asOf + 4), .between(asOf - 20, asOf - 9), .between(asOf - 9, asOf + 4),
      .between(asOf - 20, asOf + 4), .between(asOf - 9, asOf - 7),
    ]
    for (index, entry) in entries.enumerated() {
      for kind in 0..<4 {
        let teacher = try addTeacher("T-\(index)-\(kind)", "Учитель \(index) \(kind)")
        let lesson = try addLesson(
          asOf - 10, number: 1 + kind, studyClass: studyClass, subject: subject, teachers: teacher,
          entry: index % 2 == 0 ? .ofItsFacts : .never)
        switch kind {
        case 0: try addTopic(lesson, "Вода", entry)
        case 1: try addMark(lesson, "4", entry, pupil: pupil)
        case 2: try addAttendance(lesson, .absent, entry, pupil: pupil)
        default: try addHomework(lesson, "§ 2", entry)
        }
      }
    }
  }

  /// Classes of one lesson and one pupil; of each kind of fact one whose snapshots do not show it, show it of other days, or
  /// were taken before as-of, in whole or in part.
  private func addPartlyShownClasses(_ asOf: Int) throws {
    let changes = [
      "DELETE FROM coverage WHERE", "DELETE FROM coverage WHERE is_timed >= 0 AND kind > 0 AND NOT",
      "UPDATE coverage SET from_day = \(day(asOf - 4)) WHERE", "UPDATE coverage SET to_day = \(day(asOf - 9)) WHERE",
      "UPDATE coverage SET is_timed = 0, taken_at = \(noon(asOf - 5)) WHERE",
      "UPDATE coverage SET is_whole = 0, taken_at = \(noon(asOf + 1)) WHERE",
      "UPDATE coverage SET is_timed = 0, taken_at = \(noon(asOf + 2)) WHERE",
      "UPDATE coverage SET taken_at = \(noon(asOf - 7)) WHERE",
    ]
    let subject = try addSubject("Биология")
    for (number, change) in changes.enumerated() {
      for kind in FactKind.allCases where number < 6 || kind == .exemption {
        let grade = kind == .lesson || kind == .exemption && number % 2 == 0 ? 1 : 6
        let studyClass = try addClass(grade: grade, letter: "\(number)-\(kind.rawValue)")
        let pupil = try addPupil("Шестой \(number) \(kind.rawValue)", studyClass: studyClass)
        let own = (kind == .login || kind == .exemption ? "" : "journal = 1 AND ") + "study_class = \(studyClass)"
        // Nobody asks whether exemptions are shown; that class has no lessons in the weeks of the window.
        let shown = "kind = \((kind == .exemption ? FactKind.lesson : kind).rawValue)"
        let condition = change.hasSuffix("NOT") ? "\(shown) AND \(own)" : "\(own) AND \(shown)"
        if kind == .exemption { try addLesson(asOf - 15, studyClass: studyClass, subject: subject) }
        try store.database.execute("\(change) \(condition)")
        // Three lessons after the mark where the kind tells whether there is another mark.
        let isFollowed = kind == .mark || kind == .attendance
        for held in (isFollowed ? asOf - 9 : asOf - 7)...(asOf - 6) where kind != .exemption {
          let isFirst = held == (isFollowed ? asOf - 9 : asOf - 6)
          let lesson = try addLesson(
            held, studyClass: studyClass, subject: subject, entry: isFollowed ? .on(held) : .ofItsFacts)
          if isFirst { try addMark(lesson, "2", .on(held), pupil: pupil) }
        }
        if isFollowed || kind == .topic { try addLesson(asOf - 5, studyClass: studyClass, subject: subject) }
        try insert("plan_row", [nil, studyClass, nil, subject, 1, "тема", day(asOf - 8), 1, number])
      }
    }
  }

  private func addCrowdPapers(_ asOf: Int) throws {
    for (index, role) in [LoginFact.Role.pupil, .parent, .pupil, .parent].enumerated() {
      for person in 4..<12 {
        try insert(
          "login",
          [
            Int64(role.rawValue), Int64(person + index), noon(asOf - 12 + person), 1, noon(asOf - 2),
            noon(person % 2 == 0 ? asOf - 1 : asOf + 2), 1, 1, 0,
          ])
      }
    }
    for number in 1...9 {
      try insert(
        "plan_row", [nil, 1, number % 3 == 0 ? 1 : nil, 1, number, "тема \(number)", day(asOf - 14 + number), 1, 1])
    }
    try store.database.execute("UPDATE subject SET weekly_hours = 100 * (1 + id % 4), needs_briefing = 1")
    for person in stride(from: 4, to: 14, by: 3) {
      try insert("consent", [nil, Int64(person), "child", day(asOf - 10), person > 9 ? day(asOf - 3) : nil, 1, 1])
    }
    let unnamed = stride(from: 3, to: 45, by: 2).map { (1 + $0 / 2 % 2, 2, $0) } + [(1, 3, 1), (2, 3, 2)]
    for (journal, kind, item) in unnamed {
      try insert("sighting", [journal, kind, item, LocalMoment.evening(of: RuleExample.date(90)).seconds, 0])
    }
  }

  /// Subjects without marks that need a briefing, of one lesson each, in which all is entered in one of the ways.
  private func addUngradedSubjects(_ asOf: Int) throws {
    for choice in 0..<9 {
      let subject = try addSubject("Труд \(choice)", isGraded: false)
      try store.database.execute("UPDATE subject SET needs_briefing = 1 WHERE id = \(subject)")
      let lesson = try addLesson(asOf - 9, number: 6, subject: subject, entry: .on(asOf - 9))
      let (entry, gone) = existence(choice, asOf)
      try addTopic(lesson, "Инструктаж по технике безопасности", entry, gone: gone)
      try addHomework(lesson, "§ 3", entry, gone: gone)
      try addMark(lesson, "4", entry, gone: gone)
      try addAttendance(lesson, .present, entry, pupil: 0, gone: gone)
      try addFinalMark("4", subject: subject, entry, gone: gone)
      try insert("listing", [1, 4, lesson, noon(asOf - 9), noon(asOf - choice)])
    }
  }

  /// Classes of the last year, and a journal of the next that shows no lessons yet.
  private func addOtherYears(_ asOf: Int) throws {
    for (journal, year, kind) in [(10, 2024, FactKind.lesson), (11, 2026, .topic)] {
      try insert(
        "journal", [journal, "year/\(year)", "interchange", year, Int64(SourceCapabilities.timedExample.rawValue)])
      let studyClass = try addClass(grade: 8, letter: "\(year)")
      try addPupil("Восьмой \(year)", studyClass: studyClass)
      try store.database.execute("DELETE FROM coverage WHERE study_class = \(studyClass) AND kind = 1")
      let taken = LocalMoment.evening(of: RuleExample.date(90)).seconds
      try insert("coverage", [Int64(kind.rawValue), studyClass, journal, taken, day(-300), day(-100), 1, 1])
    }
  }
}
