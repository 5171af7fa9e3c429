extension SchoolTables {
  func writeJournal(_ table: InterchangeTable, to writer: inout RowWriter, timesKnown: Bool) {
    switch table {
    case .lessons:
      for row in lessons {
        writer.id(TableID.lesson, row.id)
        writer.id(TableID.schoolClass, row.schoolClass)
        writer.id(TableID.subject, row.subject)
        writer.id(TableID.teacher, row.teacher)
        writer.date(row.date)
        writer.number(row.number)
        writer.id(TableID.group, row.group)
        writer.text(row.topic)
        writer.text(row.homework)
        if timesKnown { writer.moment(row.enteredAt) }
        writer.endRow()
      }
    case .works:
      for row in works {
        writer.id(TableID.work, row.id)
        writer.id(TableID.lesson, row.lesson)
        writer.text(row.kind)
        writer.flag(row.isWritten)
        writer.endRow()
      }
    case .marks:
      for row in marks {
        writer.id(TableID.mark, row.id)
        writer.id(TableID.work, row.work)
        writer.id(TableID.pupil, row.pupil)
        writer.number(row.value)
        if timesKnown { writer.moment(row.enteredAt) }
        writer.endRow()
      }
    case .attendance:
      for row in attendance {
        writer.id(TableID.lesson, row.lesson)
        writer.id(TableID.pupil, row.pupil)
        writer.text(row.code.rawValue)
        if timesKnown { writer.moment(row.enteredAt) }
        writer.endRow()
      }
    default:
      for row in logins {
        writer.id(row.role == .teacher ? TableID.teacher : TableID.pupil, row.person)
        writer.text(row.role.rawValue)
        writer.id(TableID.schoolClass, row.schoolClass)
        writer.moment(row.at)
        writer.endRow()
      }
    }
  }

  func writePapers(_ table: InterchangeTable, to writer: inout RowWriter, timesKnown: Bool) {
    switch table {
    case .finalMarks:
      for row in finalMarks {
        writer.id(TableID.pupil, row.pupil)
        writer.id(TableID.subject, row.subject)
        writer.id(TableID.period, row.period)
        writer.text(row.value)
        writer.date(row.decidedAt)
        if timesKnown { writer.moment(row.enteredAt) }
        writer.endRow()
      }
    case .exemptions:
      for row in exemptions {
        writer.id(TableID.pupil, row.pupil)
        writer.id(TableID.subject, row.subject)
        writer.date(row.from)
        writer.date(nil)
        writer.endRow()
      }
    case .plan:
      for row in plan {
        writer.id(TableID.schoolClass, row.schoolClass)
        writer.id(TableID.subject, row.subject)
        writer.number(row.number)
        writer.text(row.topic)
        writer.date(row.date)
        writer.id(TableID.group, row.group)
        writer.endRow()
      }
    case .classHours:
      for row in classHours {
        writer.id(TableID.classHour, row.id)
        writer.id(TableID.schoolClass, row.schoolClass)
        writer.date(row.date)
        writer.text(row.topic)
        writer.text(row.direction)
        writer.flag(row.attendanceTaken)
        writer.flag(row.briefing)
        writer.endRow()
      }
    case .consents:
      for row in consents {
        writer.id(TableID.pupil, row.pupil)
        writer.text(row.kind)
        writer.date(row.given)
        writer.date(row.withdrawn)
        writer.endRow()
      }
    case .classLists:
      for row in classLists {
        writer.id(TableID.schoolClass, row.schoolClass)
        writer.id(TableID.teacher, row.verifiedBy)
        writer.moment(row.verifiedAt)
        writer.endRow()
      }
    default:
      for row in paperTally {
        writer.id(TableID.lesson, row.lesson)
        writer.number(row.marks)
        writer.number(row.absences)
        writer.endRow()
      }
    }
  }
}
