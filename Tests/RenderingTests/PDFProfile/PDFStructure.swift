/// The structure tree of a file.
final class PDFStructure {
  final class Element {
    let value: PDFValue
    let type: String
    /// After the role map.
    let standardType: String
    let parent: Element?
    fileprivate(set) var kids: [Element] = []
    /// Marked content by page and number.
    fileprivate(set) var marks: [(page: Int, number: Int)] = []

    init(_ value: PDFValue, type: String, standardType: String, parent: Element?) {
      self.value = value
      self.type = type
      self.standardType = standardType
      self.parent = parent
    }

    var kidTypes: [String] { kids.map(\.standardType) }

    /// Of the attributes of tables and lists.
    func attribute(_ key: String) -> PDFValue? { value["A"].itemsOrSelf.lazy.map { $0[key] }.first { !$0.isNull } }
    var columnSpan: Int { attribute("ColSpan")?.int ?? 1 }
    var rowSpan: Int { attribute("RowSpan")?.int ?? 1 }

    /// Its own language or one above it.
    var hasLanguage: Bool { value["Lang"].text?.isEmpty == false || parent?.hasLanguage == true }

    /// Its rows, also those inside its parts, in order.
    var rows: [Element] { kids.flatMap { $0.standardType == "TR" ? [$0] : $0.isPart ? $0.rows : [] } }
    private var isPart: Bool { ["THead", "TBody", "TFoot"].contains(standardType) }
  }

  static let standardTypes = Set(
    """
    Document Part Art Sect Div BlockQuote Caption TOC TOCI Index NonStruct Private P H H1 H2 H3 H4 H5 H6 L LI Lbl LBody Table TR
    TH TD THead TBody TFoot Span Quote Note Reference BibEntry Code Link Annot Ruby RB RT RP Warichu WT WP Figure Formula Form
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  private(set) var elements: [Element] = []
  /// Types whose mapping leads back to itself.
  private(set) var circular: Set<String> = []
  let roles: [String: String]

  init(_ subject: PDFSubject) {
    let root = subject.root["StructTreeRoot"]
    let map = root["RoleMap"]
    roles = Dictionary(uniqueKeysWithValues: map.keys.map { ($0, map[$0].name ?? "") })
    for kid in root["K"].itemsOrSelf { add(kid, parent: nil, page: 0) }
  }

  func elements(_ type: String) -> [Element] { elements.filter { $0.standardType == type } }

  private func add(_ value: PDFValue, parent: Element?, page: Int) {
    guard let type = value["S"].name else { return }
    let element = Element(value, type: type, standardType: standard(type), parent: parent)
    elements.append(element)
    parent?.kids.append(element)
    let page = value.has("Pg") ? value["Pg"].number : page
    for kid in value["K"].itemsOrSelf {
      if let number = kid.int {
        element.marks.append((page, number))
      } else if kid["Type"].name == "MCR" || kid.has("MCID") {
        element.marks.append((kid.has("Pg") ? kid["Pg"].number : page, kid["MCID"].int ?? -1))
      } else {
        add(kid, parent: element, page: page)
      }
    }
  }

  private func standard(_ type: String) -> String {
    var (mapped, seen) = (type, Set<String>())
    while let next = roles[mapped] {
      guard seen.insert(mapped).inserted else {
        circular.insert(type)
        return type
      }
      mapped = next
    }
    return mapped
  }
}
