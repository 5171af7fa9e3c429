import CommandLineInterface
import Control
import Journal
import JournalStore
import Reporting

/// What a person asks for with reports: the days and whose journal, as far as a report can be narrowed.
struct ReportOrder {
  /// As given; nil for the standard.
  var asOf, from, to: CivilDate?
  var classes: [String] = []
  var teachers: [String] = []
  /// Of reports that are made for each pupil.
  var pupils: [String] = []
  /// «1 четверть»; nil is each class's latest reporting period.
  var period: String?
  /// The evening that is looked from where none is given.
  var today: CivilDate
  /// In place of the template's own.
  var privacy: PrivacyProfile?
  let configuration: Configuration

  init(_ invocation: Invocation, _ configuration: Configuration) throws {
    self.configuration = configuration
    today = Today.date(timeZone: configuration.timeZone)
    asOf = try CheckOptions.date("as-of", invocation)
    from = try CheckOptions.date("from", invocation)
    to = try CheckOptions.date("to", invocation)
    classes = try CheckOptions.filter("class", invocation) ?? []
    teachers = try CheckOptions.filter("teacher", invocation) ?? []
    let options = Set(invocation.command.options.map(\.name))
    if options.contains("period") { period = try invocation.value("period") }
    if options.contains("pupil") { pupils = try invocation.values("pupil") }
    if options.contains("privacy") {
      privacy = try invocation.value("privacy", as: PrivacyProfile.allNames) { PrivacyProfile(rawValue: $0) }
    }
  }

  var people: [String] { classes + teachers }

  /// The check of the days asked for; narrowed only where the report cannot pick its addressees.
  func check(_ store: JournalStore, isNarrowed: Bool) throws -> CheckRequest {
    let window = try CheckWindow.resolve(store, asOf: asOf ?? today, from: from, to: to)
    return CheckRequest(
      window: window, classes: isNarrowed && !classes.isEmpty ? classes : nil,
      teachers: isNarrowed && !teachers.isEmpty ? teachers : nil, settings: configuration.control,
      book: try configuration.ruleBook())
  }

  func analysis() -> AnalysisRequest {
    AnalysisRequest(
      asOf: asOf ?? today, classes: classes.isEmpty ? nil : classes, period: period, settings: configuration.control,
      norms: configuration.analysis)
  }
}
