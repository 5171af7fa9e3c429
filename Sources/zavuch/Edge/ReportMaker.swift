import Archive
import CommandLineInterface
import Control
import FoundationEssentials
import Journal
import JournalStore
import Rendering
import Reporting

/// Makes a report of one school: the document once, then every format of it.
struct ReportMaker {
  let store: JournalStore
  let configuration: Configuration
  private let library: TemplateLibrary

  init(store: JournalStore, configuration: Configuration, _ location: StoreLocation) throws {
    self.store = store
    self.configuration = configuration
    library = try ReportLibrary.open(configuration, location)
  }

  /// Number, date and signer of a signed report; nil for a draft.
  struct Signature {
    var number: String
    var date: CivilDate
    var signer: Signer
  }

  /// What a report is made from, and for whom of those it can be made for one by one.
  struct Subject {
    var basis: ReportContext.Basis
    /// What an unregistered check was narrowed to.
    var scope: CheckScope?
    var addressee: String?
    /// Of an analysis, as a person named it.
    var period: String?
    /// In place of the template's own.
    var privacy: PrivacyProfile?
  }

  func template(_ name: String) throws -> ReportTemplate { try library.template(name) }

  func document(
    _ template: ReportTemplate, of subject: Subject, _ signature: Signature? = nil
  ) throws -> ReportDocument {
    try template.document(context(subject, signature), in: store.database)
  }

  /// For whom the report can be made one by one; nil where it is made as a whole only.
  func addressees(_ template: ReportTemplate, of subject: Subject) throws -> [String]? {
    try template.addressees(context(subject, nil), in: store.database)
  }

  func context(_ subject: Subject, _ signature: Signature? = nil) throws -> ReportContext {
    var deputy = ReportContext.Official(position: configuration.deputy.position, name: configuration.deputy.name)
    var director = ReportContext.Official(position: configuration.director.position, name: configuration.director.name)
    var signer: ReportContext.Signer?
    if let signed = signature?.signer, let role = SignatureRole(rawValue: signed.role.rawValue) {
      let official = ReportContext.Official(position: signed.position, name: ReportContext.initialsFirst(signed.name))
      signer = ReportContext.Signer(role, name: ReportContext.initialsFirst(signed.name))
      switch signed.role {
      case .director: director = official
      case .deputy: deputy = official
      case .classTeacher: break
      }
    }
    return ReportContext(
      basis: subject.basis, organisation: try organisation(), place: configuration.place, deputy: deputy,
      director: director, date: signature?.date, number: signature?.number, signer: signer, isDraft: signature == nil,
      scope: subject.scope?.russian, programVersion: Installation.version, addressee: subject.addressee,
      period: subject.period, privacy: subject.privacy)
  }

  func render(_ document: ReportDocument, as format: ReportFormat) throws -> [UInt8] {
    switch format {
    case .pdf: try PDFRenderer().render(document)
    case .html: HTMLRenderer().render(document)
    case .xlsx: try XLSXRenderer().render(document)
    case .ods: try ODSRenderer().render(document)
    }
  }

  func organisation() throws -> String {
    if let named = configuration.organisation { return named }
    let row = try store.database.prepare("SELECT name FROM school")
    return try row.step() ? row.text(0) : ""
  }

  /// `control-2025-09-30.pdf`, of a filtered check `control-5А-2025-09-30.pdf`, of a period asked for
  /// `class-period-5А-год-2025-09-30.pdf`.
  static func fileName(
    _ name: String, _ asOf: CivilDate, _ format: ReportFormat, of whom: [String] = []
  ) -> String {
    let parts = [name] + whom.map(StoreLocation.fileName) + [asOf.description]
    return "\(parts.joined(separator: "-")).\(format.rawValue)"
  }
}

extension PrivacyProfile {
  static let allNames = allCases.map(\.rawValue).joined(separator: ", ")
}

extension TemplateError: ExitCoded {
  public var exitStatus: ExitStatus { .usage }
  public var russianDescription: String { description }
}

extension PDFRenderingError: ExitCoded {
  public var exitStatus: ExitStatus {
    switch self {
    case .missingFont, .missingProfile: .usage
    case .library: .fault
    }
  }
  public var russianDescription: String { description }
}

extension SpreadsheetError: ExitCoded {
  public var exitStatus: ExitStatus { .fault }
  public var russianDescription: String { description }
}

extension ArchiveError: ExitCoded {
  public var exitStatus: ExitStatus {
    switch self {
    case .damaged, .unverified: .unverified
    default: .usage
    }
  }
  public var russianDescription: String { description }
}
