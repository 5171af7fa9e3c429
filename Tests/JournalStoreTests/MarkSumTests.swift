import Testing

@testable import JournalStore

@Suite struct MarkSumTests {
  /// 21 of 8 marks is 2.625: one system prints 2.62, another 2.63.
  @Test(arguments: [(2_620_000, true), (2_630_000, true), (2_610_000, false), (2_640_000, false)])
  func aTieRoundsBothWays(_ millionths: Int, _ isEqual: Bool) {
    #expect(MarkSum(sum: 21, count: 8).isMean(Int64(millionths), decimals: 2) == isEqual)
  }

  @Test func exactMeans() {
    #expect(MarkSum(sum: 23, count: 7).isMean(3_285_714, decimals: 6))
    #expect(!MarkSum(sum: 23, count: 7).isMean(3_285_718, decimals: 6))
    #expect(MarkSum().isMean(0, decimals: 6) && !MarkSum().isMean(3_000_000, decimals: 6))
    #expect(!MarkSum(sum: 3, count: 1).isMean(0, decimals: 2))
  }

  @Test func explanations() {
    let nought = MarkSum(sum: 12, count: 4, noughts: 1)
    #expect(nought.explanation(of: 2_400_000, decimals: 6)?.contains("считать «0» за ноль (клеток с «0»: 1)") == true)
    #expect(MarkSum(sum: 13, count: 4).explanation(of: 3_200_000, decimals: 6)?.contains("одну отметку «3»") == true)
    #expect(MarkSum(sum: 13, count: 4).explanation(of: 4_900_000, decimals: 6) == nil)
    // With one decimal several marks would do, so none is named.
    #expect(MarkSum(sum: 100, count: 30).explanation(of: 3_400_000, decimals: 1) == nil)
  }

  @Test(arguments: [(2_428_571, 6, "2,429"), (2_500_000, 1, "2,5"), (4_000_000, 0, "4"), (3_999_999, 2, "4,00")])
  func numbersInWords(_ millionths: Int, _ decimals: Int, _ text: String) {
    #expect(MarkSum.text(Int64(millionths), decimals: decimals) == text)
  }
}
