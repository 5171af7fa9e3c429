/// ISO 14289-1, 7.2: lists, tables of contents and languages.
extension ProfileRule {
  static let listRules: [ProfileRule] = [
    parents("7.2-17", of: "LI", ["L"], broken: renamed("L", "P")),
    parents("7.2-18", of: "LBody", ["LI"], broken: renamed("LI", "P")),
    kids("7.2-19", of: "L", ["L", "LI", "Caption"], broken: renamed("LI", "P")),
    kids("7.2-20", of: "LI", ["Lbl", "LBody"], broken: renamed("Lbl", "P")),
    parents("7.2-26", of: "TOCI", ["TOC"], broken: renamed("P", "TOCI")),
    kids("7.2-27", of: "TOC", ["TOC", "TOCI", "Caption"], broken: renamed("L", "TOC")),
    firstCaption(
      "7.2-28", of: "TOC",
      broken: .objects { file in
        guard let list = file.objects.first(where: { $0["S"].name == "L" }) else { return }
        list.set("S", "/TOC")
        list["K"].items.last?.set("S", "/Caption")
      }),
    firstCaption(
      "7.2-40", of: "L",
      broken: .objects { file in
        file.objects.first { $0["S"].name == "L" }?["K"].items.last?.set("S", "/Caption")
      }),
  ]

  static let languageRules: [ProfileRule] = [
    ProfileRule("7.2-2", broken: withoutLanguage { _ in }) { subject in
      !subject.root.has("Outlines") || subject.catalogHasLanguage
    },
    element("7.2-21", "ActualText"), element("7.2-22", "Alt"), element("7.2-23", "E"),
    ProfileRule(
      "7.2-24",
      broken: withoutLanguage { $0.pages[0].set("Annots", "[<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/Contents(x)>>]") }
    ) { subject in
      subject.annotations.allSatisfy { !$0.has("Contents") || $0.has("Lang") || subject.catalogHasLanguage }
    },
    ProfileRule("7.2-25", broken: withoutLanguage { $0.root.set("AcroForm", "<</Fields[<</FT/Tx/TU(x)>>]>>") }) {
      subject in
      subject.dictionaries.allSatisfy { !$0.has("TU") || $0.has("Lang") || subject.catalogHasLanguage }
    },
    ProfileRule("7.2-29", broken: .root("Lang", "(ru_RU!)")) { subject in
      let languages = subject.dictionaries.filter { $0["Lang"].isString }.compactMap { $0["Lang"].text }
      return languages.allSatisfy { $0.wholeMatch(of: #/[a-zA-Z]{1,8}(-[a-zA-Z0-9]{1,8})*/#) != nil }
    },
    span("7.2-30", "ActualText"), span("7.2-31", "Alt"), span("7.2-32", "E"),
    ProfileRule("7.2-33", broken: withoutLanguage { _ in }) { subject in
      let items = subject.metadata.properties.flatMap { $0.items("Alt") ?? [] }
      return subject.catalogHasLanguage || !items.contains { $0.attributes["xml:lang"] == "x-default" }
    },
    ProfileRule("7.2-34", broken: withoutLanguage { _ in }) { subject in
      subject.catalogHasLanguage
        || subject.structure.elements.allSatisfy { $0.marks.isEmpty || $0.hasLanguage }
    },
  ]

  private static func withoutLanguage(_ change: @escaping @Sendable (QPDFFile) -> Void) -> Breaking {
    .objects { file in
      file.root.remove("Lang")
      change(file)
    }
  }

  private static func firstCaption(_ id: String, of type: String, broken: Breaking) -> ProfileRule {
    ProfileRule(id, broken: broken) { subject in
      subject.structure.elements(type).allSatisfy { !$0.kidTypes.dropFirst().contains("Caption") }
    }
  }

  private static func element(_ id: String, _ key: String) -> ProfileRule {
    ProfileRule(
      id, broken: withoutLanguage { file in file.objects.first { $0["S"].name == "P" && $0.has("P") }?.set(key, "(x)") }
    ) { subject in
      subject.structure.elements.allSatisfy { !$0.value.has(key) || $0.hasLanguage || subject.catalogHasLanguage }
    }
  }

  /// Stricter: marked spans with such a text need the language of the catalog.
  private static func span(_ id: String, _ key: String) -> ProfileRule {
    ProfileRule(
      id,
      broken: withoutLanguage { file in
        let content = file.pages[0]["Contents"]
        content.replace((content.content ?? []) + Array("\n/Span<</\(key)(x)>>BDC EMC\n".utf8))
      }
    ) { subject in
      subject.catalogHasLanguage
        || subject.marks.allSatisfy { piece in
          piece.marks.allSatisfy { $0.tag != "Span" || !$0.properties.contains(key) || $0.properties.contains("Lang") }
        }
    }
  }
}
