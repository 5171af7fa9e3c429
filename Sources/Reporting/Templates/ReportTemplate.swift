/// A template that has been checked: it can meet data, and only the data can still be at fault.
public struct ReportTemplate: Sendable {
  /// Also the file's name without `.xml`.
  public let id: String
  public let title: String
  public let orientation: PageOrientation
  public let basis: TemplateBasis
  /// The report is made for each row of a query, one by one or all in a row.
  let each: Each?
  /// It leaves the school: no names of pupils and no causes of absence are in it (П 3.5).
  public let isOutside: Bool
  /// How it names pupils where nobody asks otherwise.
  public let privacy: PrivacyProfile
  /// Its workbooks have a sheet of what its remarks rest on; with names in full only, for that is in the words of the exports.
  public let hasEvidence: Bool
  private let sources: Set<ReportQuery.Source>
  let storage: DocumentProperties.Storage
  let standard: DocumentProperties.Standard
  let content: [Flow<TemplateBlock>]

  /// Whom the report can be made for one by one: a class, a teacher, a pupil; nil for a report that is made as a whole.
  public var addresseeKind: AddresseeKind? {
    guard let each else { return nil }
    switch each.query.columns[each.addressee].name {
    case "class": return .studyClass
    case "teacher": return .teacher
    default: return .pupil
    }
  }

  public enum AddresseeKind: Sendable {
    case studyClass, teacher, pupil
  }

  /// It tells the ratings of the check: `RatingTables` have to be filled.
  public var needsRatings: Bool { sources.contains(.rating) }

  /// Whose places for a signature it has.
  public var signatureRoles: Set<SignatureRole> { ReportTemplate.roles(in: content) }

  private static func roles(in flows: [Flow<TemplateBlock>]) -> Set<SignatureRole> {
    flows.reduce(into: []) { roles, flow in
      switch flow {
      case .leaf(.signature(let signature)): roles.insert(signature.role)
      case .leaf: break
      case .when(_, let inner), .each(_, separator: _, let inner): roles.formUnion(ReportTemplate.roles(in: inner))
      }
    }
  }

  /// It can be made for one addressee alone.
  public var hasAddressees: Bool { each != nil }

  struct Each: Sendable {
    var query: ReportQuery
    /// Column that names the addressee.
    var addressee: Int
  }

  /// Throws everything that is wrong with the template: its form first, then the schema's objections, then its names.
  init(_ bytes: [UInt8], file: String, schema: RelaxNGSchema) throws(TemplateError) {
    let tree = try XMLTree(bytes, file: file)
    let objections = try schema.diagnostics(tree)
    guard objections.isEmpty else { throw TemplateError(objections) }
    guard let root = tree.root else { throw TemplateError(file: file, problem: "файл пуст") }
    id = root["id"] ?? ""
    title = root["title"] ?? ""
    orientation = PageOrientation(rawValue: root["orientation"] ?? "") ?? .portrait
    basis = TemplateBasis(rawValue: root["basis"] ?? "") ?? .check
    storage = root["storage"] == "long" ? .longTerm : .ordinary
    standard = DocumentProperties.Standard(rawValue: root["standard"] ?? "") ?? .gost2025
    var reader = TemplateReader()
    isOutside = root["outside"] == "yes"
    privacy = PrivacyProfile(rawValue: root["privacy"] ?? "") ?? .full
    hasEvidence = root["evidence"] == "yes"
    var scope = TemplateScope(basis: basis, isOutside: isOutside)
    each = reader.each(root, in: scope)
    if let each { scope = scope.inside(each.query) }
    content = reader.blocks(root, in: scope)
    sources = reader.sources
    if hasEvidence, basis == .period || isOutside {
      reader.report(
        root, "evidence бывает только у отчёта по проверке, который не выходит за пределы школы",
        "уберите evidence=\"yes\"")
    }
    var found = reader.diagnostics
    if file != "\(id).xml" {
      found.insert(
        root.diagnostic("id=\"\(id)\" не совпадает с именем файла", "назовите файл \(id).xml или исправьте id"), at: 0)
    }
    guard found.isEmpty else { throw TemplateError(found) }
  }
}
