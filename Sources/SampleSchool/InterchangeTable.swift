/// The tables of the interchange layout, in the order in which they are written.
public enum InterchangeTable: String, CaseIterable, Sendable {
  case schools
  case teachers
  case classes
  case groups
  case pupils
  case groupPupils = "group_pupils"
  case subjects
  case periods
  case holidays
  case lessons
  case works
  case marks
  case attendance
  case logins
  case finalMarks = "final_marks"
  case exemptions
  case plan
  case classHours = "class_hours"
  case consents
  case classLists = "class_lists"
  case paperTally = "paper_tally"
}
