/// The generator of a fictional school: journals as systems export them, with faults that are counted as they are made.
public enum SampleSchool {
  /// Writes one export of a school.
  ///
  /// - Parameters:
  ///   - faults: nil for a clean school.
  ///   - path: a folder for `.tables`, otherwise a file.
  ///   - moment: when the export is taken; without it on the morning after the plan's last day.
  /// - Returns: what is broken in the school.
  /// - Throws: `SampleSchoolError`.
  @discardableResult
  public static func write(
    _ plan: SchoolPlan, faults: FaultPlan?, format: SampleFormat, to path: String, at moment: Moment? = nil
  ) throws -> FaultLedger {
    let (tables, ledger) = make(plan, faults: faults)
    try write(tables, plan: plan, format: format, to: path, at: moment ?? Moment(plan.to + 1, 7))
    return ledger
  }

  static func make(_ plan: SchoolPlan, faults: FaultPlan?) -> (SchoolTables, FaultLedger) {
    let clean = SchoolBuilder.build(plan)
    guard let faults else { return (clean, FaultLedger(end: plan.to)) }
    return FaultInjector.inject(faults, into: clean, to: plan.to)
  }

  static func write(
    _ tables: SchoolTables, plan: SchoolPlan, format: SampleFormat, to path: String, at moment: Moment
  ) throws {
    let tables = tables.asOf(moment)
    switch format {
    case .tables(let style):
      let output = try OutputFolder(path)
      for file in try files(of: tables, plan: plan, style: style) { try output.write(file.bytes, as: file.name) }
    case .tablesZip(let style):
      let files = try files(of: tables, plan: plan, style: style)
      try OutputFolder.writeFile(try ZipArchive.bytes(of: files, at: moment), to: path)
    case .journals:
      let journal = DnevnikJournal(tables, firstYear: plan.firstYear, at: moment)
      guard tables.schools.count > 1 else {
        return try OutputFolder.writeFile(try journal.archive(ofSchool: 1), to: path)
      }
      let output = try OutputFolder(path)
      for school in tables.schools {
        try output.write(try journal.archive(ofSchool: school.id), as: "journals-\(school.id).zip")
      }
    }
  }

  private static func files(of tables: SchoolTables, plan: SchoolPlan, style: TableStyle) throws
    -> [(name: String, bytes: [UInt8])]
  {
    try InterchangeTable.allCases.filter(plan.tables.contains).map { table in
      ("\(table.rawValue).csv", try tables.csv(table, style: style, timesKnown: plan.timesKnown))
    }
  }
}
