/// A subject of the curriculum: hours by grade and what its lessons are like.
struct Discipline: Sendable {
  /// Kinds of homework that fit the subject.
  enum Homework: Sendable {
    case exercise, paragraph, problem, reading, words, drawing, physical, project
  }

  var name: String
  var shortName: String
  /// Teachers of one speciality stand in for each other; primary is the class's own teacher.
  var speciality: Speciality
  /// Weekly hours of grades 1 to 11; 0 is not taught.
  var hours: [Int]
  var isCore = true
  var graded = true
  var briefing = false
  /// Two lessons in a row on one day.
  var doubled = false
  /// Halves of the class learn apart.
  var inSubgroups = false
  /// Written works that everybody is marked for, a quarter.
  var writtenPerQuarter: Int
  var writtenKinds: [String] = ["Контрольная работа", "Самостоятельная работа"]
  var homework: Homework
  var topics: [String]

  enum Speciality: String, Sendable {
    case primary, russian, mathematics, english, history, science, physics, geography, arts, labour, physical, ethics
    case computing, german
  }

  func hours(inGrade grade: Int) -> Int { hours[grade - 1] }

  /// Grades that reach it, for choosing between two subjects of the same name.
  func isTaught(inGrade grade: Int) -> Bool { hours(inGrade: grade) > 0 }
}
