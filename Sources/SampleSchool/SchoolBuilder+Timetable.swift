extension SchoolBuilder {
  /// Weekly timetables, groups and teachers of one school.
  mutating func addTimetable(ofSchool school: Int) {
    var random = random(.timetable, school: school)
    var staff = Staff()
    var heads: Set<Int> = []
    for (index, classPlan) in plan.classes.enumerated() {
      guard let classID = classID(ofSchool: school, index: index) else { continue }
      let disciplines = Discipline.all.filter {
        $0.isTaught(inGrade: classPlan.grade) && (!plan.coreSubjectsOnly || $0.isCore)
      }
      let timetable = Timetable(
        loads: disciplines.map { (hours: $0.hours(inGrade: classPlan.grade), doubled: $0.doubled) },
        days: classPlan.sixDays ? 6 : 5, using: &random)
      let firstCourse = courses.count
      for (discipline, slots) in zip(disciplines, timetable.slots) {
        addCourses(discipline, slots: slots, toClass: classID, staff: &staff, using: &random)
      }
      let candidates = courses[firstCourse...].flatMap(\.teachers)
      let head = candidates.first { !heads.contains($0) } ?? candidates.first
      tables.classes[classID - 1].headTeacher = head
      if let head { heads.insert(head) }
    }
  }

  private func classID(ofSchool school: Int, index: Int) -> Int? {
    tables.classes.filter { $0.school == school }[index].id
  }

  private mutating func addCourses(
    _ discipline: Discipline, slots: [Slot], toClass classID: Int, staff: inout Staff,
    using random: inout SplitMix64
  ) {
    guard let subject = subjectID(discipline.name) else { return }
    let schoolClass = tables.schoolClass(classID)
    let pupils = tables.pupils.filter { $0.schoolClass == classID }
    let speciality = speciality(of: discipline, grade: schoolClass.grade, classID: classID)
    var teachers: [Int] = []
    func course(_ group: Int?, _ teachers: [Int], _ pupils: [Int]) -> Course {
      Course(
        schoolClass: classID, group: group, discipline: discipline, subject: subject, teachers: teachers,
        slots: slots, pupils: pupils)
    }
    let parts = discipline.inSubgroups && pupils.count >= 8 ? 2 : 1
    // Handwork from the fifth grade on is led by two teachers in turn.
    let teacherCount = discipline.speciality == .labour ? 2 : parts
    for _ in 0..<teacherCount {
      let teacher = staff.engage(speciality, at: slots, excluding: teachers) {
        addTeacher(ofSchool: schoolClass.school, using: &random)
      }
      teachers.append(teacher)
    }
    guard parts == 2 else {
      courses.append(course(nil, teachers, pupils.map(\.id)))
      return
    }
    for part in 0..<parts {
      let group = tables.groups.count + 1
      tables.groups.append(
        SchoolTables.Group(id: group, schoolClass: classID, name: "\(discipline.shortName) \(part + 1)"))
      let members = pupils.enumerated().filter { $0.offset % parts == part }.map(\.element)
      for member in members {
        groupsOfPupil[member.id, default: []].append(group)
        let cameLate = member.enrolled > Day(plan.firstYear, 9, 1)
        tables.groupPupils.append(
          SchoolTables.GroupPupil(
            group: group, pupil: member.id, from: cameLate ? member.enrolled : nil, to: member.left))
      }
      courses.append(course(group, [teachers[part]], members.map(\.id)))
    }
  }

  /// Grade 1 has specialists of its own, so that some teachers give no marks at all.
  private func speciality(of discipline: Discipline, grade: Int, classID: Int) -> String {
    if discipline.speciality == .primary { return "primary \(classID)" }
    return grade == 1 ? "\(discipline.speciality.rawValue) 1" : discipline.speciality.rawValue
  }
}
