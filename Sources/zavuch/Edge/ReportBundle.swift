import Archive
import CommandLineInterface
import Control
import Journal
import JournalStore
import Reporting

/// A folder of reports to hand out: the school's own at its top, a folder a class and a teacher, an index page and the digests.
struct ReportBundle {
  let batch: ReportBatch
  let order: ReportOrder
  /// A bundle of the same day is made anew, as by the batch that runs by the clock.
  var isRenewed = false

  /// What a check and a period give without being asked: nothing about single pupils for parents, nothing for the authority.
  static let standard = [
    "control", "checks-register", "class-teacher-rating", "class-remarks", "teacher-remarks", "class-period",
    "class-summary",
  ]

  struct File {
    /// In the bundle.
    var path: String
    var title: String
    /// The class or teacher; nil for the school's own.
    var folder: String?
    var digest: String
  }

  /// The index page's path. Reports of `names` that cannot be made are told and left out where nobody asked for them.
  func make(_ names: [String], of store: JournalStore, _ console: Console) throws -> String {
    let maker = try ReportMaker(store: store, configuration: batch.configuration, batch.location)
    let templates = try (names.isEmpty ? Self.standard : names).map {
      $0 == DashboardMaker.name ? nil : try maker.template($0)
    }
    batch.warnOfMissingName(try maker.organisation(), console)
    let asOf = order.asOf ?? order.today
    let folder = "\(batch.location.folder(of: store, in: batch.out))/Комплект-\(asOf.description)"
    if !isRenewed, StoreLocation.isFolder(folder) {
      throw UsageError(
        "Папка «\(folder)» уже есть.", hint: "Уберите её или укажите другую: --out ПАПКА. Комплект ничего не заменяет.")
    }
    var work = ReportWork(maker: maker, order: order, formats: batch.formats, console: console)
    work.isSplit = true
    var files: [File] = []
    // The old bundle goes when the first report of the new one is there, and the list of digests grows with the files: one
    // that was not made to its end is known by it too.
    func beginOnce() throws {
      guard isRenewed, files.isEmpty else { return }
      for file in try BundleFolder(path: folder).clear() {
        console.message("Исправленный вами файл отложен: «\(file)».")
      }
    }
    func list(_ file: File) throws {
      files.append(file)
      try ReportFiles.write(BundleFolder.sums(files.map { ($0.path, $0.digest) }), to: "\(folder)/\(BundleFolder.sums)")
    }
    for template in templates {
      guard let template else {
        try work.makeDashboard { page, asOf, whom in
          try beginOnce()
          let path = try batch.write(dashboard: page, asOf, whom, in: folder, order)
          try list(
            File(
              path: String(path.dropFirst(folder.count + 1)), title: DashboardMaker.title, folder: nil,
              digest: Digest(of: page).sha256))
        }
        continue
      }
      do {
        try work.make(template) { delivery in
          for format in batch.formats {
            let place = Self.place(template, delivery)
            let path =
              (place.map { "\($0)/" } ?? "")
              + ReportMaker.fileName(template.id, delivery.asOf, format, of: delivery.suffixes(order.privacy))
            try beginOnce()
            let bytes = try batch.write(delivery, template, as: format, to: "\(folder)/\(path)", maker, order)
            try list(
              File(
                path: path, title: template.title, folder: delivery.whom.first, digest: Digest(of: bytes).sha256))
          }
        }
      } catch let error as ControlError where names.isEmpty && template.basis == .period && error.kind == .usage {
        console.message("Отчёт \(template.id) в комплект не вошёл: \(error.message)")
      }
    }
    let index = BundleIndex(title: "Комплект отчётов на \(asOf.russian)", organisation: try maker.organisation())
    try ReportFiles.write(index.page(files), to: "\(folder)/\(BundleFolder.index)")
    return "\(folder)/\(BundleFolder.index)"
  }

  /// The folder of an addressee; nil for a report of the whole school.
  private static func place(_ template: ReportTemplate, _ delivery: ReportWork.Delivery) -> String? {
    guard let whom = delivery.whom.first, let kind = template.addresseeKind else { return nil }
    let parent =
      switch kind {
      case .studyClass: "Классы"
      case .teacher: "Учителя"
      case .pupil: "Обучающиеся"
      }
    return "\(parent)/\(StoreLocation.fileName(whom))"
  }
}
