/// ISO 19005-2, 6.2.3 and 6.2.4: output intents and colour spaces.
extension ProfileRule {
  static let colourRules: [ProfileRule] = [
    ProfileRule("6.2.3-1", broken: .profile(at: 12, "link")) { subject in
      subject.outputIntents.allSatisfy { intent in
        !intent.has("DestOutputProfile")
          || isProfile(
            intent["DestOutputProfile"], classes: ["prtr", "mntr"], spaces: ["RGB ", "CMYK", "GRAY"])
      }
    },
    ProfileRule(
      "6.2.3-2",
      broken: .objects { file in
        let intent = file.parse("<</Type/OutputIntent/S/Other/OutputConditionIdentifier(x)>>")
        intent.set(
          "DestOutputProfile", file.stream("<</N 3>>", file.root["OutputIntents"][0]["DestOutputProfile"].content ?? [])
        )
        file.root["OutputIntents"].append(intent)
      }
    ) { subject in
      Set(subject.outputIntents.map { $0["DestOutputProfile"] }.filter { !$0.isNull }.map(\.number)).count <= 1
    },
    ProfileRule(
      "6.2.3-3",
      broken: .objects { file in
        file.root["OutputIntents"].append(
          file.parse("<</Type/OutputIntent/S/GTS_PDFX/OutputConditionIdentifier(x)/DestOutputProfileRef<<>>>>"))
      }
    ) { subject in
      subject.outputIntents.allSatisfy { $0["S"].name != "GTS_PDFX" || !$0.has("DestOutputProfileRef") }
    },
    ProfileRule(
      "6.2.4.2-1",
      broken: .objects { file in
        file.pages[0]["Resources"].set("ColorSpace", "<</Spoilt[/ICCBased]>>")
        file.pages[0]["Resources"]["ColorSpace"]["Spoilt"].append(file.stream("<</N 3>>", [1, 2, 3]))
      }
    ) { subject in
      subject.colourSpaces.filter { $0[0].name == "ICCBased" }.allSatisfy {
        isProfile($0[1], classes: ["prtr", "mntr", "scnr", "spac"], spaces: ["RGB ", "CMYK", "GRAY", "Lab "])
      }
    },
    ProfileRule(
      "6.2.4.2-2",
      broken: .objects { file in
        file.pages[0]["Resources"].set("ColorSpace", "<</Spoilt[/ICCBased]>>")
        file.pages[0]["Resources"]["ColorSpace"]["Spoilt"].append(file.stream("<</N 4>>", [1]))
        file.pages[0]["Resources"].set("ExtGState", "<</Spoilt<</OP true/OPM 1>>>>")
      }
    ) { subject in
      // Stricter: such a colour space and such a state may not meet in one file.
      !subject.colourSpaces.contains { $0[0].name == "ICCBased" && $0[1]["N"].int == 4 }
        || !subject.graphicsStates.contains { ($0["OP"].bool == true || $0["op"].bool == true) && $0["OPM"].int == 1 }
    },
    ProfileRule("6.2.4.3-2", broken: .output("GRAY", "0 0 0 rg")) { subject in
      !uses(subject, ["rg", "RG"], "DeviceRGB") || subject.outputSpace == "RGB "
    },
    ProfileRule("6.2.4.3-3", broken: .content("0 0 0 1 k")) { subject in
      !uses(subject, ["k", "K"], "DeviceCMYK") || subject.outputSpace == "CMYK"
    },
    ProfileRule("6.2.4.3-4", broken: .objects { $0.root.remove("OutputIntents") }) { subject in
      // Black, the colour a page begins with, is a grey.
      subject.outputSpace != nil
    },
    ProfileRule(
      "6.2.4.4-1",
      broken: .resource("ColorSpace", "[/DeviceN[/Spot]/DeviceGray<</FunctionType 2/Domain[0 1]/N 1>>]")
    ) { subject in
      subject.colourSpaces.filter { $0[0].name == "DeviceN" }.allSatisfy { space in
        space[1].items.allSatisfy { colorant in
          ["None", "Cyan", "Magenta", "Yellow", "Black"].contains(colorant.name ?? "")
            || space[4]["Colorants"].has(colorant.name ?? "")
        }
      }
    },
    ProfileRule(
      "6.2.4.4-2",
      broken: .objects { file in
        let tint = "<</FunctionType 2/Domain[0 1]/N 1>>"
        file.pages[0]["Resources"].set(
          "ColorSpace", "<</A[/Separation/Spot/DeviceGray\(tint)]/B[/Separation/Spot/DeviceRGB\(tint)]>>")
      }
    ) { subject in
      let separations = subject.colourSpaces.filter { $0[0].name == "Separation" }
      let meanings = Dictionary(grouping: separations) { $0[1].name ?? "" }
      return meanings.values.allSatisfy { Set($0.map { $0[2].syntax + $0[3].syntax }).count == 1 }
    },
  ]

  private static func uses(_ subject: PDFSubject, _ operators: Set<String>, _ space: String) -> Bool {
    subject.operations.contains { operations in
      operations.contains { operation in
        operators.contains(operation.name)
          || ["cs", "CS"].contains(operation.name) && operation.operands.first?.nameText == space
      }
    } || subject.images.contains { $0["ColorSpace"].name == space }
  }

  /// By the head of an ICC profile (ICC.1:2010, 7.2): class, colour space, version below 5.
  private static func isProfile(_ stream: PDFValue, classes: Set<String>, spaces: Set<String>) -> Bool {
    guard let head = stream.content?.prefix(128), head.count == 128 else { return false }
    return classes.contains(String(decoding: head[12..<16], as: UTF8.self))
      && spaces.contains(String(decoding: head[16..<20], as: UTF8.self)) && head[8] < 5
  }
}

extension Breaking {
  /// Writes four letters into the head of the output's profile.
  static func profile(at place: Int, _ letters: String) -> Breaking {
    .objects { file in spoil(file, at: place, letters) }
  }

  /// An output of another colour space, and operators at the end of the first page.
  static func output(_ space: String, _ operators: String) -> Breaking {
    .objects { file in
      spoil(file, at: 16, space)
      let content = file.pages[0]["Contents"]
      content.replace((content.content ?? []) + Array("\n\(operators)\n".utf8))
    }
  }

  private static func spoil(_ file: QPDFFile, at place: Int, _ letters: String) {
    let profile = file.root["OutputIntents"][0]["DestOutputProfile"]
    guard var bytes = profile.content, bytes.count > place + 4 else { return }
    bytes.replaceSubrange(place..<place + 4, with: Array(letters.utf8))
    profile.replace(bytes)
  }
}
