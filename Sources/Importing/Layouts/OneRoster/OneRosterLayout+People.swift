import Journal

extension OneRosterLayout {
  private func key(_ id: String) -> String { "\(Self.id)/\(id)" }

  /// Only schools are schools: departments and districts are none.
  mutating func readOrg(_ rows: OneRosterRows, _ row: OneRosterRows.Row, _ id: String) {
    guard rows.text(row, "type")?.lowercased() == "school" else { return }
    let school = BatchSchool(key: id, name: rows.text(row, "name") ?? id, place: rows.place(row))
    if schools.isEmpty { builder.batch.schools = [] }
    schools[id] = Int32(builder.batch.schools.count)
    builder.batch.schools.append(school)
  }

  /// The only school, where the row names none that is known.
  private func school(_ id: String?) -> Int32 { id.flatMap { schools[$0] } ?? 0 }

  /// The end is kept as written: whether it is the last day or the one after, systems disagree, and a later end accuses
  /// nobody. `schoolYear` of OneRoster is the year in which it ends, so it is taken from the days.
  mutating func readSession(_ rows: OneRosterRows, _ row: OneRosterRows.Row, _ id: String) {
    guard let start = date(rows, row, "startdate"), let end = date(rows, row, "enddate"), start <= end else {
      return reject(rows, row, "startdate", "у периода нет начала или конца", "Запишите даты как ГГГГ-ММ-ДД.")
    }
    let title = rows.text(row, "title") ?? id
    let kind: PeriodKind =
      switch rows.text(row, "type")?.lowercased() {
      case "schoolyear": .year
      case "semester": .half
      default: PeriodKind(label: title) ?? PeriodKind(lengthInDays: Int(end.days - start.days) + 1)
      }
    for school in builder.batch.schools.indices {
      _ = builder.period(
        BatchPeriod(
          key: school == 0 ? key(id) : "\(key(id))/\(school)", school: Int32(school), name: title, kind: kind,
          schoolYear: start.schoolYear, start: start, end: end,
          place: rows.place(row)))
    }
  }

  mutating func readClass(_ rows: OneRosterRows, _ row: OneRosterRows.Row, _ id: String) {
    let title = rows.text(row, "title") ?? id
    let place = rows.place(row)
    let school = school(rows.text(row, "schoolsourcedid"))
    if rows.text(row, "classtype")?.lowercased() == "homeroom" {
      let grades = rows.list(row, "grades").compactMap { Int($0) }
      let grade = ClassName(title)?.grade ?? (grades.count == 1 ? grades[0] : nil)
      homerooms[id] = builder.studyClass(
        key(id), title: title, grade: grade.flatMap { (1...12).contains($0) ? $0 : nil } ?? 0, school: school, place)
      return
    }
    let subjects = rows.list(row, "subjects")
    let course = rows.text(row, "coursesourcedid")
    let name = course.flatMap { courses[$0] } ?? (subjects.count == 1 ? subjects[0] : title)
    let subject = builder.subject(key(CodeFolding.fold(name)), name: name, place)
    scheduled[id] = Scheduled(title: title, subject: subject, school: school, place: place)
  }

  mutating func readUser(_ rows: OneRosterRows, _ row: OneRosterRows.Row, _ id: String) {
    let names = ["familyname", "givenname", "middlename"].compactMap { rows.text(row, $0) }
    let org = rows.list(row, "orgsourcedids").first ?? rows.text(row, "primaryorgsourcedid")
    users[id] = User(
      name: names.isEmpty ? id : names.joined(separator: " "),
      roles: Set([rows.text(row, "role")?.lowercased()].compactMap { $0 }), school: school(org), place: rows.place(row))
  }

  /// 1.2 has roles in a file of their own.
  mutating func readRole(_ rows: OneRosterRows, _ row: OneRosterRows.Row) {
    guard let user = rows.text(row, "usersourcedid"), let role = rows.text(row, "role")?.lowercased() else {
      return reject(rows, row, "usersourcedid", "у роли нет пользователя или названия", "Впишите userSourcedId и role.")
    }
    if deleted.contains(user) { return }
    guard users[user] != nil else { return rejectUser(rows, row) }
    users[user]?.roles.insert(role)
    if let org = rows.text(row, "orgsourcedid").flatMap({ schools[$0] }) { users[user]?.school = org }
  }

  private mutating func rejectUser(_ rows: OneRosterRows, _ row: OneRosterRows.Row) {
    reject(
      rows, row, "usersourcedid", "такого пользователя нет в users", "Добавьте его в users.csv или исправьте ссылку.")
  }

  mutating func readEnrollment(_ rows: OneRosterRows, _ row: OneRosterRows.Row) {
    guard let user = rows.text(row, "usersourcedid"), let of = rows.text(row, "classsourcedid") else {
      return reject(
        rows, row, "usersourcedid", "у зачисления нет пользователя или класса",
        "Впишите userSourcedId и classSourcedId.")
    }
    if deleted.contains(user) || deleted.contains(of) { return }
    guard users[user] != nil else { return rejectUser(rows, row) }
    guard homerooms[of] != nil || scheduled[of] != nil else {
      return reject(
        rows, row, "classsourcedid", "такого класса нет в classes", "Добавьте его в classes.csv или исправьте ссылку.")
    }
    let (from, end) = (date(rows, row, "begindate"), date(rows, row, "enddate"))
    let enrollment = Enrollment(
      user: user, of: of, from: from, to: end.map { $0.advanced(by: -1) }, place: rows.place(row))
    switch rows.text(row, "role")?.lowercased() {
    case "student": students.append(enrollment)
    case "teacher": teachers.append((enrollment, rows.text(row, "primary")?.lowercased() == "true"))
    default: break
    }
  }

  struct Enrollment {
    var user: String
    var of: String
    var from: CivilDate?
    var to: CivilDate?
    var place: FactPlace
  }

  /// Makes pupils and teachers of users, when all enrolments are known.
  mutating func addPeople() {
    for (enrollment, isPrimary) in teachers { addTeacher(enrollment, isPrimary) }
    for enrollment in students where homerooms[enrollment.of] != nil {
      // Of two homerooms the one begun later is the present one.
      if let known = users[enrollment.user], known.studyClass != nil,
        (known.enrolled?.days ?? .min) > (enrollment.from?.days ?? .min)
      {
        continue
      }
      users[enrollment.user]?.studyClass = homerooms[enrollment.of]
      users[enrollment.user]?.enrolled = enrollment.from
      users[enrollment.user]?.left = enrollment.to
    }
    for enrollment in students {
      let pupil = pupil(enrollment.user)
      if scheduled[enrollment.of] != nil {
        let group = group(of: pupil, in: enrollment.of)
        builder.member(pupil, of: group, from: enrollment.from, to: enrollment.to, enrollment.place)
      }
    }
    for (id, user) in users.sorted(by: { $0.key < $1.key }) {
      if user.roles.contains("student"), builder.known("teacher", key(id)) == nil { _ = pupil(id) }
      if user.roles.contains("teacher"), builder.known("pupil", key(id)) == nil { _ = teacher(id) }
    }
  }

  private mutating func addTeacher(_ enrollment: Enrollment, _ isPrimary: Bool) {
    let teacher = teacher(enrollment.user)
    scheduled[enrollment.of]?.teachers.append(teacher)
    guard let homeroom = homerooms[enrollment.of].map(Int.init) else { return }
    if isPrimary || builder.batch.classes[homeroom].headTeacher < 0 {
      builder.batch.classes[homeroom].headTeacher = teacher
    }
  }

  private mutating func teacher(_ id: String) -> Int32 {
    let user = users[id]
    let position = builder.teacher(
      key(id), name: user?.name ?? id, user?.place ?? FactPlace(sheet: 0, row: 0))
    builder.batch.teachers[Int(position)].school = user?.school ?? 0
    return position
  }

  mutating func pupil(_ id: String) -> Int32 {
    let place = users[id]?.place ?? FactPlace(sheet: 0, row: 0)
    let user = users[id]
    let studyClass =
      user?.studyClass
      ?? builder.studyClass(
        key("\(PupilFeed.noClass)/\(user?.school ?? 0)"), title: PupilFeed.noClass, school: user?.school ?? 0, place)
    return builder.pupil(
      BatchPupil(
        key: key(id), studyClass: studyClass, name: user?.name ?? id, birthDate: user?.birthDate,
        enrolled: user?.enrolled, left: user?.left, isListed: user?.studyClass != nil,
        saysLeft: user?.studyClass != nil, place: place))
  }

  /// A scheduled class is a group of each class whose pupils it has.
  mutating func group(of pupil: Int32, in id: String) -> Int32 {
    let studyClass = builder.batch.pupils[Int(pupil)].studyClass
    let place = scheduled[id]?.place ?? builder.batch.pupils[Int(pupil)].place
    return builder.group(
      "\(key(id))/\(builder.batch.classes[Int(studyClass)].key)", of: studyClass, name: scheduled[id]?.title ?? id,
      place)
  }
}
