import Control
import JournalStore
import Rendering
import Reporting

/// Makes the page of a check to work with: metrics, charts, and all findings with their evidence.
struct DashboardMaker {
  static let name = "dashboard"
  static let title = "Панель проверки"

  let maker: ReportMaker

  /// A page holds no more facts of a finding than somebody would read; the command that opens one shows all.
  private static let mostFacts = 30

  /// `request` made the check; of a registered one its own settings are taken.
  func page(of check: RegisteredCheck, _ request: CheckRequest, _ subject: ReportMaker.Subject) throws -> [UInt8] {
    let store = maker.store
    var dashboard = try Dashboard(of: check.id, maker.context(subject), in: store.database)
    // Evidence is in the words of the exports, names and all.
    guard !dashboard.hidesEvidence else { return DashboardRenderer().render(dashboard) }
    let request = subject.scope == nil ? try Control.request(again: check, store, book: request.book) : request
    var evidence: [String: DashboardFinding.Evidence] = [:]
    let keys = Set(dashboard.findings.filter(\.state.isBroken).map(\.key))
    try Control.explain(store, all: keys, request) { evidence[$0.key] = Self.evidence($0) }
    for index in dashboard.findings.indices {
      dashboard.findings[index].evidence = evidence[dashboard.findings[index].key]
    }
    return DashboardRenderer().render(dashboard)
  }

  private static func evidence(_ explained: FindingExplanation) -> DashboardFinding.Evidence {
    DashboardFinding.Evidence(
      norms: explained.norms, facts: explained.evidence.prefix(mostFacts).map(fact),
      omitted: max(0, explained.evidence.count - mostFacts),
      missing: explained.missing.map { DashboardFinding.Evidence.Missing(what: $0.what, searched: $0.searched) })
  }

  private static func fact(_ fact: EvidenceFact) -> DashboardFinding.Fact {
    DashboardFinding.Fact(
      title: fact.title, value: fact.value, raw: fact.raw, place: FindingReport.place(fact.place), note: fact.notes)
  }
}
