import Journal
import JournalStore

extension Control {
  /// Analyses the classes of a request and puts the result into `PeriodTables`, where reports read it; gives it too. Throws as
  /// `analyse` does.
  @discardableResult
  public static func fillPeriodTables(_ store: JournalStore, _ request: AnalysisRequest) throws -> [PeriodAnalysis] {
    let analyses = try analyse(store, request)
    let window = CheckWindow(asOf: request.asOf, from: request.asOf, to: request.asOf)
    let accounts = try materialAccounts(
      store, CheckRequest(window: window, classes: request.classes, settings: request.settings))
    try PeriodTables.make(in: store.database)
    let writer = PeriodTablesWriter(database: store.database)
    for (index, analysis) in analyses.enumerated() {
      let ofClass = accounts.filter { $0.studyClass.id == analysis.studyClass.id }
      try writer.write(analysis, ofClass, class: index + 1)
    }
    let leftOut = try classesLeftOut(store, request).enumerated().map { index, left in
      [PeriodTables.Cell(index + 1), .text(left.studyClass), .text(left.periods.joined(separator: ", "))]
    }
    try PeriodTables.insert(leftOut, into: "analysed_left_out", in: store.database)
    try PeriodViews(database: store.database, window: window).make()
    return analyses
  }
}
