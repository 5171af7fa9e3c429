import Journal

/// A small journal and what a rule says of it: the rule's test, and its page in `zavuch rules ID`.
///
/// The world of every example: class 5А, the pupil Иванов Пётр, algebra taught by Смирнова А.В.; the source says
/// everything and keeps entry times. As-of is 30.09.2025, the window 16.09–30.09.2025, the 1st quarter 01.09–26.10.2025.
public struct RuleExample: Sendable, Hashable {
  public enum Outcome: Sendable, Hashable {
    case kept, broken, undetermined
    /// No unit of the rule at all.
    case notJudged
  }

  public var title: String
  public var outcome: Outcome
  public var facts: [ExampleFact]

  public init(title: String, outcome: Outcome, facts: [ExampleFact]) {
    self.title = title
    self.outcome = outcome
    self.facts = facts
  }

  static func kept(_ title: String, _ facts: ExampleFact...) -> RuleExample {
    RuleExample(title: title, outcome: .kept, facts: facts)
  }

  static func broken(_ title: String, _ facts: ExampleFact...) -> RuleExample {
    RuleExample(title: title, outcome: .broken, facts: facts)
  }

  static func undetermined(_ title: String, _ facts: ExampleFact...) -> RuleExample {
    RuleExample(title: title, outcome: .undetermined, facts: facts)
  }

  static func notJudged(_ title: String, _ facts: ExampleFact...) -> RuleExample {
    RuleExample(title: title, outcome: .notJudged, facts: facts)
  }

  /// The same of parts that examples of a rule share.
  static func kept(_ title: String, _ facts: [ExampleFact]...) -> RuleExample {
    RuleExample(title: title, outcome: .kept, facts: facts.flatMap(\.self))
  }

  static func broken(_ title: String, _ facts: [ExampleFact]...) -> RuleExample {
    RuleExample(title: title, outcome: .broken, facts: facts.flatMap(\.self))
  }

  static func undetermined(_ title: String, _ facts: [ExampleFact]...) -> RuleExample {
    RuleExample(title: title, outcome: .undetermined, facts: facts.flatMap(\.self))
  }

  static func notJudged(_ title: String, _ facts: [ExampleFact]...) -> RuleExample {
    RuleExample(title: title, outcome: .notJudged, facts: facts.flatMap(\.self))
  }

  /// The day of an example: 1 is 01.09.2025, 31 is 01.10.2025.
  public static func date(_ day: Int) -> CivilDate {
    (CivilDate(year: 2025, month: 9, day: 1) ?? CivilDate(days: 0)).advanced(by: day - 1)
  }

  /// What the example asks of the rule.
  public func request(_ rule: Rule) -> CheckRequest {
    var request = CheckRequest(window: Self.window, rules: [rule.id])
    for fact in facts {
      switch fact {
      case .check(let asOf, let from, let to):
        request.window = CheckWindow(asOf: Self.date(asOf), from: Self.date(from), to: Self.date(to))
      case .document(let recorded, let validTo):
        request.settings.documents.append(
          DocumentSetting(
            key: "order", title: "Приказ об электронном журнале", clause: "П 3.5", recordedOn: recorded.map(Self.date),
            validTo: validTo.map(Self.date)))
      case .norm(let name, let value):
        var norm = NormSetting(rule: rule.id, name: name, value: value)
        norm.scope.classes = ["5А"]
        request.settings.norms.append(norm)
      case .doubleLessons:
        var setting = SubjectSetting(scope: SettingScope(), isDouble: true)
        setting.scope.subjects = ["Алгебра"]
        request.settings.subjects.append(setting)
      default: break
      }
    }
    return request
  }

  public static let asOf = date(30)
  public static let window = CheckWindow(asOf: date(30), from: date(16), to: date(30))
}

/// When a fact of an example was entered; moments are at noon of the day unless told otherwise.
public enum ExampleEntry: Sendable, Hashable {
  case on(Int)
  /// A snapshot of the first day did not show it, one of the second did.
  case between(Int, Int)
  /// The same of snapshots taken in the last second of these days.
  case betweenEvenings(Int, Int)
  /// The first snapshot there is, of that day, shows it.
  case firstSeen(Int)
}

/// One fact of an example. Lessons are named by numbers, which are no timetable numbers.
public enum ExampleFact: Sendable, Hashable {
  /// What the source says, and the day whose evening the snapshot shows; no snapshot is nil.
  case source(SourceCapabilities, snapshot: Int?)
  case grade(Int)
  case ungradedSubject
  case namesake
  case enrolled(from: Int?, to: Int?)
  /// The pupil was in the class up to the day before, and is in 5Б from this day on.
  case moved(on: Int)
  /// A snapshot of this day is the first that does not list the pupil any more.
  case goneFromLists(by: Int)
  /// A group to which the pupil belongs on these days; its lessons are those with `inGroup`.
  case group(from: Int?, to: Int?)
  case exempt(from: Int?, to: Int?, entry: ExampleEntry)
  case lesson(Int, day: Int, number: Int? = nil, inGroup: Bool = false, entry: ExampleLessonEntry)
  case topic(Int, String, ExampleEntry)
  case writtenWork(Int)
  case mark(Int, String, ExampleEntry)
  case attendance(Int, AttendanceCode, ExampleEntry)
  /// A lesson's cell as the export has it, which holds a mark and a code.
  case cell(Int, String, String, AttendanceCode, ExampleEntry)
  case everybodyPresent(Int, ExampleEntry)
  case login(LoginFact.Role, Int)
  case homework(Int, String, ExampleEntry)
  /// In the 1st quarter; `decided`: the day on which it was decided, where the source knows.
  case finalMark(String, decided: Int? = nil, ExampleEntry)
  /// The 1st quarter's days; nil: the source names it without dates.
  case period(from: Int?, to: Int?)
  /// Another as-of and window than the world's.
  case check(asOf: Int, from: Int, to: Int)
  /// In hundredths of an hour.
  case weeklyHours(Int)
  case needsBriefing
  /// The first day that the exports show.
  case covered(from: Int)
  /// The export is the journal of one subject, as the sheets of a workbook are; it says nothing of the others.
  case journalOfSubject
  case holiday(from: Int, to: Int)
  /// A row of the lesson plan of the class and subject; no day is a plan without dates.
  case plan(Int, day: Int?)
  case classHour(day: Int, topic: String?, direction: String?, attendanceTaken: Bool?)
  case birth(Int)
  /// `child`, `parent` or `pupil-16`.
  case consent(String, given: Int, withdrawn: Int? = nil)
  case classListVerified(Int)
  case paperTally(Int, marks: Int, absences: Int)
  /// A paper that the school must have, and the day it was recorded and ends, if it was.
  case document(recorded: Int?, validTo: Int?)
  /// A check registered on a day.
  case registered(Int)
  /// The school says that a column of the subject stands for two lessons.
  case doubleLessons
  /// A decision to accept the findings of a rule in class 5А on these days.
  case waiver(String, from: Int, until: Int, revoked: Int? = nil)
  /// A norm of the rule for class 5А, where there is another for everybody.
  case norm(String, Int)
  /// An activity report made on a day, over the days `from` to `to`, of one account; `last`: the day of its last login, nil
  /// for never.
  case report(made: Int, from: Int, to: Int, logins: Int, last: Int?, of: AccountRoles, isWhole: Bool = true)
}

/// A lesson's own entry moment.
public enum ExampleLessonEntry: Sendable, Hashable {
  case on(Int)
  /// The source keeps times, and this lesson has none.
  case never
  /// The source keeps none: the moment is that of what was entered in the lesson.
  case ofItsFacts
}

extension SourceCapabilities {
  /// A source with entry times for everything.
  public static let timedExample: SourceCapabilities = [
    .topics, .homework, .marks, .works, .attendance, .everybodyPresent, .lessonNumbers, .logins, .lessonTimes,
    .markTimes, .attendanceTimes, .finalMarkTimes, .enrolmentDates,
  ]
  /// The same without entry times.
  public static let untimedExample = timedExample.subtracting([
    .lessonTimes, .markTimes, .attendanceTimes, .finalMarkTimes,
  ])
}
