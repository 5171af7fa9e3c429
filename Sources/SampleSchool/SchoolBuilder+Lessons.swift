extension SchoolBuilder {
  /// Lessons by the timetable, day by day; topics and homework follow when a course's lessons are counted.
  mutating func addLessons() {
    var atSlot: [[Slot: [Int]]] = Array(repeating: [:], count: tables.classes.count + 1)
    for (index, course) in courses.enumerated() {
      for slot in course.slots { atSlot[course.schoolClass][slot, default: []].append(index) }
    }
    for number in plan.from.number...plan.to.number {
      let day = Day(number: number)
      for schoolClass in tables.classes {
        let classPlan = plan.classes[(schoolClass.id - 1) % plan.classes.count]
        guard calendar.isSchoolDay(day, sixDays: classPlan.sixDays) else { continue }
        for number in 1...8 {
          for index in atSlot[schoolClass.id][Slot(weekday: day.weekday, number: number)] ?? [] {
            addLesson(ofCourse: index, on: day, number: number)
          }
        }
      }
    }
    addTexts()
  }

  private mutating func addLesson(ofCourse index: Int, on day: Day, number: Int) {
    let course = courses[index]
    let id = tables.lessons.count + 1
    tables.lessons.append(
      SchoolTables.Lesson(
        id: id, schoolClass: course.schoolClass, subject: course.subject,
        teacher: course.teachers[course.lessons.count % course.teachers.count], date: day, number: number,
        group: course.group, topic: "", homework: "", enteredAt: nil))
    courses[index].lessons.append(id)
    lessonsOfDay[ClassDay(schoolClass: course.schoolClass, day: day), default: []].append(id)
  }

  private mutating func addTexts() {
    var random = random(.topics)
    for course in courses {
      let grade = tables.schoolClass(course.schoolClass).grade
      var lastYear = 0
      for (position, id) in course.lessons.enumerated() {
        let lesson = tables.lesson(id)
        var topic = course.discipline.topic(position, of: course.lessons.count)
        // The first lesson of the school year and the first after 1 January.
        if course.discipline.briefing, lesson.date.parts.year != lastYear {
          topic = "Инструктаж по охране труда. \(topic)"
        }
        lastYear = lesson.date.parts.year
        tables.lessons[id - 1].topic = topic
        tables.lessons[id - 1].homework =
          grade == 1 ? "" : course.discipline.homeworkText(position, using: &random)
        let clock = Moment(lesson.date, 15) + random.below(4 * 3600)
        tables.lessons[id - 1].enteredAt = clock
      }
    }
  }
}

extension Discipline {
  /// The topic of a course's lesson: topics in order, each drawn out over its share of the lessons.
  func topic(_ position: Int, of count: Int) -> String {
    let index = min(topics.count - 1, position * topics.count / max(1, count))
    let start = (index * count + topics.count - 1) / topics.count
    let stages = [
      "", ". Закрепление", ". Решение упражнений", ". Практикум", ". Обобщение", ". Урок-игра", ". Повторение",
      ". Работа над ошибками", " (продолжение)",
    ]
    return topics[index] + stages[min(stages.count - 1, max(0, position - start))]
  }

  func homeworkText(_ position: Int, using random: inout SplitMix64) -> String {
    let page = 6 + position * 2
    let number = 10 + position * 4 + random.below(3)
    switch homework {
    case .exercise:
      return random.pick([
        "Упр. \(number)", "§ \(1 + position / 3), упр. \(number)", "Упр. \(number), правило с. \(page)",
      ])
    case .paragraph:
      return random.pick(["§ \(1 + position / 2)", "§ \(1 + position / 2), вопросы 1–4", "п \(1 + position / 2)"])
    case .problem:
      return random.pick([
        "№ \(number), \(number + 2)", "№ \(number)–\(number + 3)", "с. \(page), № \(number); выучить правило",
      ])
    case .reading:
      return random.pick(["Читать с. \(page)–\(page + 3)", "Выразительное чтение, с. \(page)", "Пересказ"])
    case .words:
      return random.pick(["Слова с. \(page), \"My words\"", "р.т., упр. \(number % 9 + 1)", "Выучить слова"])
    case .drawing: return "Закончить рисунок"
    case .physical: return "Комплекс упражнений № \(1 + position % 6)"
    case .project: return random.pick(["Принести материалы", "Закончить изделие\nна листе А4", "Эскиз проекта"])
    }
  }
}
