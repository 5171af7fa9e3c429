import Journal

@testable import Control

extension Fixture {
  /// What a rule's rows must not be mixed up with: another class, subject, teacher, pupils, and what was entered of them.
  /// Their lessons lie on days of their own, or on those that examples use.
  func addStrangers() throws {
    let teacher = try addTeacher("T-x", "Петров Б.Б.")
    let studyClass = try addClass(grade: 5, letter: "Б", headTeacher: teacher)
    let subject = try addSubject("Физика")
    let pupil = try addPupil("Сидоров Олег", studyClass: studyClass)
    let classmate = try addPupil("Орлова Анна")
    let group = try addGroup(studyClass: studyClass, pupils: [pupil])
    try insert("period", [nil, "Q2", "2 четверть", 1, 2025, day(57), day(120), 1, 12, 1, 1])
    for (days, kind) in [([2, 17, 23], ExampleEntry.on(24)), ([5, 18, 26, 40], .between(20, 27)), ([16], .on(16))] {
      for lessonDay in days {
        try addStrangers(
          onDay: lessonDay, kind, studyClass: studyClass, subject: subject, teacher: teacher,
          pupil: pupil, classmate: classmate, group: lessonDay == 26 ? group : nil)
      }
    }
    try addFinalMark("3", pupil: pupil, subject: subject, .on(50))
    try addFinalMark("2", pupil: classmate, subject: 1, .on(58))
    try addExemption(pupil: classmate, subject: subject, from: 3, to: 20, .on(3))
    for role in [LoginFact.Role.pupil, .parent, .teacher] {
      try addLogin(role, 3, person: 2)
      try addLogin(role, 20, person: 3)
    }
  }

  private func addStrangers(
    onDay day: Int, _ entry: ExampleEntry, studyClass: Int64, subject: Int64, teacher: Int64, pupil: Int64,
    classmate: Int64, group: Int64?
  ) throws {
    let other = try addLesson(
      day, number: 2, studyClass: studyClass, group: group, subject: subject, teachers: teacher, entry: .on(day + 1))
    try addTopic(other, day == 17 ? "-" : "Сила", entry)
    try addHomework(other, "§ \(day)", entry)
    let work = try addWork(other)
    try addMark(other, day == 23 ? "2" : "5", entry, pupil: pupil, work: work)
    try addAttendance(other, day == 26 ? .ill : .late, entry, pupil: pupil)
    let own = try addLesson(
      day, number: 3, subject: subject, teachers: teacher, entry: day == 18 ? .ofItsFacts : .on(day))
    try addTopic(own, "Работа", entry)
    try addMark(own, "4", entry, pupil: classmate)
    try addAttendance(own, .absent, entry, pupil: day == 18 ? classmate : 1)
  }
}
