import Testing

/// The real report of a class and its report card, where `ZAVUCH_REAL_EXPORTS` names their folder.
@Suite(.enabled(if: RealExports.folder != nil, "ZAVUCH_REAL_EXPORTS names no folder of real exports"))
struct RealStudentReportTests {
  private let scratch: Scratch

  init() throws { scratch = try Scratch() }

  private static let report = "Отчет об успеваемости и посещаемости ученика (весь класс).xlsx"
  private static let card = "Табель успеваемости учащегося (весь класс).xlsx"

  private func path(_ name: String) -> String { "\(RealExports.folder ?? "")/student-report/\(name)" }

  @Test func everyCellOfTheReport() throws {
    let lines = try scratch.imported(path(Self.report))
    #expect(lines.map(\.layout) == ["student-report"] && lines[0].rejected.isEmpty)
    // The workbook says nothing of its making; its parts do.
    #expect(lines[0].takenAt == "2025-06-27T19:54:40" && lines[0].classes == ["8А"] && lines[0].pupils == 28)
    #expect([lines[0].lessons, lines[0].marks, lines[0].absences, lines[0].finalMarks] == [347, 2560, 732, 474])
    #expect(lines[0].new == 347 + 2560 + 732 + 474)
    guard JournalOracle.isInstalled else { return }
    let oracle = try StudentOracle.lines(path(Self.report))
    #expect(
      try scratch.studentLines("student-report").difference(from: oracle.filter { !$0.hasPrefix("count") }).isEmpty)
    // By the head of every block. FORMATS 4 counts 2730, 822, 404, 400, 403 and 38 in the columns B to AP of every block,
    // whatever its width.
    let counts = ["": 2750, "3": 810, "4": 566, "5": 405, "2": 398, "Н": 421, "Б": 219, "О": 50, "У": 39, "0": 7]
    for (text, count) in counts { #expect(oracle.contains("count|\(text)|\(count)")) }
  }

  @Test func everyCellOfTheCard() throws {
    let lines = try scratch.imported(path(Self.card))
    #expect(lines.map(\.layout) == ["student-table"] && lines[0].rejected.isEmpty)
    #expect(lines[0].takenAt == "2025-06-27T19:55:08" && lines[0].pupils == 28 && lines[0].finalMarks == 2345)
    guard JournalOracle.isInstalled else { return }
    #expect(
      try scratch.studentLines("student-table").difference(from: StudentOracle.lines(path(Self.card))).isEmpty)
  }

  /// Of 448 means of the fourth quarter 434 are those of the cells, in the report and, rounded half to even, in the card. In
  /// seven the system counts a cell `0` as nought; in seven it counts one mark that no cell of the report shows.
  /// What both say is told once.
  @Test func everyDifferenceIsExplained() throws {
    for (names, told) in [([Self.report, Self.card], 14), ([Self.card, Self.report], 28)] {
      let scratch = try Scratch()
      try scratch.zavuch("import", path(names[0]))
      let messages = try scratch.zavuch("import", path(names[1])).messages
      #expect(messages.contains("средние баллы сошлись: \(told * 31) из \(told * 32)"))
      let count = { (text: String) in messages.split(separator: "\n").filter { $0.contains(text) }.count }
      #expect(count("средний балл не сходится") == 14)
      #expect(count("считать «0» за ноль (клеток с «0»: 1)") == 7)
      #expect(count("Сходится, если прибавить одну отметку «") == 7)
    }
  }

  /// No teachers, no topics, no times: nobody is accused of what the report cannot say.
  @Test func controlOfTheReport() throws {
    try scratch.zavuch("import", path(Self.report), path(Self.card))
    try scratch.zavuch("check", "--as-of", "2025-06-26", "--from", "2025-03-24", "--to", "2025-05-24", "--register")
    // Nobody has a mark in these subjects. In the first everybody has a final one; that no marks are given in the others only
    // the school can say.
    #expect(
      try scratch.rows("SELECT rule, subject_name, count(*) FROM finding GROUP BY 1, 2") == [
        "pupil-without-marks|Вероятность и статистика|28", "pupil-without-marks|Профессиональный минимум|28",
        "pupil-without-marks|Разговоры о важном|28",
      ])
    #expect(
      try scratch.rows("SELECT count(*) FROM check_rule WHERE rule = 'teacher-inactive' AND checked = 0") == ["1"])
    #expect(try scratch.rows("SELECT name FROM subject WHERE is_graded = 0") == [])
  }
}
