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
    try insert("analysed_left_out", [[1, "10А", "1 полугодие"], [2, "11А", ""]])
    try insert(
      "analysed_subject", [[1, 1, 7, "Алгебра", "Петров А.Б."], [1, 2, 5, "Русский язык", "Орлова Т.С., Львов И.И."]])
    try insert(
      "analysed_marks",
      [
        [1, 0, 0, 2, 1, 1, 1, 0, 0, 0, 5, 19, 4, 5, 3, 5, 316, 5, 1, 1],
        [1, 2, 0, 2, 1, 0, 1, 0, 0, 0, 4, 16, 3, 4, 3, 4, 280, 4, 0, 0],
        [1, 2, 5, 1, 0, 0, 1, 0, 0, 0, 2, 7, 1, 2, 1, 2, 116, 2, 0, 0],
        [1, 2, 7, 1, 1, 0, 0, 0, 0, 0, 2, 9, 2, 2, 2, 2, 164, 2, 0, 0],
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
      "analysed_category",
      [
        [1, 0, 0, "excellent", "Отличники (все «5»)", 1], [1, 0, 3, "one-three", "С одной «3»", 1],
        [1, 0, 5, "failing", "Неуспевающие", 1], [1, 1, 0, "excellent", "Отличники (все «5»)", 2],
      ])
    try insert(
      "analysed_absence",
      [
        [1, 32, 1, "unknown", "причина не указана", 2, 0], [1, 32, 2, "ill", "по болезни", 10, 1],
      ])
    try insert(
      "analysed_risk",
      [
        [1, 32, 1, "failing", "неудовлетворительно: Русский язык"],
        [1, 32, 2, "misses-often", "пропущено уроков: 12 из 80"],
      ])
    try insert(
      "analysed_participation",
      [
        [1, 1, "pupil", "учащихся", 2, 3, 0, .null],
        [1, 2, "parent", "родителей", 0, 0, 0, "выгрузки не содержат входов"],
      ])
    try insert(
      "analysed_material",
      [
        [1, 7, "Алгебра", "Петров А.Б.", 1, 30, 28, 32, 136], [1, 9, "Музыка", .null, 2, 8, .null, .null, .null],
        [3, 5, "Русский язык", .null, 1, 40, 40, 36, 165],
      ])
    try details(database)
    try insert(
      "analysed_note", [[1, 1, "Пропусков, которые на контрольную дату ещё могли быть не внесены: 1; они не учтены."]])
  }

  /// Tables in place of the views that Control makes over a journal.
  private static func details(_ database: Database) throws {
    let places = "class INTEGER, pupil INTEGER, subject INTEGER, day INTEGER, number INTEGER"
    try database.execute(
      """
      CREATE TEMP TABLE analysed_given (\(places), ordinal INTEGER, value TEXT, grade INTEGER, work TEXT);
      CREATE TEMP TABLE analysed_missed (\(places), reason TEXT, subject_name TEXT);
      CREATE TEMP TABLE analysed_homework (\(places), text TEXT, subject_name TEXT);
      """)
    func day(_ text: String) -> PeriodTables.Cell { PeriodTables.Cell(CivilDate(text).map { Int($0.days) }) }
    try PeriodTables.insert(
      [
        [1, 31, 7, day("2025-09-12"), 2, 1, "5", 5, "контрольная работа"],
        [1, 31, 7, day("2025-09-05"), 1, 1, "4", 4, .null],
        [1, 32, 7, day("2025-09-05"), 1, 1, "4", 4, .null], [1, 32, 5, day("2025-09-05"), .null, 1, "2", 2, .null],
        [1, 32, 5, day("2025-09-06"), .null, 1, "зач", .null, .null],
      ], into: "analysed_given", in: database)
    try PeriodTables.insert(
      [
        [1, 32, 7, day("2025-09-08"), 1, "по болезни", "Алгебра"],
        [1, 32, 5, day("2025-09-08"), 2, "причина не указана", "Русский язык"],
        [1, 32, 5, day("2025-09-09"), 1, "по болезни", "Русский язык"],
      ], into: "analysed_missed", in: database)
    try PeriodTables.insert(
      [
        [1, 31, 7, day("2025-10-24"), 1, "№ 12, 14", "Алгебра"],
        [1, 32, 7, day("2025-10-24"), 1, "№ 12, 14", "Алгебра"],
      ],
      into: "analysed_homework", in: database)
  }
}
