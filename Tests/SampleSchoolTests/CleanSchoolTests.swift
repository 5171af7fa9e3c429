import Testing

@testable import SampleSchool

@Suite struct CleanSchoolTests {
  let plan = SchoolPlan.sample
  let tables = SchoolBuilder.build(.sample)

  @Test func nobodyIsInTwoPlacesAtOnce() {
    var teachers: Set<String> = []
    var classes: [String: Set<Int?>] = [:]
    for lesson in tables.lessons {
      let slot = "\(lesson.date) \(lesson.number)"
      #expect(teachers.insert("\(lesson.teacher) \(slot)").inserted, "teacher \(lesson.teacher) \(slot)")
      classes["\(lesson.schoolClass) \(slot)", default: []].insert(lesson.group)
    }
    // A class is whole or in its groups, never both.
    #expect(classes.values.allSatisfy { $0.count == 1 || !$0.contains(nil) })
    #expect(classes.values.reduce(0) { $0 + $1.count } == tables.lessons.count)
  }

  @Test func theSampleHasWhatTripsImportersUp() {
    let namesakes = Dictionary(grouping: tables.pupils) { "\($0.schoolClass) \($0.name.full)" }.values
    #expect(namesakes.contains { $0.count == 2 })
    #expect(tables.pupils.contains { $0.name.family.contains("-") })
    #expect(tables.pupils.contains { $0.name.full.contains("ё") })
    #expect(tables.pupils.contains { $0.enrolled == Day(2025, 9, 15) })
    #expect(tables.pupils.contains { $0.left == Day(2025, 10, 10) })
    #expect(!tables.exemptions.isEmpty && !tables.holidays.isEmpty)
    #expect(tables.subjects.contains { !$0.graded })
    #expect(tables.lessons.contains { $0.date.weekday == 6 })
    #expect(tables.groups.count >= 14)
    #expect(Set(tables.periods.map(\.kind)) == [.quarter, .half, .year])
    #expect(tables.classes.map(\.grade) == [1, 3, 4, 5, 7, 8, 9, 10])
    let gradeOne = tables.marks.filter { tables.schoolClass(tables.pupil($0.pupil).schoolClass).grade == 1 }
    #expect(gradeOne.isEmpty)
  }

  @Test func doubleLessonsStandInARow() throws {
    let labour = try #require(tables.subjects.first { $0.name == "Труд (технология)" })
    let fifth = try #require(tables.classes.first { $0.grade == 5 })
    let days = Dictionary(
      grouping: tables.lessons.filter { $0.subject == labour.id && $0.schoolClass == fifth.id }, by: \.date)
    #expect(!days.isEmpty)
    for lessons in days.values {
      #expect(lessons.count == 2 && lessons[1].number == lessons[0].number + 1)
      #expect(lessons[0].teacher != lessons[1].teacher)
    }
  }

  @Test func theYearIsOfTheSizeOfARealSchool() {
    let year = SchoolBuilder.build(.schoolYear)
    #expect((23_000...25_000).contains(year.lessons.count), "\(year.lessons.count)")
    #expect((180_000...200_000).contains(year.marks.count), "\(year.marks.count)")
    #expect((46_000...52_000).contains(year.attendance.count), "\(year.attendance.count)")
  }

  @Test func schoolsShareNoIdsButSubjectsAndDiffer() {
    var plan = plan
    plan.schools = 2
    let two = SchoolBuilder.build(plan)
    #expect(two.schools.count == 2 && two.classes.count == 16)
    #expect(Set(two.lessons.map(\.id)).count == two.lessons.count)
    let byClass = Dictionary(grouping: two.pupils, by: \.schoolClass)
    #expect(byClass[1]?.map(\.name) != byClass[9]?.map(\.name))
    #expect(two.lessons.allSatisfy { two.schoolClass($0.schoolClass).school == two.teachers[$0.teacher - 1].school })
  }

  @Test func everyRowPointsToARow() {
    let pupils = Set(tables.pupils.map(\.id))
    let works = Dictionary(uniqueKeysWithValues: tables.works.map { ($0.id, $0) })
    for mark in tables.marks {
      let lesson = works[mark.work].map { tables.lesson($0.lesson) }
      #expect(lesson?.schoolClass == tables.pupil(mark.pupil).schoolClass)
    }
    #expect(tables.attendance.allSatisfy { $0.pupil.map(pupils.contains) ?? true })
  }
}
