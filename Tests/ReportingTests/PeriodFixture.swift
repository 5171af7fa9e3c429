import Journal
import JournalStore

/// A made-up analysis of a period in `PeriodTables` of a store in memory: two classes with marks and a first class without.
struct PeriodFixture {
  let store: JournalStore

  var database: Database { store.database }

  init() throws {
    store = try JournalStore(path: ":memory:")
    try PeriodFixture.fill(store.database)
  }

  static func fill(_ database: Database) throws {
    try PeriodTables.make(in: database)
    func insert(_ table: String, _ rows: [[PeriodTables.Cell]]) throws {
      try PeriodTables.insert(rows, into: table, in: database)
    }
    func day(_ text: String) -> PeriodTables.Cell { PeriodTables.Cell(CivilDate(text).map { Int($0.days) }) }
    func row(_ place: Int, _ title: String, grade: Int, head: String?, pupils: Int, counts: [Int]) -> [PeriodTables
      .Cell]
    {
      let names: [PeriodTables.Cell] = [.init(place), .init(place + 10), .init(title), .init(grade), .init(head)]
      let period: [PeriodTables.Cell] = [
        "2025/26", "1 четверть", 2, day("2025-09-01"), day("2025-10-26"), day("2025-10-26"), day("2025-10-31"), .null,
      ]
      return names + period + [.init(grade == 1 ? 0 : 1), .init(pupils)] + counts.map { .init($0) }
        + ["СОУ = (n5·100 + n4·64 + n3·36 + n2·16 + (n1 + nн/а)·7) / N, в процентах", 50, 20, 1]
    }
    try insert(
      "analysed_class",
      [
        row(
          1, "5А", grade: 5, head: "Кузнецова М.И.", pupils: 3,
          counts: [2, 3, 1, 3, 1, 1, 1, 0, 240, 12, 40, 1, 2]),
        row(2, "10Б", grade: 10, head: nil, pupils: 0, counts: [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0]),
        row(3, "1В", grade: 1, head: "Белова Н.П.", pupils: 1, counts: [0, 0, 0, 0, 0, 0, 0, 0, 30, 0, 10, 0, 0]),
      ])
    try insert(
      "analysed_subject", [[1, 1, 7, "Алгебра", "Петров А.Б."], [1, 2, 5, "Русский язык", "Орлова Т.С., Львов И.И."]])
    try insert(
      "analysed_marks",
      [
        [1, 0, 0, 2, 1, 1, 1, 0, 0, 0, 5, 19, 4, 5, 3, 5, 316, 5, 1, 1],
        [1, 0, 5, 1, 0, 0, 1, 0, 0, 0, 2, 7, 1, 2, 1, 2, 116, 2, 0, 1],
        [1, 0, 7, 1, 1, 1, 0, 0, 0, 0, 3, 12, 3, 3, 2, 3, 200, 3, 1, 0],
      ])
    try insert(
      "analysed_pupil",
      [
        [
          1, 1, 31, "Абрамов Илья", "excellent", "Отличники (все «5»)", 0, .null, .null, 0, 2, 0, 0, 0, 0, 0, 0, 2, 10,
          80, 0, 20, 0, 0,
        ],
        [
          1, 2, 32, "Белова Анна", "failing", "Неуспевающие", 5, .null, .null, 0, 0, 1, 0, 1, 0, 0, 0, 2, 6, 80, 12, 20,
          1, 2,
        ],
        [
          1, 3, 33, "Васильева-Преображенская Екатерина", "one-three", "С одной «3»", 3, .null, .null, 1, 0, 0, 1, 0, 0,
          0, 0, 1, 3, 80, 0, 20, 0, 0,
        ],
        [
          3, 1, 41, "Громов Пётр", "no-data", "Нет данных", 7, .null, .null, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 30, 0, 10, 0,
          0,
        ],
      ])
    func mark(_ pupil: Int, _ subject: Int, _ text: String, _ grade: Int?, _ outcome: String) -> [PeriodTables.Cell] {
      [
        1, .init(pupil), .init(subject), "Петров А.Б.", .init(text), .init(grade), .init(outcome),
        .init(grade.map { $0 < 3 } ?? false), 0, 9, 2, 20, 1, 0,
      ]
    }
    try insert(
      "analysed_mark",
      [
        mark(31, 7, "5", 5, "given"), mark(31, 5, "5", 5, "given"), mark(32, 7, "4", 4, "given"),
        mark(32, 5, "2", 2, "given"), mark(33, 7, "3?", 3, "forecast"), mark(33, 5, "—", nil, "missing"),
      ])
    try insert(
      "analysed_note", [[1, 1, "Пропусков, которые на контрольную дату ещё могли быть не внесены: 1; они не учтены."]])
  }
}
