import Testing

@testable import Journal

@Suite struct PeriodKindTests {
  @Test(arguments: [
    ("1 четверть", 1), ("1 четв", 1), ("1-я четверть", 1), ("2чтв", 2), ("I четверть", 1), ("IV чет.", 4),
    ("Четверть 3", 3),
    ("Первая четверть", 1), ("Второе полугодие", 2), ("третий триместр", 3), ("Четвертая четверть", 4),
    ("четвёртая четв", 4),
    ("1 сем", 1),
  ])
  func labelsNameTheirNumber(_ label: String, _ number: Int) {
    #expect(PeriodKind.ordinal(label: label) == number)
  }

  @Test(arguments: ["Четверть", "Год", "Учебный год", "Экзамен", "с 01.09 по 26.10", "Итог", ""])
  func otherLabelsNameNone(_ label: String) { #expect(PeriodKind.ordinal(label: label) == nil) }
}
