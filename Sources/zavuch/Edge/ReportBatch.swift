import CommandLineInterface
import Control
import JournalStore

/// Registers a check of a school and writes its reports in every format.
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

  /// The paths of the files written.
  func make(_ names: [String], of store: JournalStore, _ request: CheckRequest) throws -> [String] {
    let check = try CheckRegistration.register(store, Control.check(store, request))
    let maker = ReportMaker(store: store, configuration: configuration)
    var paths: [String] = []
    for name in names {
      let document = try maker.document(name, of: check)
      for format in formats {
        let path = "\(location.folder(of: store, in: out))/\(ReportMaker.fileName(name, check, format))"
        try ReportFiles.write(maker.render(document, as: format), to: path)
        paths.append(path)
      }
    }
    return paths
  }
}
