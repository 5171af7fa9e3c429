/// The names that a schema allows, read from the schema itself, so that a hint can never be behind it.
struct SchemaVocabulary {
  struct Attribute {
    var name: String
    var isRequired: Bool
    /// The values allowed; empty where the value is free or of a type.
    var values: [String]
    /// What kind of value it is, from the schema's `hint`, for people.
    var hint: String?
    /// A number with a decimal point.
    var isDecimal = false
  }

  struct Element {
    var name: String
    /// In the order of the schema; of all the places where the element may stand.
    var attributes: [Attribute] = []
    var parents: [String] = []
    /// The schema's `hint` on a choice of attributes.
    var hint: String?
  }

  private(set) var elements: [Element] = []

  init(_ tree: XMLTree) {
    guard let root = tree.root else { return }
    var reader = Reader()
    for define in root.elements where define.name == "define" { reader.defines[define["name"] ?? ""] = define }
    for start in root.elements where start.name == "start" {
      reader.read(start, parent: nil, isRequired: true)
    }
    elements = reader.order.compactMap { reader.found[$0] }
  }

  subscript(name: String) -> Element? { elements.first { $0.name == name } }

  var names: [String] { elements.map(\.name) }

  /// Walks the patterns; a named one is entered once for every element that it may stand in.
  private struct Reader {
    var defines: [String: XMLElement] = [:]
    var found: [String: Element] = [:]
    var order: [String] = []
    private var visited: Set<String> = []

    init() {}

    mutating func read(_ pattern: XMLElement, parent: String?, isRequired: Bool) {
      for child in pattern.elements {
        switch child.name {
        case "ref":
          let name = child["name"] ?? ""
          guard let define = defines[name], visited.insert("\(parent ?? "") \(name)").inserted else { continue }
          read(define, parent: parent, isRequired: isRequired)
        case "element":
          let name = child["name"] ?? ""
          if found[name] == nil {
            found[name] = Element(name: name)
            order.append(name)
          }
          if let parent, found[name]?.parents.contains(parent) == false { found[name]?.parents.append(parent) }
          read(child, parent: name, isRequired: true)
        case "attribute": add(child, to: parent, isRequired: isRequired)
        case "optional", "zeroOrMore": read(child, parent: parent, isRequired: false)
        case "choice":
          if let hint = child["hint", in: SchemaVocabulary.hints], let parent { found[parent]?.hint = hint }
          read(child, parent: parent, isRequired: false)
        default: read(child, parent: parent, isRequired: isRequired)
        }
      }
    }

    private mutating func add(_ pattern: XMLElement, to parent: String?, isRequired: Bool) {
      guard let parent, let name = pattern["name"] else { return }
      guard found[parent]?.attributes.contains(where: { $0.name == name }) == false else { return }
      var attribute = Attribute(name: name, isRequired: isRequired, values: [], hint: nil)
      describe(pattern, in: &attribute)
      found[parent]?.attributes.append(attribute)
    }

    private func describe(_ pattern: XMLElement, in attribute: inout Attribute) {
      for child in pattern.elements {
        switch child.name {
        case "ref": if let define = defines[child["name"] ?? ""] { describe(define, in: &attribute) }
        case "value":
          for case .text(let text) in child.children { attribute.values.append(text) }
        case "data":
          attribute.hint = child["hint", in: SchemaVocabulary.hints]
          attribute.isDecimal = child["type"] == "decimal"
        default: describe(child, in: &attribute)
        }
      }
    }
  }

  /// Foreign attributes are no part of the schema; this namespace holds what people are told.
  static let hints = "urn:zavuch:template-hints"
}

extension XMLElement {
  fileprivate subscript(attribute: String, in namespace: String) -> String? {
    attributes.first { $0.name == attribute && $0.namespace == namespace }?.value
  }
}
