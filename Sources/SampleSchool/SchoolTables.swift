/// The school as the interchange tables hold it, at the end of the plan's span or at an earlier moment.
///
/// Rows with an id stand at index `id - 1` of their table until something is removed; marks and works are never
/// looked up by index.
struct SchoolTables: Sendable {
  var schools: [School] = []
  var teachers: [Teacher] = []
  var classes: [SchoolClass] = []
  var groups: [Group] = []
  var pupils: [Pupil] = []
  var groupPupils: [GroupPupil] = []
  var subjects: [Subject] = []
  var periods: [Period] = []
  var holidays: [Holiday] = []
  var lessons: [Lesson] = []
  var works: [Work] = []
  var marks: [Mark] = []
  var attendance: [Attendance] = []
  var logins: [Login] = []
  var finalMarks: [FinalMark] = []
  var exemptions: [Exemption] = []
  var plan: [PlanRow] = []
  var classHours: [ClassHour] = []
  var consents: [Consent] = []
  var classLists: [ClassList] = []
  var paperTally: [PaperTally] = []
}

extension SchoolTables {
  func schoolClass(_ id: Int) -> SchoolClass { classes[id - 1] }
  func pupil(_ id: Int) -> Pupil { pupils[id - 1] }
  func subject(_ id: Int) -> Subject { subjects[id - 1] }
  func lesson(_ id: Int) -> Lesson { lessons[id - 1] }

  /// The reporting periods of a class: quarters, trimesters or half-years, in order; never the year.
  func reportingPeriods(ofClass id: Int) -> [Period] {
    let schoolClass = schoolClass(id)
    return periods.filter {
      $0.school == schoolClass.school && $0.kind != .year && $0.grades.contains(schoolClass.grade)
    }
  }

  /// Marks are given in the subject to the class at all.
  func isGraded(subject: Int, schoolClass: Int) -> Bool {
    self.subject(subject).graded && self.schoolClass(schoolClass).grade > 1
  }
}
