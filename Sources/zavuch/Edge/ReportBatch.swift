import Archive
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
    let templates = try names.map(maker.template)
    if try maker.organisation().isEmpty {
      console.message(
        """
        Школа в выгрузках не названа, и место для её названия в шапке пусто. До подписания впишите название в \
        \(Configuration.fileName): organisation: "…".
        """)
    }
    var paths: [String] = []
    var work = ReportWork(maker: maker, order: order, console: console)
    for template in templates {
      try work.make(template) { document, asOf, whom in
        for format in formats {
          let file = ReportMaker.fileName(template.id, asOf, format, of: whom)
          let path = "\(location.folder(of: store, in: out))/\(file)"
          try ReportFiles.write(maker.render(document, as: format), to: path)
          paths.append(path)
        }
      }
    }
    return paths
  }
}
