/// Holidays and reporting periods of a school year.
struct SchoolCalendar: Sendable {
  struct Term: Sendable {
    var kind: SchoolTables.Period.Kind
    var ordinal: Int
    var start: Day
    var end: Day
    var grades: ClosedRange<Int>
  }

  let terms: [Term]
  let holidays: [ClosedRange<Day>]

  init(plan: SchoolPlan) {
    let (first, second) = (plan.firstYear, plan.firstYear + 1)
    let winterEnd = Day(second, 1, 12)
    let yearEnd = Day(second, 5, 26)
    func term(_ kind: SchoolTables.Period.Kind, _ ordinal: Int, _ start: Day, _ end: Day, _ grades: ClosedRange<Int>)
      -> Term
    {
      Term(kind: kind, ordinal: ordinal, start: start, end: end, grades: grades)
    }
    let short =
      plan.trimesters
      ? [
        term(.trimester, 1, Day(first, 9, 1), Day(first, 11, 30), 1...9),
        term(.trimester, 2, Day(first, 12, 1), Day(second, 2, 28), 1...9),
        term(.trimester, 3, Day(second, 3, 1), yearEnd, 1...9),
      ]
      : [
        term(.quarter, 1, Day(first, 9, 1), Day(first, 10, 26), 1...9),
        term(.quarter, 2, Day(first, 11, 5), Day(first, 12, 30), 1...9),
        term(.quarter, 3, winterEnd, Day(second, 3, 27), 1...9),
        term(.quarter, 4, Day(second, 4, 6), yearEnd, 1...9),
      ]
    terms =
      short + [
        term(.half, 1, Day(first, 9, 1), Day(first, 12, 30), 10...11),
        term(.half, 2, winterEnd, yearEnd, 10...11),
        term(.year, 1, Day(first, 9, 1), yearEnd, 1...11),
      ]
    holidays = [
      Day(first, 10, 27)...Day(first, 11, 4), Day(first, 12, 31)...Day(second, 1, 11),
      Day(second, 2, 23)...Day(second, 2, 23), Day(second, 3, 8)...Day(second, 3, 9),
      Day(second, 3, 28)...Day(second, 4, 5), Day(second, 5, 1)...Day(second, 5, 1),
      Day(second, 5, 9)...Day(second, 5, 11),
    ]
  }

  func isSchoolDay(_ day: Day, sixDays: Bool) -> Bool {
    day.weekday <= (sixDays ? 6 : 5) && !holidays.contains { $0.contains(day) }
  }
}

extension SchoolTables.Period.Kind {
  func name(_ ordinal: Int) -> String {
    switch self {
    case .quarter: "\(ordinal) четверть"
    case .trimester: "\(ordinal) триместр"
    case .half: "\(ordinal) полугодие"
    case .year: "Учебный год"
    }
  }
}
