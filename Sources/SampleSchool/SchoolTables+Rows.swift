/// The rows, one type a table; ids are counted from 1 within a table over all schools.
extension SchoolTables {
  struct School: Sendable {
    var id: Int
    var name: String
  }

  struct Teacher: Sendable {
    var id: Int
    var school: Int
    var name: PersonName
  }

  struct SchoolClass: Sendable {
    var id: Int
    var school: Int
    var grade: Int
    var letter: String
    var headTeacher: Int?
  }

  struct Group: Sendable {
    var id: Int
    var schoolClass: Int
    var name: String
  }

  struct Pupil: Sendable {
    var id: Int
    var schoolClass: Int
    var name: PersonName
    var birth: Day
    var enrolled: Day
    var left: Day?

    func isEnrolled(_ day: Day) -> Bool { enrolled <= day && day <= (left ?? day) }
  }

  struct GroupPupil: Sendable {
    var group: Int
    var pupil: Int
    var from: Day?
    var to: Day?
  }

  struct Subject: Sendable {
    var id: Int
    var name: String
    /// As the sheets of a Дневник.ру journal call it.
    var shortName: String
    var graded: Bool
    var briefing: Bool
  }

  struct Period: Sendable {
    enum Kind: String, Sendable {
      case quarter, trimester, half, year
    }

    var id: Int
    var school: Int
    /// Its ordinal among its kind, from 1.
    var ordinal: Int
    var name: String
    var start: Day
    var end: Day
    var kind: Kind
    var grades: ClosedRange<Int>

    func contains(_ day: Day) -> Bool { start <= day && day <= end }
  }

  struct Holiday: Sendable {
    var school: Int
    var from: Day
    var to: Day
  }

  struct Lesson: Sendable {
    var id: Int
    var schoolClass: Int
    var subject: Int
    var teacher: Int
    var date: Day
    /// Its place in the timetable of the day.
    var number: Int
    var group: Int?
    var topic: String
    var homework: String
    var enteredAt: Moment?
    /// Until this moment the topic was `draftTopic`; no export shows it, but an earlier export shows the draft.
    var topicMendedAt: Moment?
    var draftTopic = ""
  }

  struct Work: Sendable {
    var id: Int
    var lesson: Int
    var kind: String
    var isWritten: Bool
  }

  struct Mark: Sendable {
    var id: Int
    var work: Int
    var pupil: Int
    var value: Int
    var enteredAt: Moment
  }

  enum AttendanceCode: String, Sendable {
    case absent = "Н"
    case ill = "Б"
    case excused = "У"
    case late = "О"
    case present = "В"

    var isAbsence: Bool { self != .late && self != .present }
  }

  struct Attendance: Sendable {
    var lesson: Int
    /// Nil with code В: everybody is present.
    var pupil: Int?
    var code: AttendanceCode
    var enteredAt: Moment
  }

  struct Login: Sendable {
    enum Role: String, Sendable {
      case pupil, parent, teacher
    }

    /// A parent's login stands under the pupil's id.
    var person: Int
    var role: Role
    var schoolClass: Int?
    var at: Moment
  }

  struct FinalMark: Sendable {
    var pupil: Int
    var subject: Int
    var period: Int
    /// `5` … `2`, or ОСВ.
    var value: String
    var decidedAt: Day
    var enteredAt: Moment
  }

  struct Exemption: Sendable {
    var pupil: Int
    var subject: Int
    var from: Day
  }

  struct PlanRow: Sendable {
    var schoolClass: Int
    var subject: Int
    var number: Int
    var topic: String
    var date: Day?
    var group: Int?
  }

  struct ClassHour: Sendable {
    var id: Int
    var schoolClass: Int
    var date: Day
    var topic: String
    var direction: String
    var attendanceTaken = true
    var briefing: Bool
  }

  struct Consent: Sendable {
    var pupil: Int
    var kind: String
    var given: Day
    var withdrawn: Day?
  }

  struct ClassList: Sendable {
    var schoolClass: Int
    var verifiedBy: Int
    var verifiedAt: Moment
  }

  struct PaperTally: Sendable {
    var lesson: Int
    var marks: Int
    var absences: Int
    /// How many more the paper has than the tables.
    var extraMarks = 0
    var extraAbsences = 0
  }
}
