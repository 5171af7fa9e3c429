import CommandLineInterface
import Control
import Journal
import JournalStore
import Reporting

/// Makes reports of a school from what each of them needs, and writes them in every format.
struct ReportBatch {
  let location: StoreLocation
  let configuration: Configuration
  var formats: [ReportFormat]
  /// The folder that reports go to.
  var out: String

  init(location: StoreLocation, configuration: Configuration) {
    self.location = location
    self.configuration = configuration
    formats = configuration.formats.compactMap(ReportFormat.init(rawValue:))
    out = location.beside(configuration.reports)
  }

  /// The paths of the files written. Every template is read before any data.
  func make(_ names: [String], of store: JournalStore, _ order: ReportOrder, _ console: Console) throws -> [String] {
    let maker = try ReportMaker(store: store, configuration: configuration, location)
    let templates = try names.map { $0 == DashboardMaker.name ? nil : try maker.template($0) }
    warnOfMissingName(try maker.organisation(), console)
    var paths: [String] = []
    var work = ReportWork(maker: maker, order: order, formats: formats, console: console)
    for template in templates {
      guard let template else {
        try work.makeDashboard { page, asOf, whom in
          paths.append(try write(dashboard: page, asOf, whom, in: location.folder(of: store, in: out), order))
        }
        continue
      }
      try work.make(template) { delivery in
        for format in formats {
          let file = ReportMaker.fileName(
            template.id, delivery.asOf, format, of: delivery.suffixes(order.privacy))
          let path = "\(location.folder(of: store, in: out))/\(file)"
          try write(delivery, template, as: format, to: path, maker, order)
          paths.append(path)
        }
      }
    }
    return paths
  }

  func warnOfMissingName(_ organisation: String, _ console: Console) {
    guard organisation.isEmpty else { return }
    console.message(
      """
      Школа в выгрузках не названа, и место для её названия в шапке пусто. До подписания впишите название в \
      \(Configuration.fileName): organisation: "…".
      """)
  }

  /// Writes one file and logs it; gives its bytes.
  @discardableResult
  func write(
    _ delivery: ReportWork.Delivery, _ template: ReportTemplate, as format: ReportFormat, to path: String,
    _ maker: ReportMaker, _ order: ReportOrder
  ) throws -> [UInt8] {
    let bytes = try maker.render(delivery.document, as: format)
    try write(
      ReportLog.Entry(
        report: template.id, asOf: delivery.asOf, whom: delivery.whom,
        privacy: (order.privacy ?? template.privacy).rawValue, file: path, bytes: bytes))
    return bytes
  }

  /// Writes the page and logs it; gives its path.
  func write(
    dashboard page: [UInt8], _ asOf: CivilDate, _ whom: [String], in folder: String, _ order: ReportOrder
  ) throws -> String {
    let privacy = order.privacy.map { [$0.rawValue] } ?? []
    let path = "\(folder)/\(ReportMaker.fileName(DashboardMaker.name, asOf, .html, of: whom + privacy))"
    try write(
      ReportLog.Entry(
        report: DashboardMaker.name, asOf: asOf, whom: whom, privacy: (order.privacy ?? .full).rawValue, file: path,
        bytes: page))
    return path
  }

  private func write(_ entry: ReportLog.Entry) throws {
    try ReportLog(location).append(entry, at: Today.moment(timeZone: configuration.timeZone))
    try ReportFiles.write(entry.bytes, to: entry.file)
  }
}
