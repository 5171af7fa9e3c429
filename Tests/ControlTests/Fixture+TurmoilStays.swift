import Journal

@testable import Control

extension Fixture {
  /// Pupils who came and went before, between and after the three lessons of a class and of its group: by their own days,
  /// by those of the class or group, and by both.
  func addStays(_ asOf: Int) throws {
    let studyClass = try addClass(grade: 7, letter: "Г", headTeacher: 1)
    let other = try addClass(grade: 7, letter: "Д", headTeacher: 1)
    let group = try addGroup(studyClass: studyClass)
    let days = [asOf - 24, asOf - 16, asOf - 8]
    for day in days {
      for (subject, group) in [(Int64(3), nil), (4, group)] {
        try addLesson(
          day, studyClass: studyClass, group: group, subject: subject, period: days[2] < 57 ? 1 : 2, entry: .on(day),
          gone: day == days[1] ? (asOf + 1, asOf + 3) : nil)
      }
    }
    let stays = [
      (days[0] - 5, days[0] - 2), (days[1] - 2, days[1] + 2), (days[1] + 2, days[2] - 2), (days[2] + 2, days[2] + 5),
    ]
    for (index, stay) in stays.enumerated() {
      try addPupil("Ученик 7Г \(index)", studyClass: studyClass, enrolled: stay.0, left: stay.1)
      for (name, isOwn, isOfClass) in [("а", true, false), ("б", false, true), ("в", true, true)] {
        let pupils = try ["бывший", "группы"].map {
          try addPupil(
            "Ученик \($0) \(index)\(name)", studyClass: other, enrolled: isOwn ? stay.0 : nil,
            left: isOwn ? stay.1 : nil)
        }
        let (from, to) = isOfClass ? stay : (days[0] - 9, asOf + 9)
        try insert("former_class", [pupils[0], studyClass, day(from), day(to)])
        try insert("membership", [group, pupils[1], day(from), day(to)])
      }
    }
  }

  /// The marks of the former class of a pupil, which has the same teacher, are not proved to be missing.
  func addStaysInTwoClasses(_ asOf: Int) throws {
    let classes = try ["Е", "Ж"].map { try addClass(grade: 7, letter: $0, headTeacher: 1) }
    for studyClass in classes {
      try addLesson(
        asOf - 8, studyClass: studyClass, subject: 3, period: asOf - 8 < 57 ? 1 : 2, entry: .on(asOf - 8))
    }
    let pupil = try addPupil("Ученик 7Ж", studyClass: classes[1])
    try insert("former_class", [pupil, classes[0], day(asOf - 20), day(asOf - 7)])
    try store.database.execute(
      "DELETE FROM coverage WHERE study_class = \(classes[0]) AND kind = \(FactKind.mark.rawValue)")
  }

  /// Cells without marks that the last snapshot read, while it could not read one that differs from them in one thing; and
  /// unread cells in which a mark stood, will stand, or stands that is none.
  func addUnreadCells(_ asOf: Int, _ snapshot: Int, other: Int64) throws {
    let studyClass = try addClass(grade: 7, letter: "В", headTeacher: 1)
    let held = asOf - 8
    let period: Int64 = held < 57 ? 1 : 2
    let lessons = try [held, held - 1].map {
      try addLesson($0, studyClass: studyClass, subject: 3, period: period, entry: .on($0))
    }
    let (before, last) = (
      LocalMoment.evening(of: RuleExample.date(asOf - 4)).seconds,
      LocalMoment.evening(of: RuleExample.date(snapshot)).seconds
    )
    try addSnapshot(snapshot + 1, journal: other)
    let (mark, final) = (Int64(FactKind.mark.rawValue), Int64(FactKind.finalMark.rawValue))
    try insert("snapshot", [1, Int64(FactKind.attendance.rawValue), last + 3600, 1])
    let unread = try addPupil("Ученик 7В", studyClass: studyClass)
    let changes: [(Int, Int64)] = [
      (0, other), (1, Int64(FactKind.attendance.rawValue)), (2, lessons[1]), (3, unread), (4, 4), (5, 3 - period),
      (6, last - 1), (7, 0),
    ]
    for (column, value) in changes {
      let pupil = try addPupil("Ученик 7В \(column)", studyClass: studyClass)
      let inRow = try addPupil("Ученик 7В \(column), строка", studyClass: studyClass)
      for base in [
        [1, mark, lessons[0], pupil, 0, 0, before, -1], [1, final, 0, pupil, 3, period, before, -1],
        [1, final, 0, inRow, 0, period, before, -1],
      ] {
        var another = base
        another[6] = last
        another[column] = value
        for row in [base, another] {
          try store.database.execute(
            "INSERT OR IGNORE INTO unseen VALUES (\(row.map(String.init).joined(separator: ", ")))")
        }
      }
    }
    let corrected = try addPupil("Ученик 7В исправлен", studyClass: studyClass)
    try addFinalMark(
      "3", pupil: corrected, subject: 3, period: period, .on(asOf - 9), gone: (asOf - 5, asOf - 4))
    try addFinalMark("4", pupil: corrected, subject: 3, period: period, .on(asOf - 3), gone: (asOf + 1, asOf + 3))
    for (name, entered, gone) in [
      ("была", asOf - 7, (asOf - 6, asOf - 5)), ("будет", asOf + 2, nil), ("не отметка", asOf - 7, nil),
    ] as [(String, Int, (Int, Int)?)] {
      let pupil = try addPupil("Ученик 7В \(name)", studyClass: studyClass)
      try addMark(lessons[0], "4", .on(entered), pupil: pupil, gone: gone)
      if name == "не отметка" { try store.database.execute("UPDATE mark SET is_mark = 0 WHERE pupil = \(pupil)") }
      try insert("unseen", [1, mark, lessons[0], pupil, 0, 0, last, -1])
    }
  }
}
