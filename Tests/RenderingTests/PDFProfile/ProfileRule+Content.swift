/// ISO 14289-1, 5 to 7.1: identification, and that all content is tagged or an artifact.
extension ProfileRule {
  static let accessMetadataRules: [ProfileRule] = [
    ProfileRule("5-1", broken: .metadata("<pdfuaid:part>1</pdfuaid:part>", "")) { subject in
      subject.metadata.property(XMPPacket.pdfua, "part") != nil
    },
    ProfileRule("5-2", broken: .metadata("<pdfuaid:part>1<", "<pdfuaid:part>2<")) { subject in
      subject.metadata.property(XMPPacket.pdfua, "part")?.value == "1"
    },
    prefixRule("5-3", XMPPacket.pdfua, "part", "pdfuaid"),
    prefixRule("5-4", XMPPacket.pdfua, "amd", "pdfuaid"),
    prefixRule("5-5", XMPPacket.pdfua, "corr", "pdfuaid"),
    ProfileRule("6.1-1", broken: .bytes { $0.replace("%PDF-1.7", "%PDF-1.9") }) { hasHeader($0) },
    ProfileRule("6.2-1", broken: .root("MarkInfo", "<</Marked false>>")) { $0.root["MarkInfo"]["Marked"].bool == true },
  ]

  static let contentRules: [ProfileRule] = [
    ProfileRule("7.1-1", broken: .content("/P<</MCID 0>>BDC /Artifact BMC EMC EMC")) { subject in
      subject.marks.allSatisfy { piece in
        guard let tagged = piece.marks.firstIndex(where: { $0.number != nil }) else { return true }
        return !piece.marks[tagged...].contains { $0.tag == "Artifact" }
      }
    },
    ProfileRule("7.1-2", broken: .content("/Artifact BMC /P<</MCID 0>>BDC EMC EMC")) { subject in
      subject.marks.allSatisfy { piece in
        guard let artifact = piece.marks.firstIndex(where: { $0.tag == "Artifact" }) else { return true }
        return !piece.marks[artifact...].contains { $0.number != nil }
      }
    },
    ProfileRule("7.1-3", broken: .content("0 0 m 9 9 l S")) { subject in
      let owned = Set(subject.structure.elements.flatMap(\.marks).map { [$0.page, $0.number] })
      return subject.marks.filter(\.isDrawn).allSatisfy { piece in
        piece.marks.contains { mark in
          mark.tag == "Artifact" || mark.number.map { owned.contains([piece.page, $0]) } == true
        }
      }
    },
    ProfileRule("7.1-4", broken: .root("MarkInfo", "<</Marked true/Suspects true>>")) { subject in
      subject.root["MarkInfo"]["Suspects"].bool != true
    },
    ProfileRule("7.1-5", broken: .element("P") { $0.set("S", "/Unknown") }) { subject in
      subject.structure.elements.allSatisfy { PDFStructure.standardTypes.contains($0.standardType) }
    },
    ProfileRule(
      "7.1-6",
      broken: .objects { file in
        file.root["StructTreeRoot"].set("RoleMap", "<</A/B/B/A>>")
        file.objects.first { $0["S"].name == "P" && $0.has("P") }?.set("S", "/A")
      }
    ) { $0.structure.circular.isEmpty },
    ProfileRule("7.1-7", broken: .objects { $0.root["StructTreeRoot"].set("RoleMap", "<</P/Span>>") }) { subject in
      subject.structure.roles.keys.allSatisfy { !PDFStructure.standardTypes.contains($0) }
    },
    ProfileRule("7.1-8", broken: .objects { $0.root.remove("Metadata") }) { $0.root["Metadata"].isStream },
    ProfileRule("7.1-9", broken: .metadata("<dc:title>", "<dc:subject>").then("</dc:title>", "</dc:subject>")) {
      subject in
      subject.metadata.property(XMPPacket.dublinCore, "title")?.items("Alt")?.first?.value.isEmpty == false
    },
    ProfileRule("7.1-10", broken: .root("ViewerPreferences", "<<>>")) { subject in
      subject.root["ViewerPreferences"]["DisplayDocTitle"].bool == true
    },
    ProfileRule("7.1-11", broken: .objects { $0.root.remove("StructTreeRoot") }) {
      $0.root["StructTreeRoot"].isDictionary
    },
    ProfileRule("7.1-12", broken: .element("P") { $0.remove("P") }) { subject in
      subject.structure.elements.allSatisfy { $0.value["P"].isDictionary }
    },
  ]
}
