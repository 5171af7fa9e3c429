/// The generator of a fictional school: journals as systems export them, with faults that are counted as they are made.
public enum SampleSchool {
  /// Writes the interchange tables of a clean school as CSV files into a folder.
  public static func writeTables(_ plan: SchoolPlan, style: TableStyle = TableStyle(), to folder: String) throws {
    let output = try OutputFolder(folder)
    let tables = SchoolBuilder.build(plan)
    for table in InterchangeTable.allCases where plan.tables.contains(table) {
      try output.write(
        try tables.csv(table, style: style, timesKnown: plan.timesKnown), as: "\(table.rawValue).csv")
    }
  }
}
