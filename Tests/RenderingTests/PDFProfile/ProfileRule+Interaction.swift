/// ISO 19005-2, 6.3 to 6.5: annotations, forms, signatures, actions.
extension ProfileRule {
  private static let rectangle = "/Type/Annot/Rect[0 0 9 9]"

  static let annotationRules: [ProfileRule] = [
    ProfileRule("6.3.1-1", broken: .annotation("<<\(rectangle)/Subtype/Movie/F 4>>")) { subject in
      subject.annotations.allSatisfy { annotationTypes.contains($0["Subtype"].name ?? "") }
    },
    ProfileRule("6.3.2-1", broken: .annotation("<<\(rectangle)/Subtype/Link>>")) { subject in
      subject.annotations.allSatisfy { $0["Subtype"].name == "Popup" || $0.has("F") }
    },
    ProfileRule("6.3.2-2", broken: .annotation("<<\(rectangle)/Subtype/Link/F 2>>")) { subject in
      // Printed; not invisible, hidden, toggled or left out of view.
      subject.annotations.compactMap { $0["F"].int }.allSatisfy { $0 & 4 == 4 && $0 & (1 | 2 | 32 | 256) == 0 }
    },
    ProfileRule("6.3.3-1", broken: .annotation("<<\(rectangle)/Subtype/Square/F 4>>")) { subject in
      subject.annotations.allSatisfy { annotation in
        let corners = annotation["Rect"].items.compactMap(\.double)
        let isEmpty = corners.count == 4 && corners[0] == corners[2] && corners[1] == corners[3]
        return isEmpty || ["Popup", "Link"].contains(annotation["Subtype"].name) || annotation.has("AP")
      }
    },
    ProfileRule("6.3.3-2", broken: .annotation("<<\(rectangle)/Subtype/Square/F 4/AP<</D<<>>>>>>")) { subject in
      subject.annotations.allSatisfy { !$0.has("AP") || $0["AP"].keys == ["N"] }
    },
    ProfileRule(
      "6.3.3-3", broken: .annotation("<<\(rectangle)/Subtype/Widget/FT/Btn/F 4/AP<</N<<>>>>>>")
    ) { subject in
      subject.annotations.filter { $0["AP"].has("N") && $0["Subtype"].name == "Widget" && $0["FT"].name == "Btn" }
        .allSatisfy { !$0["AP"]["N"].isStream && !$0["AP"]["N"].keys.isEmpty }
    },
    ProfileRule("6.3.3-4", broken: .annotation("<<\(rectangle)/Subtype/Square/F 4/AP<</N<<>>>>>>")) { subject in
      subject.annotations.filter { $0["AP"].has("N") && !($0["Subtype"].name == "Widget" && $0["FT"].name == "Btn") }
        .allSatisfy { $0["AP"]["N"].isStream }
    },
  ]

  /// ISO 32000-1, table 169, without those that PDF/A-2 forbids.
  private static let annotationTypes = Set(
    """
    Text Link FreeText Line Square Circle Polygon PolyLine Highlight Underline Squiggly StrikeOut Stamp Caret Ink Popup
    FileAttachment Widget PrinterMark TrapNet Watermark Redact
    """.split(whereSeparator: \.isWhitespace).map(String.init))

  static let formRules: [ProfileRule] =
    [
      ProfileRule("6.4.1-1", broken: .annotation("<<\(rectangle)/Subtype/Widget/F 4/A<</S/GoTo>>>>")) { subject in
        subject.annotations.allSatisfy { $0["Subtype"].name != "Widget" || !$0.has("A") && !$0.has("AA") }
      },
      ProfileRule("6.4.1-2", broken: .root("AcroForm", "<</Fields[<</FT/Tx/T(x)/AA<<>>>>]>>")) { subject in
        subject.dictionaries.allSatisfy { !$0.has("FT") || !$0.has("AA") }
      },
      ProfileRule("6.4.1-3", broken: .root("AcroForm", "<</Fields[]/NeedAppearances true>>")) { subject in
        subject.root["AcroForm"]["NeedAppearances"].bool != true
      },
      ProfileRule("6.4.2-1", broken: .root("AcroForm", "<</Fields[]/XFA[]>>")) { !$0.root["AcroForm"].has("XFA") },
      ProfileRule("6.4.2-2", broken: .root("NeedsRendering", "true")) { $0.root["NeedsRendering"].bool != true },
      ProfileRule("6.5.1-1", broken: .root("OpenAction", "<</Type/Action/S/Launch>>")) { subject in
        subject.actions.allSatisfy {
          ["GoTo", "GoToR", "GoToE", "Thread", "URI", "Named", "SubmitForm"].contains($0["S"].name)
        }
      },
      ProfileRule("6.5.1-2", broken: .root("OpenAction", "<</Type/Action/S/Named/N/Print>>")) { subject in
        subject.actions.allSatisfy {
          $0["S"].name != "Named" || ["NextPage", "PrevPage", "FirstPage", "LastPage"].contains($0["N"].name)
        }
      },
      ProfileRule("6.5.2-1", broken: .root("AA", "<<>>")) { !$0.root.has("AA") },
      ProfileRule("6.5.2-2", broken: .page("AA", "<<>>")) { $0.pages.allSatisfy { !$0.has("AA") } },
    ]
    // Stricter than the rules, which look into a signature: what is rendered carries none, signing comes after it.
    + (1...3).map { number in
      ProfileRule("6.4.3-\(number)", broken: .root("Spoilt", "<</Type/Sig/ByteRange[0 1 2 3]/Contents<00>>>")) {
        subject in
        subject.dictionaries.allSatisfy { $0["Type"].name != "Sig" && !$0.has("ByteRange") }
      }
    }
}
