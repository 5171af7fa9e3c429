import Foundation
import Testing

/// The analysis of a real class against an independent count.
@Suite(
  .enabled(
    if: RealExports.folder != nil && JournalOracle.isInstalled,
    "ZAVUCH_REAL_EXPORTS names no folder of real exports, or openpyxl is lacking"))
struct RealAnalysisTests {
  private struct Share: Decodable {
    var part: Int
    var whole: Int
  }
  private struct Mean: Decodable {
    var sum: Int
    var count: Int
    var hundredths: Int?
  }
  private struct Marks: Decodable {
    var n5: Int
    var n4: Int
    var n3: Int
    var n2: Int
    var mean: Mean
    var quality: Share
  }
  private struct Summary: Decodable {
    var counted: Int
    var forecasts: Int
    var success: Share
    var quality: Share
    var marks: Marks
  }
  private struct Analysis: Decodable {
    var summary: Summary
  }

  @Test(arguments: ["год", "2 тр", "1 тр"])
  func figuresOfAClassAreThoseCountedApart(_ period: String) throws {
    let scratch = try Scratch()
    let path = "\(RealExports.folder ?? "")/dnevnik/journals-22.05.2019.xlsx"
    try scratch.zavuch("import", path)
    let output = try scratch.zavuch("analyse", "--period", period, "--as-of", "2019-05-31", "--json").output
    let summary = try JSONDecoder().decode(Analysis.self, from: Data(output.utf8)).summary
    let marks = summary.marks
    let ours = [
      summary.counted, summary.quality.part, summary.success.part, marks.n5, marks.n4, marks.n3, marks.n2,
      marks.mean.sum, summary.forecasts,
    ]
    #expect(ours == (try AnalysisOracle.figures(path, period: period)))
    #expect(marks.mean.count == marks.n5 + marks.n4 + marks.n3 + marks.n2 && marks.mean.count > 300)
    #expect(marks.quality.part == marks.n5 + marks.n4 && summary.quality.whole == summary.counted)
  }
}
