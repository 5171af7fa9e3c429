/// ISO 14289-1, 7.3 to 7.20: figures, headings, notes, layers, annotations, form XObjects.
extension ProfileRule {
  private static let rectangle = "/Type/Annot/Rect[0 0 9 9]"

  static let structureRules: [ProfileRule] = [
    described("7.3-1", "Figure", broken: .element("Figure") { $0.remove("Alt") }),
    ProfileRule("7.4.2-1", broken: renamed("H1", "H3")) { subject in
      var last = 0
      return subject.structure.elements.compactMap { headingLevel($0.standardType) }.allSatisfy { level in
        defer { last = level }
        return level <= last + 1
      }
    },
    ProfileRule(
      "7.4.4-1",
      broken: .objects { file in
        for object in file.objects.filter({ $0["S"].name == "P" && $0.has("P") }).prefix(2) { object.set("S", "/H") }
      }
    ) { subject in
      subject.structure.elements.allSatisfy { element in element.kidTypes.filter { $0 == "H" }.count <= 1 }
    },
    ProfileRule("7.4.4-2", broken: renamed("P", "H")) { subject in
      subject.structure.elements("H").isEmpty || !usesLevels(subject)
    },
    ProfileRule("7.4.4-3", broken: renamed("P", "H")) { subject in
      !usesLevels(subject) || subject.structure.elements("H").isEmpty
    },
    described("7.7-1", "Formula", broken: renamed("P", "Formula")),
    ProfileRule("7.9-1", broken: renamed("P", "Note")) { subject in
      subject.structure.elements("Note").allSatisfy { $0.value["ID"].text?.isEmpty == false }
    },
    ProfileRule(
      "7.9-2",
      broken: .objects { file in
        for object in file.objects.filter({ $0["S"].name == "P" && $0.has("P") }).prefix(2) {
          object.set("S", "/Note")
          object.set("ID", "(same)")
        }
      }
    ) { subject in
      let names = subject.structure.elements("Note").compactMap { $0.value["ID"].text }
      return Set(names).count == names.count
    },
    ProfileRule("7.10-1", broken: .layers("/D<</Order[]>>")) { subject in
      subject.layerConfigurations.allSatisfy { $0["Name"].text?.isEmpty == false }
    },
    ProfileRule("7.10-2", broken: .layers("/D<</Name(x)/AS[]>>")) {
      $0.layerConfigurations.allSatisfy { !$0.has("AS") }
    },
    ProfileRule("7.11-1", broken: .root("Spoilt", "<</Type/Filespec/F()/UF()/EF<<>>>>")) { subject in
      subject.dictionaries.allSatisfy { specification in
        !specification.has("EF") || ["F", "UF"].allSatisfy { specification[$0].text?.isEmpty == false }
      }
    },
    // Stricter: there may be no dynamic form, whose packet nothing here reads.
    ProfileRule("7.15-1", broken: .root("AcroForm", "<</Fields[]/XFA[]>>")) { !$0.root["AcroForm"].has("XFA") },
    ProfileRule("7.16-1", broken: .encrypted) { subject in
      guard subject.file.isEncrypted else { return true }
      return (subject.file.trailer["Encrypt"]["P"].int ?? 0) & 512 == 512
    },
    ProfileRule("7.20-1", broken: .form("/Ref<<>>")) { subject in subject.forms.allSatisfy { !$0.has("Ref") } },
    // Stricter: no form XObject may hold marked content of the structure at all.
    ProfileRule(
      "7.20-2", broken: .xObject("/Subtype/Form/BBox[0 0 9 9]/StructParents 999", Array("/P<</MCID 0>>BDC EMC".utf8))
    ) { subject in
      subject.forms.allSatisfy { form in
        !form.has("StructParents") && !PDFToken.tokens(form.content ?? []).contains(.name(Array("MCID".utf8)))
      }
    },
  ]

  static let accessAnnotationRules: [ProfileRule] = [
    ProfileRule("7.18.1-1", broken: .annotation("<<\(rectangle)/Subtype/Text/F 4/Contents(x)>>")) { subject in
      seen(subject).allSatisfy {
        ["Widget", "PrinterMark", "Link"].contains($0["Subtype"].name) || parentType(of: $0, subject) == "Annot"
      }
    },
    ProfileRule("7.18.1-2", broken: .annotation("<<\(rectangle)/Subtype/Text/F 4>>")) { subject in
      seen(subject).allSatisfy { $0["Subtype"].name == "Widget" || $0["Contents"].text?.isEmpty == false }
    },
    ProfileRule("7.18.1-3", broken: .annotation("<<\(rectangle)/Subtype/Widget/F 4>>")) { subject in
      seen(subject).allSatisfy { $0["Subtype"].name != "Widget" || $0["TU"].text?.isEmpty == false }
    },
    ProfileRule("7.18.2-1", broken: .annotation("<<\(rectangle)/Subtype/TrapNet/F 4>>")) { subject in
      seen(subject).allSatisfy { $0["Subtype"].name != "TrapNet" }
    },
    ProfileRule("7.18.3-1", broken: .page("Tabs", "/R").with("Annots", "[<<\(rectangle)/Subtype/Link/F 4>>]")) {
      subject in
      subject.pages.allSatisfy { !$0.has("Annots") || $0["Tabs"].name == "S" }
    },
    ProfileRule("7.18.4-1", broken: .annotation("<<\(rectangle)/Subtype/Widget/F 4/TU(x)>>")) { subject in
      seen(subject).allSatisfy { $0["Subtype"].name != "Widget" || parentType(of: $0, subject) == "Form" }
    },
    ProfileRule("7.18.4-2", broken: renamed("P", "Form")) { subject in
      subject.structure.elements("Form").allSatisfy { form in
        form.attribute("Role") != nil || form.value["K"].itemsOrSelf.filter { $0["Type"].name == "OBJR" }.count == 1
      }
    },
    ProfileRule("7.18.5-1", broken: .annotation("<<\(rectangle)/Subtype/Link/F 4/Contents(x)>>")) { subject in
      seen(subject).allSatisfy { $0["Subtype"].name != "Link" || parentType(of: $0, subject) == "Link" }
    },
    ProfileRule("7.18.5-2", broken: .annotation("<<\(rectangle)/Subtype/Link/F 4>>")) { subject in
      seen(subject).allSatisfy { $0["Subtype"].name != "Link" || $0["Contents"].text?.isEmpty == false }
    },
    ProfileRule("7.18.6.2-1", broken: .root("Spoilt", "<</Type/MediaClip/S/MCD/Alt[(ru)(x)]>>")) { subject in
      subject.dictionaries(type: "MediaClip").allSatisfy { $0.has("CT") }
    },
    ProfileRule("7.18.6.2-2", broken: .root("Spoilt", "<</Type/MediaClip/S/MCD/CT(x)/Alt[(ru)]>>")) { subject in
      subject.dictionaries(type: "MediaClip").allSatisfy { clip in
        clip["Alt"].count > 0 && clip["Alt"].count % 2 == 0 && clip["Alt"].items.allSatisfy(\.isString)
      }
    },
    ProfileRule("7.18.8-1", broken: .annotation("<<\(rectangle)/Subtype/PrinterMark/F 4/StructParent 0>>")) { subject in
      seen(subject).allSatisfy { $0["Subtype"].name != "PrinterMark" || !$0.has("StructParent") }
    },
  ]

  private static func described(_ id: String, _ type: String, broken: Breaking) -> ProfileRule {
    ProfileRule(id, broken: broken) { subject in
      subject.structure.elements(type).allSatisfy {
        $0.value["Alt"].text?.isEmpty == false || $0.value.has("ActualText")
      }
    }
  }

  private static func headingLevel(_ type: String) -> Int? {
    type.count == 2 && type.hasPrefix("H") ? Int(type.dropFirst()) : nil
  }

  private static func usesLevels(_ subject: PDFSubject) -> Bool {
    subject.structure.elements.contains { headingLevel($0.standardType) != nil }
  }

  /// Annotations that are not hidden. Stricter: also those outside the page's box.
  private static func seen(_ subject: PDFSubject) -> [PDFValue] {
    subject.annotations.filter { ($0["F"].int ?? 0) & 2 == 0 }
  }

  /// The type of the element that has the annotation as its content.
  private static func parentType(of annotation: PDFValue, _ subject: PDFSubject) -> String? {
    subject.structure.elements.first { element in
      element.value["K"].itemsOrSelf.contains {
        $0["Type"].name == "OBJR" && annotation.number > 0 && $0["Obj"].number == annotation.number
      }
    }?.standardType
  }
}

extension Breaking {
  /// Another key of the first page is set too.
  func with(_ key: String, _ syntax: String) -> Breaking {
    .objects { file in
      if case .objects(let change) = self { change(file) }
      file.pages[0].set(key, syntax)
    }
  }
}
