import FoundationEssentials
import Testing

@testable import SampleSchool

/// Not tests of the generator but its use without the executable: they write where an environment variable says.
@Suite struct WritingOutTests {
  static let yearFolder = ProcessInfo.processInfo.environment["ZAVUCH_WRITE_SCHOOL_YEAR"]
  static let dataFolder = ProcessInfo.processInfo.environment["ZAVUCH_WRITE_SAMPLE_DATA"]

  @Test(.enabled(if: dataFolder != nil, "ZAVUCH_WRITE_SAMPLE_DATA names no folder"))
  func writesSampleData() throws {
    let folder = try #require(Self.dataFolder)
    try SampleSchool.writeSampleData(to: folder)
    #expect(FileManager.default.fileExists(atPath: "\(folder)/truth.json"))
  }

  @Test(.enabled(if: yearFolder != nil, "ZAVUCH_WRITE_SCHOOL_YEAR names no folder"))
  func writesTheSchoolYear() throws {
    let folder = try #require(Self.yearFolder)
    try SampleSchool.write(.schoolYear, faults: .seeded(1, for: .schoolYear), format: .tables(TableStyle()), to: folder)
    #expect(FileManager.default.fileExists(atPath: "\(folder)/marks.csv"))
  }
}
