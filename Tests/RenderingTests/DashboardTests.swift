import Foundation
import FoundationXML
import Rendering
import Reporting
import Testing

@Suite struct DashboardTests {
  let page: [UInt8]

  init() throws {
    page = DashboardRenderer().render(try SampleDashboard.dashboard())
  }

  private var text: String { String(decoding: page, as: UTF8.self) }

  @Test func isAccessible() throws {
    #expect(try PageChecker(page).faults() == [])
    #expect(try PageChecker(DashboardRenderer().render(SampleDashboard.empty)).faults() == [])
  }

  @Test func fetchesNothingAndRunsItsOwnScriptOnly() {
    let html = text.lowercased()
    for word in ["<link", "<img", "url(", "@import", "http:", "https:", " onclick", " src="] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(html.components(separatedBy: "<script").count == 2)
    #expect(html.contains("default-src 'none'") && html.contains("script-src 'sha256-"))
  }

  /// Findings of earlier days stand beside the check's own, and the number of all is no number of the period.
  @Test func saysHowManyFindingsAreOfEarlierDays() throws {
    var dashboard = try SampleDashboard.dashboard()
    let open = dashboard.findings.indices.filter { dashboard.findings[$0].state.isOpen }
    let put = try #require(dashboard.findings.indices.first { dashboard.findings[$0].state == .putRight })
    for index in open.prefix(2) + [put] { dashboard.findings[index].isCarried = true }
    let page = String(decoding: DashboardRenderer().render(dashboard), as: UTF8.self)
    #expect(page.contains("<dt>из них за дни до периода</dt><dd>2</dd>"))
  }

  @Test func canBeReadWithoutItsScript() throws {
    let checker = try PageChecker(page)
    #expect(try checker.nodes("//*[local-name()='tr'][@data-rule]").count == 24)
    #expect(try checker.nodes("//*[local-name()='form'][@hidden]").count == 1)
    #expect(try checker.nodes("//*[local-name()='th']/*[local-name()='button']").isEmpty)
    for told in [
      "Отметка — Белов Пётр, 14.10.2025: «5» (в ячейке «5/4»)", "5А.xlsx, лист «Алгебра», строка 7, столбец AB",
      "не применяется: входов выгрузки не показывают", "−1,4\u{a0}п.\u{a0}п.", "Принято школой: приказ № 5",
      "и ещё 3: zavuch findings --explain lesson-not-entered:L0", "Нет: Тема урока. Где искали:",
    ] {
      #expect(text.contains(told), "\(told)")
    }
  }

  @Test func givesTheSameBytesTwice() throws {
    #expect(page == DashboardRenderer().render(try SampleDashboard.dashboard()))
  }

  @Test func hidesKeysAndEvidenceWithNames() throws {
    var dashboard = try SampleDashboard.dashboard()
    dashboard.hidesEvidence = true
    let text = String(decoding: DashboardRenderer().render(dashboard), as: UTF8.self)
    #expect(!text.contains("lesson-not-entered:L") && !text.contains("Белов") && text.contains("не показаны"))
  }

  // MARK: In a browser

  static let hasChromium = ConditionTrait.enabled(if: Chromium.isInstalled, "chromium is not installed")

  /// Numbers of the rows shown, in their order, after the script has read the address.
  private func shown(_ hash: String) throws -> [Int] {
    let (dom, console) = try Chromium.open(page, hash: hash)
    #expect(console == [])
    let body = dom.components(separatedBy: "<table id=\"list\"").last ?? ""
    return body.components(separatedBy: "<tr data-teacher").dropFirst().compactMap { row in
      guard let end = row.firstIndex(of: ">"), !row[..<end].contains("hidden") else { return nil }
      let cell = row[end...].components(separatedBy: "<th scope=\"row\" class=\"right\">").dropFirst().first
      return cell.flatMap { Int($0.prefix { $0.isNumber }) }
    }
  }

  private func address(_ asked: String) -> String {
    "#" + (asked.addingPercentEncoding(withAllowedCharacters: .urlQueryAllowed) ?? "")
  }

  @Test(hasChromium) func showsEveryFindingWithoutAConsoleMessage() throws {
    #expect(try shown("") == Array(1...24))
    #expect(try Chromium.open(DashboardRenderer().render(SampleDashboard.empty)).console == [])
  }

  @Test(hasChromium) func filters() throws {
    #expect(try shown(address("teacher=Ёлкин А.Б.")) == stride(from: 2, through: 24, by: 3).map { $0 })
    #expect(try shown(address("class=10А&rule=topic-missing")) == [6, 12, 18, 24])
    #expect(try shown(address("state=waived")) == [5, 13, 21])
    #expect(try shown(address("severity=note&subject=Литература")) == [12])
    #expect(try shown(address("q=l7 ЕЛКИН")) == [8])
    #expect(try shown(address("q=никого")) == [])
    let (dom, _) = try Chromium.open(page, hash: address("state=waived"))
    #expect(dom.contains("Показано: 3 из 24"))
    #expect(dom.contains("href=\"#rule=lesson-not-entered\""))
  }

  @Test(hasChromium) func sortsByAnyColumn() throws {
    let byClass = try shown(address("sort=class"))
    #expect(Array(byClass.prefix(8)) == stride(from: 1, through: 22, by: 3).map { $0 })
    #expect(try shown(address("sort=number&order=descending")) == (1...24).reversed())
    let days = try SampleDashboard.dashboard().findings.compactMap(\.day)
    let byDay = try shown(address("sort=day&order=descending")).map { days[$0 - 1] }
    #expect(byDay == days.sorted(by: >))
    let (dom, _) = try Chromium.open(page, hash: address("sort=day&order=descending"))
    #expect(dom.contains("data-key=\"day\" aria-sort=\"descending\"><button type=\"button\">Дата</button>"))
  }
}
