import Archive
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

  /// The paths of the files written. A filtered check is not registered: its report tells what it was narrowed to.
  func make(
    _ names: [String], of store: JournalStore, _ request: CheckRequest, _ console: Console
  ) throws -> [String] {
    let result = try Control.check(store, request)
    try CheckRegistration.warn(store, result, rules: request.book, console)
    if try ReportMaker(store: store, configuration: configuration).organisation().isEmpty {
      console.message(
        """
        Школа в выгрузках не названа, и место для её названия в шапке пусто. До подписания впишите название в \
        \(Configuration.fileName): organisation: "…".
        """)
    }
    guard let scope = result.scope else {
      return try write(names, of: CheckRegistration.ofReport(store, result, console), in: store)
    }
    let whom = Self.whom(scope.classes, request.classes) + Self.whom(scope.teachers, request.teachers)
    return try Control.withUnregistered(store, result, digest: CheckRegistration.digest) { check in
      try write(names, of: check, in: store, scope, whom)
    }
  }

  private func write(
    _ names: [String], of check: RegisteredCheck, in store: JournalStore, _ scope: CheckScope? = nil,
    _ whom: [String] = []
  ) throws -> [String] {
    let maker = ReportMaker(store: store, configuration: configuration)
    var paths: [String] = []
    for name in names {
      let document = try maker.document(name, of: check, scope: scope)
      for format in formats {
        let file = ReportMaker.fileName(name, check, format, of: whom)
        let path = "\(location.folder(of: store, in: out))/\(file)"
        try ReportFiles.write(maker.render(document, as: format), to: path)
        paths.append(path)
      }
    }
    return paths
  }

  /// Names for the file's: the school's own where each word found one thing, else the words as given, which are fewer.
  private static func whom(_ found: [UnitPlace.Item]?, _ given: [String]?) -> [String] {
    guard let found, let given else { return [] }
    // Rows of several sources that are one have one name.
    var names: [String] = []
    for item in found where !names.contains(item.name) { names.append(item.name) }
    return names.count <= given.count ? names : given
  }
}
