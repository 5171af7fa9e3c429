/// A subject taught to a class or to one of its groups.
struct Course: Sendable {
  var schoolClass: Int
  var group: Int?
  var discipline: Discipline
  var subject: Int
  /// Two where lessons alternate between teachers.
  var teachers: [Int]
  var slots: [Slot]
  var pupils: [Int]
  /// In order of date and number.
  var lessons: [Int] = []
}
