extension SchoolBuilder {
  /// Everybody logs in every week and, where weeks are cut, at least once in every half-month.
  mutating func addLogins() {
    var random = random(.logins)
    for pupil in tables.pupils {
      let first = max(pupil.enrolled, plan.from)
      let last = min(pupil.left ?? plan.to, plan.to)
      for role in [SchoolTables.Login.Role.pupil, .parent] {
        addLogins(pupil.id, role, pupil.schoolClass, from: first, to: last, using: &random)
      }
    }
    for teacher in tables.teachers {
      addLogins(teacher.id, .teacher, nil, from: plan.from, to: plan.to, using: &random)
    }
    tables.logins.sort { ($0.at, $0.role.rawValue, $0.person) < ($1.at, $1.role.rawValue, $1.person) }
  }

  private mutating func addLogins(
    _ person: Int, _ role: SchoolTables.Login.Role, _ schoolClass: Int?, from: Day, to: Day,
    using random: inout SplitMix64
  ) {
    guard from <= to else { return }
    var days: Set<Day> = []
    var monday = from + (1 - from.weekday)
    while monday <= to {
      let (first, last) = (max(monday, from), min(monday + 6, to))
      days.insert(first + random.below(last - first + 1))
      if role != .parent, random.chance(1, of: 2) { days.insert(first + random.below(last - first + 1)) }
      monday = monday + 7
    }
    var half = from
    while half <= to {
      let end = min(half.lastOfHalfMonth, to)
      if !days.contains(where: { half <= $0 && $0 <= end }) { days.insert(half + random.below(end - half + 1)) }
      half = half.lastOfHalfMonth + 1
    }
    for day in days.sorted() {
      let at = Moment(day, 7, 5) + random.below(14 * 3600)
      tables.logins.append(SchoolTables.Login(person: person, role: role, schoolClass: schoolClass, at: at))
    }
  }
}
