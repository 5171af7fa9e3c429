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
  /// Ids of the reports, as templates name them.
  static let names = ["control"]

  let store: JournalStore
  let configuration: Configuration

  /// Number, date and signer of a signed report; nil for a draft.
  struct Signature {
    var number: String
    var date: CivilDate
    var signer: Signer
  }

  /// `scope`: what the check was narrowed to; nil for a registered one.
  func document(
    _ name: String, of check: RegisteredCheck, _ signature: Signature? = nil, scope: CheckScope? = nil
  ) throws -> ReportDocument {
    let library = try TemplateLibrary(builtIn: Installation.folder("ReportTemplates"), school: configuration.templates)
    var deputy = ReportContext.Official(position: configuration.deputy.position, name: configuration.deputy.name)
    var director = ReportContext.Official(position: configuration.director.position, name: configuration.director.name)
    if let signer = signature?.signer {
      let official = ReportContext.Official(position: signer.position, name: SignerName.initialsFirst(signer.name))
      if signer.role == .director { director = official } else { deputy = official }
    }
    let context = ReportContext(
      check: check.id, organisation: try organisation(), place: configuration.place, deputy: deputy,
      director: director, date: signature?.date, number: signature?.number, isDraft: signature == nil,
      scope: scope?.russian, programVersion: Installation.version)
    return try library.template(name).document(context, in: store.database)
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

  /// `control-2025-09-30.pdf`, of a filtered check `control-5А-2025-09-30.pdf`.
  static func fileName(
    _ name: String, _ check: RegisteredCheck, _ format: ReportFormat, of whom: [String] = []
  ) -> String {
    let parts = [name] + whom.map(StoreLocation.fileName) + [check.asOf.description]
    return "\(parts.joined(separator: "-")).\(format.rawValue)"
  }
}

extension TemplateError: ExitCoded {
  public var exitStatus: ExitStatus { .usage }
  public var russianDescription: String { description }
}

extension PDFRenderingError: ExitCoded {
  public var exitStatus: ExitStatus {
    switch self {
    case .missingFont: .usage
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
