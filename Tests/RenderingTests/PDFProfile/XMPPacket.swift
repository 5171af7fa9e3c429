import Foundation
import FoundationXML

/// An XMP packet read as XML.
final class XMPPacket: NSObject, XMLParserDelegate {
  final class Node {
    let namespace: String
    let prefix: String
    let name: String
    let attributes: [String: String]
    fileprivate(set) var children: [Node] = []
    fileprivate(set) var text = ""

    fileprivate init(namespace: String, qualified: String, name: String, attributes: [String: String]) {
      self.namespace = namespace
      prefix = qualified.contains(":") ? String(qualified.prefix { $0 != ":" }) : ""
      self.name = name
      self.attributes = attributes
    }

    var value: String { text.trimmingCharacters(in: .whitespacesAndNewlines) }

    subscript(name: String) -> Node? { children.first { $0.name == name } }

    /// The items of an array of this kind: `Bag`, `Seq`, `Alt`.
    func items(_ kind: String) -> [Node]? {
      guard children.count == 1, children[0].name == kind, children[0].namespace == XMPPacket.rdf else { return nil }
      return children[0].children
    }

    var descendants: [Node] { children + children.flatMap(\.descendants) }
  }

  static let rdf = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
  static let pdfa = "http://www.aiim.org/pdfa/ns/id/"
  static let pdfua = "http://www.aiim.org/pdfua/ns/id/"
  static let dublinCore = "http://purl.org/dc/elements/1.1/"
  static let extensionSchema = "http://www.aiim.org/pdfa/ns/extension/"

  private(set) var isWellFormed = false
  private var stack: [Node] = []
  private var top: Node?

  init(_ bytes: [UInt8]) {
    super.init()
    let parser = XMLParser(data: Data(bytes))
    parser.shouldProcessNamespaces = true
    parser.delegate = self
    isWellFormed = parser.parse() && parser.parserError == nil && stack.isEmpty
  }

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String] = [:]
  ) {
    let node = Node(
      namespace: namespaceURI ?? "", qualified: qualifiedName ?? name, name: name, attributes: attributes)
    stack.last?.children.append(node)
    if stack.isEmpty { top = node }
    stack.append(node)
  }

  func parser(_ parser: XMLParser, didEndElement: String, namespaceURI: String?, qualifiedName: String?) {
    stack.removeLast()
  }

  func parser(_ parser: XMLParser, foundCharacters string: String) { stack.last?.text += string }

  /// All properties: what stands in the descriptions.
  var properties: [Node] {
    (top?.descendants ?? []).filter { $0.name == "RDF" }.flatMap(\.children).flatMap(\.children)
  }

  func property(_ namespace: String, _ name: String) -> Node? {
    properties.first { $0.namespace == namespace && $0.name == name }
  }

  /// The descriptions of schemas that PDF/A does not know.
  var schemas: [Node] { property(XMPPacket.extensionSchema, "schemas")?.items("Bag") ?? [] }
}
