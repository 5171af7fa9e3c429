/// ISO 19005-2, 6.2.2 and 6.2.5 to 6.2.10: operators, graphics states, form XObjects, transparency.
extension ProfileRule {
  static let graphicsRules: [ProfileRule] = [
    ProfileRule("6.2.2-1", broken: .content("BX unknown EX")) { subject in
      subject.operations.allSatisfy { $0.allSatisfy { operators.contains($0.name) } }
    },
    ProfileRule(
      "6.2.2-2",
      broken: .objects { file in
        file.pages[0]["Parent"].set("Resources", file.pages[0]["Resources"])
        file.pages[0].remove("Resources")
      }
    ) { subject in
      subject.pages.allSatisfy { $0.has("Resources") }
        && zip(subject.pages, subject.operations).allSatisfy { page, operations in
          operations.allSatisfy { operation in
            operation.name != "Tf"
              || operation.operands.first?.nameText.map { page["Resources"]["Font"].has($0) } == true
          }
        }
    },
    ProfileRule("6.2.5-1", broken: .resource("ExtGState", "<</TR/Identity>>")) { subject in
      subject.graphicsStates.allSatisfy { !$0.has("TR") }
    },
    ProfileRule("6.2.5-2", broken: .resource("ExtGState", "<</TR2/Identity>>")) { subject in
      subject.graphicsStates.allSatisfy { !$0.has("TR2") || $0["TR2"].name == "Default" }
    },
    ProfileRule("6.2.5-3", broken: .resource("ExtGState", "<</HTP/Identity>>")) { subject in
      subject.graphicsStates.allSatisfy { !$0.has("HTP") }
    },
    ProfileRule("6.2.5-4", broken: .resource("ExtGState", "<</HT<</Type/Halftone/HalftoneType 6>>>>")) { subject in
      subject.halftones.allSatisfy { [1, 5].contains($0["HalftoneType"].int) }
    },
    ProfileRule(
      "6.2.5-5", broken: .resource("ExtGState", "<</HT<</Type/Halftone/HalftoneType 1/HalftoneName(x)>>>>")
    ) { subject in
      subject.halftones.allSatisfy { !$0.has("HalftoneName") }
    },
    ProfileRule(
      "6.2.5-6",
      broken: .resource("ExtGState", "<</HT<</HalftoneType 5/Cyan<</HalftoneType 1/TransferFunction/Identity>>>>>>")
    ) { subject in
      subject.halftones.allSatisfy { halftone in
        let isWhole = halftone["HalftoneType"].int == 1
        let parts = isWhole ? [("", halftone)] : halftone.keys.map { ($0, halftone[$0]) }.filter { $0.1.isDictionary }
        return parts.allSatisfy { name, part in
          if name == "Default" { return true }
          let isPrimary = ["", "Cyan", "Magenta", "Yellow", "Black"].contains(name)
          return isPrimary ? !part.has("TransferFunction") : part.has("TransferFunction")
        }
      }
    },
    ProfileRule("6.2.6-1", broken: .content("/Unknown ri")) { subject in
      let operators = subject.operations.flatMap { $0 }.filter { $0.name == "ri" }.map { $0.operands.first?.nameText }
      let states = subject.graphicsStates.filter { $0.has("RI") }.map { $0["RI"].name }
      let images = subject.images.filter { $0.has("Intent") }.map { $0["Intent"].name }
      return (operators + states + images).allSatisfy { intent in
        ["RelativeColorimetric", "AbsoluteColorimetric", "Perceptual", "Saturation"].contains(intent ?? "")
      }
    },
    ProfileRule("6.2.9-1", broken: .form("/Subtype2/PS")) { subject in
      subject.forms.allSatisfy { $0["Subtype2"].name != "PS" && !$0.has("PS") && !$0.has("OPI") }
    },
    ProfileRule("6.2.9-2", broken: .form("/Ref<<>>")) { subject in subject.forms.allSatisfy { !$0.has("Ref") } },
    ProfileRule("6.2.9-3", broken: .xObject("/Subtype/PS", [])) { subject in
      subject.entries(of: "XObject").allSatisfy { $0["Subtype"].name != "PS" }
    },
    ProfileRule("6.2.10-1", broken: .resource("ExtGState", "<</BM/Unknown>>")) { subject in
      subject.graphicsStates.flatMap { $0["BM"].itemsOrSelf }.allSatisfy { blendModes.contains($0.name ?? "") }
    },
    ProfileRule(
      "6.2.10-2",
      broken: .objects { file in
        file.root.remove("OutputIntents")
        file.pages[0]["Resources"].set("ExtGState", "<</Spoilt<</ca 0.5>>>>")
      }
    ) { subject in
      subject.outputSpace != nil || subject.pages.allSatisfy { $0["Group"].has("CS") } || !isTransparent(subject)
    },
  ]

  private static func isTransparent(_ subject: PDFSubject) -> Bool {
    subject.graphicsStates.contains { state in
      ["ca", "CA"].contains { (state[$0].double ?? 1) < 1 } || state["SMask"].isDictionary
        || state.has("BM") && state["BM"].name != "Normal"
    } || subject.images.contains { $0.has("SMask") }
      || subject.forms.contains { $0["Group"]["S"].name == "Transparency" }
  }

  static let blendModes: Set<String> = [
    "Normal", "Compatible", "Multiply", "Screen", "Overlay", "Darken", "Lighten", "ColorDodge", "ColorBurn",
    "HardLight",
    "SoftLight", "Difference", "Exclusion", "Hue", "Saturation", "Color", "Luminosity",
  ]

  /// ISO 32000-1, annex A.
  static let operators = Set(
    """
    b B b* B* BDC BI BMC BT BX c cm CS cs d d0 d1 Do DP EI EMC ET EX f F f* G g gs h i ID j J K k l m M MP n q Q re RG rg ri s S
    SC sc SCN scn sh T* Tc Td TD Tf Tj TJ TL Tm Tr Ts Tw Tz v w W W* y ' "
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension Breaking {
  /// Adds an XObject to the first page's resources.
  static func xObject(_ entries: String, _ content: [UInt8]) -> Breaking {
    .objects { file in
      let resources = file.pages[0]["Resources"]
      if !resources.has("XObject") { resources.set("XObject", "<<>>") }
      resources["XObject"].set("Spoilt", file.stream("<</Type/XObject\(entries)>>", content))
    }
  }

  static func form(_ entries: String) -> Breaking { xObject("/Subtype/Form/BBox[0 0 9 9]\(entries)", []) }

  static func image(_ entries: String) -> Breaking {
    xObject("/Subtype/Image/Width 1/Height 1/ColorSpace/DeviceGray\(entries)", [0])
  }
}
