extension SchoolTables {
  /// One table as a CSV file.
  ///
  /// - Parameter timesKnown: false leaves out every `entered_at` column.
  func csv(_ table: InterchangeTable, style: TableStyle, timesKnown: Bool) throws -> [UInt8] {
    var writer = RowWriter(style: style)
    let header = table.columns.filter { timesKnown || $0 != "entered_at" }
    for column in header { writer.text(column) }
    writer.endRow()
    switch table {
    case .schools, .teachers, .classes, .groups, .pupils, .groupPupils, .subjects, .periods, .holidays:
      writePeople(table, to: &writer)
    case .lessons, .works, .marks, .attendance, .logins:
      writeJournal(table, to: &writer, timesKnown: timesKnown)
    case .finalMarks, .exemptions, .plan, .classHours, .consents, .classLists, .paperTally:
      writePapers(table, to: &writer, timesKnown: timesKnown)
    }
    if let problem = writer.problem { throw problem }
    return writer.bytes
  }

  private func writePeople(_ table: InterchangeTable, to writer: inout RowWriter) {
    switch table {
    case .schools:
      for row in schools {
        writer.id(TableID.school, row.id)
        writer.text(row.name)
        writer.endRow()
      }
    case .teachers:
      for row in teachers {
        writer.id(TableID.teacher, row.id)
        writer.id(TableID.school, row.school)
        writer.text(row.name.full)
        writer.endRow()
      }
    case .classes:
      for row in classes {
        writer.id(TableID.schoolClass, row.id)
        writer.id(TableID.school, row.school)
        writer.number(row.grade)
        writer.text(row.letter)
        writer.id(TableID.teacher, row.headTeacher)
        writer.endRow()
      }
    case .groups:
      for row in groups {
        writer.id(TableID.group, row.id)
        writer.id(TableID.schoolClass, row.schoolClass)
        writer.text(row.name)
        writer.endRow()
      }
    case .pupils:
      for row in pupils {
        writer.id(TableID.pupil, row.id)
        writer.id(TableID.schoolClass, row.schoolClass)
        writer.text(row.name.full)
        writer.date(row.birth)
        writer.date(row.enrolled)
        writer.date(row.left)
        writer.endRow()
      }
    case .groupPupils:
      for row in groupPupils {
        writer.id(TableID.group, row.group)
        writer.id(TableID.pupil, row.pupil)
        writer.date(row.from)
        writer.date(row.to)
        writer.endRow()
      }
    case .subjects:
      for row in subjects {
        writer.id(TableID.subject, row.id)
        writer.text(row.name)
        writer.text("")
        writer.flag(row.graded)
        writer.flag(row.briefing)
        writer.endRow()
      }
    case .periods:
      for row in periods {
        writer.id(TableID.period, row.id)
        writer.id(TableID.school, row.school)
        writer.text(row.name)
        writer.date(row.start)
        writer.date(row.end)
        writer.text(row.kind.rawValue)
        writer.text("\(row.grades.lowerBound)-\(row.grades.upperBound)")
        writer.endRow()
      }
    default:
      for row in holidays {
        writer.id(TableID.school, row.school)
        writer.date(row.from)
        writer.date(row.to)
        writer.endRow()
      }
    }
  }
}

extension InterchangeTable {
  /// In the order in which they are written.
  var columns: [String] {
    let names =
      switch self {
      case .schools: "id,name"
      case .teachers: "id,school_id,name"
      case .classes: "id,school_id,grade,letter,head_teacher_id"
      case .groups: "id,class_id,name"
      case .pupils: "id,class_id,name,birth_date,enrolled,left"
      case .groupPupils: "group_id,pupil_id,from,to"
      case .subjects: "id,name,weekly_hours,graded,briefing"
      case .periods: "id,school_id,name,start,end,kind,grades"
      case .holidays: "school_id,from,to"
      case .lessons: "id,class_id,subject_id,teacher_id,date,number,group_id,topic,homework,entered_at"
      case .works: "id,lesson_id,kind,is_written"
      case .marks: "id,work_id,pupil_id,value,entered_at"
      case .attendance: "lesson_id,pupil_id,code,entered_at"
      case .logins: "person_id,role,class_id,at"
      case .finalMarks: "pupil_id,subject_id,period_id,value,decided_at,entered_at"
      case .exemptions: "pupil_id,subject_id,from,to"
      case .plan: "class_id,subject_id,number,topic,date,group_id"
      case .classHours: "id,class_id,date,topic,direction,attendance_taken,briefing"
      case .consents: "pupil_id,kind,given,withdrawn"
      case .classLists: "class_id,verified_by,verified_at"
      case .paperTally: "lesson_id,marks,absences"
      }
    return names.split(separator: ",").map(String.init)
  }
}
