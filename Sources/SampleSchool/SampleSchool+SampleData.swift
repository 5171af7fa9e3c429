extension SampleSchool {
  /// Writes SampleData: the sample school at the end of two half-months and of the quarter, its class journals, and
  /// what is broken at each of the three moments. The same files, byte by byte, whenever it is called.
  ///
  /// - Throws: `SampleSchoolError`.
  public static func writeSampleData(to folder: String) throws {
    let plan = SchoolPlan.sample
    let (tables, ledger) = make(plan, faults: .seeded(plan.seed, for: plan))
    let start = plan.from
    let output = try OutputFolder(folder)
    let semicolons = TableStyle(delimiter: .semicolon, encoding: .windows1251, lineEnd: .crlf)

    let first = Moment(Day(2025, 9, 16), 7)
    try write(tables, plan: plan, format: .tables(TableStyle()), to: "\(folder)/Таблицы-\(first.day)", at: first)
    try output.write(
      Array(ledger.json(asOf: first.day + -1, from: start, to: first.day + -1).utf8),
      as: "truth-\(first.day + -1).json")

    let second = Moment(Day(2025, 10, 1), 7)
    try write(tables, plan: plan, format: .tables(TableStyle()), to: "\(folder)/Таблицы-\(second.day)", at: second)
    try output.write(
      Array(ledger.json(asOf: second.day + -1, from: first.day, to: second.day + -1).utf8),
      as: "truth-\(second.day + -1).json")

    let last = Moment(plan.to + 1, 7)
    try write(tables, plan: plan, format: .tablesZip(semicolons), to: "\(folder)/Таблицы-\(last.day).zip", at: last)
    try write(tables, plan: plan, format: .journals, to: "\(folder)/journals-\(last.day.russian).zip", at: last)
    try output.write(Array(ledger.json(asOf: plan.to, from: start, to: plan.to).utf8), as: "truth.json")
  }
}
