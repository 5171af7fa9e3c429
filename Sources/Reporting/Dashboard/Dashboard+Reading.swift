import Journal
import JournalStore

extension Dashboard {
  /// Reads a registered check. What the exports hold about its findings is not known here.
  public init(of check: Int64, _ context: ReportContext, in database: Database) throws {
    let reader = DashboardReader(database: database, check: check)
    let head = try reader.head()
    organisation = context.organisation
    (asOf, from, to, previous) = (head.asOf, head.from, head.to, head.previous)
    title = "Панель проверки на \(head.asOf.russian)"
    scope = context.scope
    programVersion = context.programVersion
    inputsDigest = head.digest
    let privacy = context.privacy ?? .full
    hidesEvidence = privacy != .full
    findings = try PrivacyMask(profile: privacy, database: database).applying { try reader.findings() }
    let open = findings.filter(\.state.isOpen)
    let history = context.scope == nil ? try reader.history() : []
    checks = history.map(\.asOf)
    metrics = try reader.metrics(history, open: open.reduce(into: [:]) { $0[$1.rule, default: 0] += 1 })
    charts = Dashboard.charts(metrics, open, classes: try reader.classes())
  }
}
