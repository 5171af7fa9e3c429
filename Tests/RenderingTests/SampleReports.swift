import Control
import Foundation
import Importing
import Journal
import JournalStore
import Reporting

/// Every report of `ReportTemplates`, made from SampleData as the program makes it: two exports, two registered checks.
enum SampleReports {
  /// Made once, for all tests. A template of many addressees is made for the first ones of two classes.
  static let documents = Result { try made() }

  private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  static let templates: [String] =
    ((try? FileManager.default.contentsOfDirectory(atPath: path("ReportTemplates"))) ?? [])
    .filter { $0.hasSuffix(".xml") }.map { String($0.dropLast(4)) }.sorted()

  private static func path(_ name: String) -> String { root.appending(path: name).path(percentEncoded: false) }

  private static func made() throws -> [(name: String, document: ReportDocument)] {
    let store = try JournalStore(path: ":memory:")
    let library = try TemplateLibrary(builtIn: path("ReportTemplates"), school: nil)
    var check: Int64 = 0
    for (export, asOf) in [("Таблицы-2025-09-16", "2025-09-15"), ("Таблицы-2025-10-01", "2025-09-30")] {
      try Importer(ImportOptions()) { batch in
        for school in batch.schools.indices { _ = try store.apply(batch, school: Int32(school)) }
      }.read([path("SampleData/\(export)")])
      guard let asOf = CivilDate(asOf) else { continue }
      let result = try Control.check(store, CheckRequest(window: CheckWindow.resolve(store, asOf: asOf)))
      check = try Control.register(store, result) { "\($0.count)" }.id
    }
    guard let asOf = CivilDate("2025-09-30") else { return [] }
    try Control.fillRatingTables(store, check: check)
    _ = try Control.fillPeriodTables(store, AnalysisRequest(asOf: asOf))
    return try templates.flatMap { name -> [(String, ReportDocument)] in
      let template = try library.template(name)
      var context = context(template.basis == .period ? .period(asOf: asOf) : .check(check))
      guard let people = try template.addressees(context, in: store.database), people.count > 12 else {
        return [(name, try template.document(context, in: store.database))]
      }
      return try [people[0], people[people.count / 2]].map { person in
        context.addressee = person
        return ("\(name) \(person)", try template.document(context, in: store.database))
      }
    }
  }

  private static func context(_ basis: ReportContext.Basis) -> ReportContext {
    ReportContext(
      basis: basis, organisation: "Средняя школа № 7 города Зареченска", place: "г. Зареченск",
      deputy: ReportContext.Official(position: "Заместитель директора по УВР", name: "Е.В. Смирнова"),
      director: ReportContext.Official(position: "Директор", name: nil), programVersion: "1.0")
  }
}
