import Journal
import Testing

/// What one list of pupils after another says of a pupil's class and stay; the newest that says it holds, in any order.
@Suite struct PupilListTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  /// 5А, 5Б and two lessons of each; no entry times.
  private static let school: SchoolTables = {
    var tables = SchoolTables()
    for name in ["lessons", "marks", "attendance", "final_marks"] { tables.removeLastColumn(of: name) }
    tables.append("C2;S1;5;Б;T2", to: "classes")
    tables.append("P9;C2;Дятлова Вера;;;", to: "pupils")
    tables.append(
      "L8;C2;SU1;T2;2025-09-02;1;;Проценты;№ 1", "L9;C2;SU1;T2;2025-10-20;1;;Доли;№ 2", to: "lessons")
    return tables
  }()

  private static func pupils(_ change: (inout SchoolTables) -> Void) -> SchoolTables {
    var tables = school
    change(&tables)
    return tables
  }

  /// Taken at noon of the day; imported in the order given.
  private func load(_ lists: [(day: String, tables: SchoolTables)], _ order: [Int]) throws {
    for index in order {
      let (day, tables) = lists[index]
      try scratch.write(tables, to: day)
      try scratch.zavuch("import", day, "--taken-at", "\(day)T12:00")
    }
  }

  private func date(_ column: String) -> String { "coalesce(date(\(column) * 86400, 'unixepoch'), '—')" }

  private func left(_ pupil: String) throws -> [String] {
    try scratch.rows("SELECT \(date("left_on")) FROM pupil WHERE key = '\(pupil)'")
  }

  private static let leftAndBack: [(day: String, tables: SchoolTables)] = [
    ("2025-10-01", school),
    (
      "2025-10-10",
      pupils { $0.replace("P2;C1;Волкова Ольга;;;", with: "P2;C1;Волкова Ольга;;;2025-10-05", in: "pupils") }
    ),
    ("2025-11-01", school),
  ]

  @Test(arguments: [[0, 1, 2], [2, 1, 0], [1, 2, 0], [1, 0, 2], [2, 0, 1]])
  func anEmptyCellOfANewerListEnrolsThePupilAgain(_ order: [Int]) throws {
    try load(Self.leftAndBack, order)
    #expect(try left("P2") == ["—"])
  }

  @Test(arguments: [[0, 1], [1, 0]])
  func anEmptyCellOfAnOlderListDoesNot(_ order: [Int]) throws {
    try load(Self.leftAndBack, order)
    #expect(try left("P2") == ["2025-10-05"])
  }

  @Test(arguments: [[1, 2], [2, 1]])
  func aListWithoutTheColumnSaysNothingOfIt(_ order: [Int]) throws {
    var lists = Self.leftAndBack
    lists[2].tables = Self.pupils { tables in
      tables["pupils"] =
        "id;class_id;name\nP1;C1;Белов Иван\nP2;C1;Волкова Ольга\nP3;C1;Громов Яков\nP9;C2;Дятлова Вера\n"
    }
    try load(lists, order)
    #expect(try left("P2") == ["2025-10-05"])
  }

  private static let moved: [(day: String, tables: SchoolTables)] = [
    ("2025-10-01", school), ("2025-10-08", school),
    ("2025-10-15", pupils { $0.replace("P1;C1;", with: "P1;C2;", in: "pupils") }),
    ("2025-11-01", pupils { $0.replace("P1;C1;", with: "P1;C2;", in: "pupils") }),
  ]

  @Test(arguments: [[0, 1, 2, 3], [3, 2, 1, 0], [2, 0, 3, 1], [1, 3, 0, 2]])
  func aPupilOfAnotherClassHasMovedAndKeepsTheMarks(_ order: [Int]) throws {
    try load(Self.moved, order)
    #expect(
      try scratch.rows(
        """
        SELECT c.key, \(date("p.class_from")), p.gone_by FROM pupil p JOIN study_class c ON c.id = p.study_class
        WHERE p.key = 'P1'
        """) == ["C2@2025|2025-10-15|—"])
    #expect(
      try scratch.rows(
        """
        SELECT p.key, c.key, \(date("k.from_day")), \(date("k.to_day")) FROM former_class k
        JOIN pupil p ON p.id = k.pupil JOIN study_class c ON c.id = k.study_class
        """) == ["P1|C1@2025|1970-01-01|2025-10-08"])
    #expect(try scratch.rows("SELECT key, gone_by FROM mark WHERE key = 'M1'") == ["M1|—"])
  }

  @Test func aPupilWhoCameBackToTheFirstClassHasBeenInBoth() throws {
    var lists = Self.moved
    lists[3].tables = Self.school
    try load(lists, [3, 0, 2, 1])
    #expect(
      try scratch.rows(
        """
        SELECT c.key, \(date("k.from_day")), \(date("k.to_day")) FROM former_class k
        JOIN study_class c ON c.id = k.study_class ORDER BY k.from_day
        """) == ["C1@2025|1970-01-01|2025-10-08", "C2@2025|2025-10-15|2025-10-15"])
    #expect(
      try scratch.rows(
        """
        SELECT c.key, \(date("p.class_from")) FROM pupil p JOIN study_class c ON c.id = p.study_class
        WHERE p.class_from IS NOT NULL
        """) == ["C1@2025|2025-11-01"])
  }
}
