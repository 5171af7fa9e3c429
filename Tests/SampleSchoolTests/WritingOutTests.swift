import FoundationEssentials
import Testing

@testable import SampleSchool

/// Not tests of the generator but its use without the executable: they write where an environment variable says.
@Suite struct WritingOutTests {
  static let yearFolder = ProcessInfo.processInfo.environment["ZAVUCH_WRITE_SCHOOL_YEAR"]

  @Test(.enabled(if: yearFolder != nil, "ZAVUCH_WRITE_SCHOOL_YEAR names no folder"))
  func writesTheSchoolYear() throws {
    let folder = try #require(Self.yearFolder)
    try SampleSchool.writeTables(.schoolYear, to: folder)
    #expect(FileManager.default.fileExists(atPath: "\(folder)/marks.csv"))
  }
}
