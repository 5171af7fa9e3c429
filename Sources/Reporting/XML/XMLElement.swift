import CLibXML2

/// An element of a tree, which it keeps alive.
struct XMLElement {
  enum Child {
    case element(XMLElement)
    case text(String)
  }

  let node: xmlNodePtr
  let tree: XMLTree

  var name: String { String(cString: node.pointee.name) }

  /// Empty for a name without namespace.
  var namespace: String { node.pointee.ns?.pointee.href.map { String(cString: $0) } ?? "" }

  var line: Int { Int(xmlGetLineNo(node)) }

  /// Nil where the attribute is not there.
  subscript(attribute: String) -> String? {
    attributes.first { $0.name == attribute && $0.namespace.isEmpty }?.value
  }

  /// In the order written.
  var attributes: [(name: String, namespace: String, value: String)] {
    var found: [(name: String, namespace: String, value: String)] = []
    var next = node.pointee.properties
    while let attribute = next {
      let bytes = xmlNodeListGetString(tree.document, attribute.pointee.children, 1)
      found.append(
        (
          String(cString: attribute.pointee.name),
          attribute.pointee.ns?.pointee.href.map { String(cString: $0) } ?? "",
          bytes.map { String(cString: $0) } ?? ""
        ))
      zv_xml_free(bytes)
      next = attribute.pointee.next
    }
    return found
  }

  /// Elements and texts in order; comments and processing instructions are left out.
  var children: [Child] {
    var found: [Child] = []
    var next = node.pointee.children
    while let child = next {
      switch child.pointee.type {
      case XML_ELEMENT_NODE: found.append(.element(XMLElement(node: child, tree: tree)))
      case XML_TEXT_NODE, XML_CDATA_SECTION_NODE:
        if let content = child.pointee.content { found.append(.text(String(cString: content))) }
      default: break
      }
      next = child.pointee.next
    }
    return found
  }

  var elements: [XMLElement] {
    children.compactMap { if case .element(let element) = $0 { element } else { nil } }
  }

  /// Nil for the root.
  var parentName: String? {
    guard let parent = node.pointee.parent, parent.pointee.type == XML_ELEMENT_NODE else { return nil }
    return String(cString: parent.pointee.name)
  }

  /// The first text directly inside that is no white space: its first line, cut to a readable length, and the number of
  /// that line, which libxml2 does not know for texts.
  var firstText: (text: String, line: Int)? {
    for case .text(let content) in children {
      let text = String(content.drop { $0.isWhitespace }.prefix { !$0.isNewline }.prefix(40))
      if !text.isEmpty { return (text, tree.line(of: text, from: line)) }
    }
    return nil
  }

  func diagnostic(_ problem: String, _ hint: String) -> TemplateDiagnostic {
    TemplateDiagnostic(file: tree.file, line: line, problem: problem, hint: hint)
  }
}
