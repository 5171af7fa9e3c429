extension SchoolBuilder {
  /// Classes and pupils, among them what importers trip over: namesakes, late comers, leavers, exemptions.
  mutating func addPeople(ofSchool school: Int) {
    var random = random(.people, school: school)
    for (index, classPlan) in plan.classes.enumerated() {
      let id = tables.classes.count + 1
      tables.classes.append(
        SchoolTables.SchoolClass(id: id, school: school, grade: classPlan.grade, letter: classPlan.letter))
      let first = tables.pupils.count + 1
      for name in names(ofClass: index, using: &random) {
        let birth = Day(plan.firstYear - 6 - classPlan.grade, 1, 1) + random.below(365)
        tables.pupils.append(
          SchoolTables.Pupil(
            id: tables.pupils.count + 1, schoolClass: id, name: name, birth: birth, enrolled: Day(plan.firstYear, 9, 1))
        )
      }
      moveOne(ofClass: index, firstPupil: first, using: &random)
    }
  }

  private func names(ofClass index: Int, using random: inout SplitMix64) -> [PersonName] {
    let spread = plan.pupilsPerClass / 8
    let count = max(2, plan.pupilsPerClass + random.within(-spread...spread))
    var families = Array(0..<PersonName.familyCount)
    random.shuffle(&families)
    // Every third class has a double-barrelled name.
    if index % 3 == 0, let double = families.firstIndex(where: PersonName.isDoubleBarrelled) {
      families.swapAt(0, double)
    }
    var names = (0..<count).map {
      PersonName.drawn(familyIndex: families[$0], female: random.chance(1, of: 2), using: &random)
    }
    // Every fourth class from the fifth has two pupils of the same name.
    if index % 4 == 0, index > 0, names.count > 3 { names[2] = names[1] }
    return names.sorted { $0.sortKey < $1.sortKey }
  }

  /// Lets one pupil of every second class come late or leave early, in the middle of a period.
  private mutating func moveOne(ofClass index: Int, firstPupil: Int, using random: inout SplitMix64) {
    let last = tables.pupils.count
    let mover = random.within(firstPupil...last) - 1
    let grade = plan.classes[index].grade
    let terms = calendar.terms.filter { $0.kind != .year && $0.grades.contains(grade) && $0.start <= plan.to }
    guard let term = terms.isEmpty ? nil : random.pick(terms) else { return }
    switch index % 4 {
    case 3: tables.pupils[mover].enrolled = workday(term.start + 14)
    case 1:
      let left = workday(term.start + min(39, (term.end - term.start) * 3 / 4))
      if left <= plan.to { tables.pupils[mover].left = left }
    default: break
    }
  }

  private func workday(_ day: Day) -> Day {
    var day = day
    while !calendar.isSchoolDay(day, sixDays: false) { day = day + 1 }
    return day
  }

  mutating func addTeacher(ofSchool school: Int, using random: inout SplitMix64) -> Int {
    let id = tables.teachers.count + 1
    // Steps of a prime through the list of families, so that a school's teachers have names of their own.
    let name = PersonName.drawn(familyIndex: id * 37, female: random.chance(5, of: 6), using: &random)
    tables.teachers.append(SchoolTables.Teacher(id: id, school: school, name: name))
    return id
  }
}

extension PersonName {
  /// ё sorts as е, as in a class list.
  var sortKey: String {
    String(String.UnicodeScalarView(full.unicodeScalars.map { $0 == "ё" ? "е" : $0 == "Ё" ? "Е" : $0 }))
  }

  static func isDoubleBarrelled(_ index: Int) -> Bool {
    var random = SplitMix64(seed: 0)
    return PersonName.drawn(familyIndex: index, female: false, using: &random).family.contains("-")
  }
}
