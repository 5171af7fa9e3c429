import Foundation

/// ISO 19005-2, 6.6.2.3: how a packet describes properties that PDF/A does not know.
extension ProfileRule {
  private typealias Node = XMPPacket.Node
  private static let part = "<pdfaProperty:name>part</pdfaProperty:name>"
  /// A type with a field, which our own packet does not need.
  private static let valueType =
    "<pdfaSchema:valueType><rdf:Seq><rdf:li rdf:parseType=\"Resource\"><pdfaType:type xmlns:pdfaType=\"t\">T</pdfaType:type>"
    + "<pdfaType:namespaceURI xmlns:pdfaType=\"t\">u</pdfaType:namespaceURI><pdfaType:prefix xmlns:pdfaType=\"t\">p"
    + "</pdfaType:prefix><pdfaType:description xmlns:pdfaType=\"t\">d</pdfaType:description><pdfaType:field xmlns:pdfaType=\"t\">"
    + "<rdf:Seq><rdf:li rdf:parseType=\"Resource\"><pdfaField:name xmlns:pdfaField=\"f\">n</pdfaField:name>"
    + "<pdfaField:valueType xmlns:pdfaField=\"f\">Text</pdfaField:valueType><pdfaField:description xmlns:pdfaField=\"f\">d"
    + "</pdfaField:description></rdf:li></rdf:Seq></pdfaType:field></rdf:li></rdf:Seq></pdfaSchema:valueType>"

  /// Puts the type into the packet with something in it replaced.
  private static func spoiltType(_ old: String, _ new: String) -> Breaking {
    .metadata("<pdfaSchema:property>", valueType.replacing(old, with: new) + "<pdfaSchema:property>")
  }

  static let extensionRules: [ProfileRule] = [
    ProfileRule("6.6.2.3.2-1", broken: .metadata(part, part + "<pdfaProperty:other>x</pdfaProperty:other>")) {
      subject in
      let known: [([Node], Set<String>)] = [
        (subject.metadata.schemas, ["schema", "namespaceURI", "prefix", "property", "valueType"]),
        (properties(subject), ["name", "valueType", "category", "description"]),
        (types(subject), ["type", "namespaceURI", "prefix", "description", "field"]),
        (fields(subject), ["name", "valueType", "description"]),
      ]
      return known.allSatisfy { nodes, names in nodes.allSatisfy { $0.children.allSatisfy { names.contains($0.name) } }
      }
    },
    ProfileRule(
      "6.6.2.3.3-1",
      broken: .metadata("pdfaExtension:schemas><rdf:Bag>", "pdfaExtension:schemas><rdf:Seq>").then(
        "</rdf:Bag></pdfaExtension", "</rdf:Seq></pdfaExtension")
    ) { subject in
      guard let schemas = subject.metadata.property(XMPPacket.extensionSchema, "schemas") else { return true }
      return schemas.items("Bag") != nil && schemas.prefix == "pdfaExtension"
    },
    text("2", of: "schema", prefix: "pdfaSchema", in: schemas, broken: spoilt("pdfaSchema:schema")),
    text("3", of: "namespaceURI", prefix: "pdfaSchema", in: schemas, broken: spoilt("pdfaSchema:namespaceURI")),
    text("4", of: "prefix", prefix: "pdfaSchema", in: schemas, broken: spoilt("pdfaSchema:prefix")),
    sequence(
      "5", of: "property", prefix: "pdfaSchema", in: schemas,
      broken: .metadata("<pdfaSchema:property><rdf:Seq>", "<pdfaSchema:property><rdf:Bag>").then(
        "</rdf:Seq></pdfaSchema:property>", "</rdf:Bag></pdfaSchema:property>")),
    sequence(
      "6", of: "valueType", prefix: "pdfaSchema", in: schemas,
      broken: .metadata("<pdfaSchema:property>", "<pdfaSchema:valueType>x</pdfaSchema:valueType><pdfaSchema:property>")),
    text("7", of: "name", prefix: "pdfaProperty", in: properties, broken: spoilt("pdfaProperty:name")),
    ProfileRule("6.6.2.3.3-8", broken: .metadata("valueType>Integer<", "valueType>Unknown<")) { subject in
      properties(subject).allSatisfy { property in
        isText(property["valueType"], "pdfaProperty") && isKnownType(property["valueType"]?.value ?? "", subject)
      }
    },
    ProfileRule("6.6.2.3.3-9", broken: .metadata("category>internal<", "category>other<")) { subject in
      properties(subject).allSatisfy { property in
        isText(property["category"], "pdfaProperty")
          && ["external", "internal"].contains(property["category"]?.value)
      }
    },
    text("10", of: "description", prefix: "pdfaProperty", in: properties, broken: spoilt("pdfaProperty:description")),
    text("11", of: "type", prefix: "pdfaType", in: types, broken: spoiltType(">T<", "><rdf:Bag/><")),
    text("12", of: "namespaceURI", prefix: "pdfaType", in: types, broken: spoiltType(">u<", "><rdf:Bag/><")),
    text("13", of: "prefix", prefix: "pdfaType", in: types, broken: spoiltType(">p<", "><rdf:Bag/><")),
    text("14", of: "description", prefix: "pdfaType", in: types, broken: spoiltType(">d<", "><rdf:Bag/><")),
    sequence(
      "15", of: "field", prefix: "pdfaType", in: types,
      broken: spoiltType(
        "<rdf:Seq><rdf:li rdf:parseType=\"Resource\"><pdfaField",
        "<rdf:Bag><rdf:li rdf:parseType=\"Resource\"><pdfaField"
      )
      .closing("</rdf:Seq></pdfaType:field>", "</rdf:Bag></pdfaType:field>")),
    text("16", of: "name", prefix: "pdfaField", in: fields, broken: spoiltType(">n<", "><rdf:Bag/><")),
    ProfileRule("6.6.2.3.3-17", broken: spoiltType(">Text<", ">Unknown<")) { subject in
      fields(subject).allSatisfy { field in
        isText(field["valueType"], "pdfaField") && isKnownType(field["valueType"]?.value ?? "", subject)
      }
    },
    text(
      "18", of: "description", prefix: "pdfaField", in: fields,
      broken: spoiltType("d</pdfaField", "<rdf:Bag/></pdfaField")),
  ]

  private static func schemas(_ subject: PDFSubject) -> [Node] { subject.metadata.schemas }

  private static func properties(_ subject: PDFSubject) -> [Node] {
    subject.metadata.schemas.flatMap { $0["property"]?.items("Seq") ?? [] }
  }

  private static func types(_ subject: PDFSubject) -> [Node] {
    subject.metadata.schemas.flatMap { $0["valueType"]?.items("Seq") ?? [] }
  }

  private static func fields(_ subject: PDFSubject) -> [Node] {
    types(subject).flatMap { $0["field"]?.items("Seq") ?? [] }
  }

  private static func isText(_ node: Node?, _ prefix: String) -> Bool {
    node.map { $0.children.isEmpty && !$0.value.isEmpty && $0.prefix == prefix } ?? false
  }

  private static func isKnownType(_ name: String, _ subject: PDFSubject) -> Bool {
    let simple = name.replacing(#/^(bag|seq|alt) /#, with: "")
    return ["Boolean", "Date", "Integer", "Real", "Text", "URI", "URL", "Lang Alt", "MIMEType", "XPath", "ProperName"]
      .contains(simple) || types(subject).contains { $0["type"]?.value == simple }
  }

  /// Takes the text out of the first element of this name.
  private static func spoilt(_ element: String) -> Breaking {
    .metadata("<\(element)>", "<\(element)><rdf:Bag/>")
  }

  private static func text(
    _ number: String, of name: String, prefix: String, in nodes: @escaping @Sendable (PDFSubject) -> [Node],
    broken: Breaking
  ) -> ProfileRule {
    ProfileRule("6.6.2.3.3-\(number)", broken: broken) { subject in
      nodes(subject).allSatisfy { isText($0[name], prefix) }
    }
  }

  /// An element that may be missing where it is not the list of properties.
  private static func sequence(
    _ number: String, of name: String, prefix: String, in nodes: @escaping @Sendable (PDFSubject) -> [Node],
    broken: Breaking
  ) -> ProfileRule {
    ProfileRule("6.6.2.3.3-\(number)", broken: broken) { subject in
      nodes(subject).allSatisfy { node in
        node[name].map { $0.items("Seq") != nil && $0.prefix == prefix } ?? true
      }
    }
  }
}

extension Breaking {
  /// The same with the end of an element changed too, in what is put into the packet.
  fileprivate func closing(_ old: String, _ new: String) -> Breaking {
    guard case .metadata(let place, let text) = self else { return self }
    return .metadata(place, text.replacing(old, with: new))
  }
}
