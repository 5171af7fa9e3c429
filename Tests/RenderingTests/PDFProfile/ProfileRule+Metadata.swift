import Foundation

/// ISO 19005-2, 6.6: the XMP packet; and 6.8 to 6.11: what hangs on the catalog.
extension ProfileRule {
  static let metadataRules: [ProfileRule] = [
    ProfileRule("6.6.2.1-1", broken: .objects { $0.root.remove("Metadata") }) { $0.root["Metadata"].isStream },
    ProfileRule("6.6.2.1-2", broken: .metadata("<?xpacket begin", "<?xpacket bytes='9' begin")) {
      !header($0).contains("bytes=")
    },
    ProfileRule("6.6.2.1-3", broken: .metadata("<?xpacket begin", "<?xpacket encoding='x' begin")) {
      !header($0).contains("encoding=")
    },
    ProfileRule("6.6.2.1-4", broken: .metadata("</rdf:RDF>", "")) { $0.metadata.isWellFormed },
    ProfileRule(
      "6.6.2.1-5",
      broken: .objects { file in
        let packet = String(decoding: file.root["Metadata"].content ?? [], as: UTF8.self)
        file.root["Metadata"].replace(packet.utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] })
      }
    ) { subject in
      String(validating: subject.packet, as: UTF8.self) != nil && !subject.packet.contains(0)
    },
    ProfileRule("6.6.2.3.1-1", broken: .metadata("<pdfaid:part>", "<pdf:Unknown>x</pdf:Unknown><pdfaid:part>")) {
      subject in
      subject.metadata.properties.allSatisfy { property in
        predefined[property.namespace]?[property.name] != nil || isDescribed(property, subject.metadata)
      }
    },
    ProfileRule(
      "6.6.2.3.1-2", broken: .metadata("<rdf:Seq><rdf:li>", "<rdf:Bag><rdf:li>").then("</rdf:Seq>", "</rdf:Bag>")
    ) { subject in
      subject.metadata.properties.allSatisfy { property in
        guard let form = predefined[property.namespace]?[property.name] else { return true }
        return form.isForm(of: property)
      }
    },
    ProfileRule("6.6.4-1", broken: .metadata("<pdfaid:part>2</pdfaid:part>", "")) { subject in
      part(subject) != nil
    },
    ProfileRule("6.6.4-2", broken: .metadata("<pdfaid:part>2<", "<pdfaid:part>1<")) { part($0)?.value == "2" },
    ProfileRule("6.6.4-3", broken: .metadata("conformance>B<", "conformance>X<")) { subject in
      ["A", "B", "U"].contains(subject.metadata.property(XMPPacket.pdfa, "conformance")?.value)
    },
    prefixRule("6.6.4-4", XMPPacket.pdfa, "part", "pdfaid"),
    prefixRule("6.6.4-5", XMPPacket.pdfa, "conformance", "pdfaid"),
    prefixRule("6.6.4-6", XMPPacket.pdfa, "amd", "pdfaid"),
    prefixRule("6.6.4-7", XMPPacket.pdfa, "corr", "pdfaid"),
  ]

  static let catalogRules: [ProfileRule] = [
    ProfileRule("6.8-2", broken: .root("Spoilt", "<</Type/Filespec/F(x)/EF<<>>>>")) { subject in
      subject.dictionaries.allSatisfy { !$0.has("EF") || $0.has("F") && $0.has("UF") }
    },
    // Stricter: nothing may be embedded, since nothing here judges what is.
    ProfileRule(
      "6.8-5", broken: .objects { file in file.root.set("Spoilt", file.stream("<</Type/EmbeddedFile>>", [0])) }
    ) { subject in subject.dictionaries(type: "EmbeddedFile").isEmpty },
    ProfileRule("6.9-1", broken: .layers("/D<</Order[]>>")) { subject in
      subject.layerConfigurations.allSatisfy { $0["Name"].text?.isEmpty == false }
    },
    ProfileRule("6.9-2", broken: .layers("/D<</Name(x)>>/Configs[<</Name(x)>>]")) { subject in
      let names = subject.layerConfigurations.compactMap { $0["Name"].text }
      return Set(names).count == names.count
    },
    ProfileRule(
      "6.9-3",
      broken: .objects { file in
        let group = file.parse("<</Type/OCG/Name(x)>>")
        file.root.set("OCProperties", "<</OCGs[]/D<</Name(x)/Order[]>>>>")
        file.root["OCProperties"]["OCGs"].append(group)
      }
    ) { subject in
      let groups = subject.root["OCProperties"]["OCGs"].items.map(\.syntax)
      return subject.layerConfigurations.allSatisfy { configuration in
        !configuration.has("Order") || groups.allSatisfy { configuration["Order"].syntax.contains($0) }
      }
    },
    ProfileRule("6.9-4", broken: .layers("/D<</Name(x)/AS[]>>")) {
      $0.layerConfigurations.allSatisfy { !$0.has("AS") }
    },
    ProfileRule("6.10-1", broken: .root("Names", "<</AlternatePresentations<<>>>>")) {
      !$0.root["Names"].has("AlternatePresentations")
    },
    ProfileRule("6.10-2", broken: .page("PresSteps", "<<>>")) { $0.pages.allSatisfy { !$0.has("PresSteps") } },
    ProfileRule("6.11-1", broken: .root("Requirements", "[]")) { !$0.root.has("Requirements") },
  ]

  private static func header(_ subject: PDFSubject) -> String {
    String(String(decoding: subject.packet, as: UTF8.self).prefix { $0 != ">" })
  }

  private static func part(_ subject: PDFSubject) -> XMPPacket.Node? {
    subject.metadata.property(XMPPacket.pdfa, "part")
  }

  static func prefixRule(_ id: String, _ namespace: String, _ name: String, _ prefix: String) -> ProfileRule {
    ProfileRule(
      id,
      broken: .metadata(
        "</rdf:Description>", "<other:\(name) xmlns:other=\"\(namespace)\">1</other:\(name)></rdf:Description>")
    ) { subject in
      subject.metadata.properties.allSatisfy {
        $0.namespace != namespace || $0.name != name || $0.prefix == prefix
      }
    }
  }

  enum Form {
    case text, language, bag, sequence, whole

    func isForm(of property: XMPPacket.Node) -> Bool {
      switch self {
      case .text: property.children.isEmpty
      case .language: property.items("Alt")?.allSatisfy { $0.attributes["xml:lang"] != nil } == true
      case .bag: property.items("Bag") != nil
      case .sequence: property.items("Seq") != nil
      case .whole: property.children.isEmpty && Int(property.value) != nil
      }
    }
  }

  /// Properties of XMP 2005 and of PDF/A that our files may have.
  static let predefined: [String: [String: Form]] = [
    XMPPacket.dublinCore: [
      "title": .language, "description": .language, "creator": .sequence, "language": .bag, "format": .text,
      "identifier": .text,
    ],
    "http://ns.adobe.com/xap/1.0/": [
      "CreatorTool": .text, "CreateDate": .text, "ModifyDate": .text, "MetadataDate": .text,
    ],
    "http://ns.adobe.com/pdf/1.3/": ["Producer": .text, "Keywords": .text],
    XMPPacket.pdfa: ["part": .whole, "conformance": .text, "amd": .text, "corr": .text],
    XMPPacket.extensionSchema: ["schemas": .bag],
  ]

  private static func isDescribed(_ property: XMPPacket.Node, _ packet: XMPPacket) -> Bool {
    packet.schemas.contains { schema in
      schema["namespaceURI"]?.value == property.namespace
        && (schema["property"]?.items("Seq") ?? []).contains { $0["name"]?.value == property.name }
    }
  }
}

extension PDFSubject {
  var layerConfigurations: [PDFValue] {
    let layers = root["OCProperties"]
    return (layers.has("D") ? [layers["D"]] : []) + layers["Configs"].items
  }
}

extension Breaking {
  static func layers(_ entries: String) -> Breaking { .root("OCProperties", "<</OCGs[]\(entries)>>") }

  /// Two replacements in the packet, one after another.
  func then(_ old: String, _ new: String) -> Breaking {
    .objects { file in
      let stream = file.root["Metadata"]
      var packet = String(decoding: stream.content ?? [], as: UTF8.self)
      if case .metadata(let first, let second) = self {
        packet = packet.replacing(first, with: second, maxReplacements: 1)
      }
      stream.replace(Array(packet.replacing(old, with: new, maxReplacements: 1).utf8))
    }
  }
}
