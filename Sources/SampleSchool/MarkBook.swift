/// One course's works and marks while they are made.
struct MarkBook {
  struct PlannedWork {
    var lesson: Int
    var kind: String
    var isWritten: Bool
  }

  struct PlannedMark {
    /// Position in `works`.
    var work: Int
    var lesson: Int
    var pupil: Int
    var value: Int
    var at: Moment
  }

  static let oralKinds = ["Ответ на уроке", "Работа на уроке", "Домашняя работа"]

  let course: Course
  var random: SplitMix64
  private(set) var works: [PlannedWork] = []
  var marks: [PlannedMark] = []
  /// Position of a lesson's work that is not written.
  private(set) var oralWork: [Int: Int] = [:]
  /// What a pupil usually gets, in tenths of a mark.
  private var level: [Int: Int] = [:]

  init(course: Course, random: SplitMix64) {
    self.course = course
    self.random = random
    for pupil in course.pupils { level[pupil] = self.random.within(32...48) }
  }

  /// - Returns: the position of the work.
  mutating func addWork(lesson: Int, kind: String, isWritten: Bool) -> Int {
    works.append(PlannedWork(lesson: lesson, kind: kind, isWritten: isWritten))
    if !isWritten { oralWork[lesson] = works.count - 1 }
    return works.count - 1
  }

  mutating func addMark(_ work: Int, _ lesson: Int, _ pupil: Int, at moment: Moment) {
    let tenths = (level[pupil] ?? 40) + random.within(-12...12)
    marks.append(
      PlannedMark(work: work, lesson: lesson, pupil: pupil, value: min(5, max(2, (tenths + 5) / 10)), at: moment))
  }
}
