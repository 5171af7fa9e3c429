/// ISO 19005-2, 6.1.6 to 6.1.13: strings, names, numbers and their bounds.
extension ProfileRule {
  static let tokenRules: [ProfileRule] = [
    ProfileRule("6.1.6-1", broken: .content("/Artifact BMC BT /F0 1 Tf [<000>]TJ ET EMC")) { subject in
      hexadecimals(subject).allSatisfy { $0.count % 2 == 0 }
    },
    ProfileRule("6.1.6-2", broken: .content("/Artifact BMC BT /F0 1 Tf [<00z1>]TJ ET EMC")) { subject in
      let digits = Set("0123456789abcdefABCDEF".utf8)
      return hexadecimals(subject).allSatisfy { $0.allSatisfy(digits.contains) }
    },
    ProfileRule("6.1.8-1", broken: .element("P") { $0.set("S", "/#ff#fe") }) { subject in
      names(subject).allSatisfy { String(validating: $0, as: UTF8.self) != nil }
    },
    ProfileRule("6.1.10-1", broken: .content("/Artifact BMC BI /W 1 /H 1 /CS /G /BPC 8 /F /LZW ID x EI EMC")) {
      subject in
      subject.contents.allSatisfy { tokens in
        inlineImages(tokens).allSatisfy { image in
          filters(of: image).allSatisfy { inlineFilters.contains($0) }
        }
      }
    },
    ProfileRule("6.1.12-1", broken: .root("Perms", "<</Other<<>>>>")) { subject in
      subject.root["Perms"].keys.allSatisfy { ["UR3", "DocMDP"].contains($0) }
    },
    ProfileRule(
      "6.1.12-2", broken: .root("Perms", "<</DocMDP<</Type/Sig/Reference[<</Type/SigRef/DigestMethod/MD5>>]>>>>")
    ) { subject in
      !subject.root["Perms"].has("DocMDP")
        || subject.dictionaries(type: "SigRef").allSatisfy { reference in
          !["DigestLocation", "DigestMethod", "DigestValue"].contains { reference.has($0) }
        }
    },
    ProfileRule("6.1.13-1", broken: .root("Spoilt", "3000000000")) { subject in
      numbers(subject).allSatisfy { text in text.contains(".") || Int32(text) != nil }
    },
    ProfileRule("6.1.13-2", broken: .root("Spoilt", "1" + String(repeating: "0", count: 39) + ".5")) { subject in
      numbers(subject).allSatisfy { abs(Double($0) ?? 0) <= 3.403e38 }
    },
    ProfileRule(
      "6.1.13-3",
      broken: .objects { $0.trailer["Info"].set("Spoilt", "(" + String(repeating: "x", count: 32_768) + ")") }
    ) { subject in
      subject.tokens.allSatisfy { ($0.string?.count ?? 0) < 32_768 }
    },
    ProfileRule("6.1.13-4", broken: .root("Spoilt", "/" + String(repeating: "x", count: 128))) { subject in
      names(subject).allSatisfy { $0.count <= 127 }
    },
    ProfileRule("6.1.13-5", broken: .root("Spoilt", "0." + String(repeating: "0", count: 38) + "1")) { subject in
      numbers(subject).allSatisfy { text in
        let value = abs(Double(text) ?? 0)
        return value == 0 || value >= 1.175e-38
      }
    },
    ProfileRule(
      "6.1.13-8", broken: .content(String(repeating: "q ", count: 29) + String(repeating: "Q ", count: 29))
    ) { subject in
      subject.operations.allSatisfy { operations in
        var (depth, most) = (0, 0)
        for operation in operations {
          if operation.name == "q" { depth += 1 }
          if operation.name == "Q" { depth -= 1 }
          most = max(most, depth)
        }
        return most <= 28
      }
    },
    ProfileRule(
      "6.1.13-9",
      broken: .resource(
        "ColorSpace",
        "[/DeviceN[\(String(repeating: "/A ", count: 33))]/DeviceGray<</FunctionType 2/Domain[0 1]/N 1>>]")
    ) { subject in
      subject.colourSpaces.allSatisfy { $0[0].name != "DeviceN" || $0[1].count <= 32 }
    },
    ProfileRule("6.1.13-10", broken: .fontMap("1 begincidrange <0000><FFFF> 65536 endcidrange")) { subject in
      subject.embeddedMaps.allSatisfy { map in
        PDFToken.tokens(map.content ?? []).allSatisfy { ($0.number ?? 0) <= 65_535 }
      }
    },
    ProfileRule("6.1.13-11", broken: .page("CropBox", "[0 0 2 2]")) { subject in
      subject.pages.allSatisfy { page in
        ["MediaBox", "CropBox", "TrimBox", "ArtBox", "BleedBox"].allSatisfy { box in
          let corners = page[box].items.compactMap(\.double)
          guard corners.count == 4 else { return !page.has(box) }
          return [corners[2] - corners[0], corners[3] - corners[1]].allSatisfy { (3...14_400).contains(abs($0)) }
        }
      }
    },
  ]

  private static func hexadecimals(_ subject: PDFSubject) -> [[UInt8]] {
    subject.tokens.compactMap { if case .hexadecimal(let digits) = $0 { digits } else { nil } }
  }

  private static func names(_ subject: PDFSubject) -> [[UInt8]] {
    subject.tokens.compactMap { if case .name(let name) = $0 { name } else { nil } }
  }

  private static func numbers(_ subject: PDFSubject) -> [String] {
    subject.tokens.compactMap { if case .number(let text) = $0 { text } else { nil } }
  }

  static let inlineFilters: Set<String> = [
    "ASCIIHexDecode", "ASCII85Decode", "FlateDecode", "RunLengthDecode", "CCITTFaxDecode", "DCTDecode", "AHx", "A85",
    "Fl", "RL", "CCF", "DCT",
  ]

  /// The dictionaries of inline images.
  static func inlineImages(_ tokens: [PDFToken]) -> [ArraySlice<PDFToken>] {
    tokens.indices.filter { tokens[$0] == .word("BI") }.map { start in
      tokens[(start + 1)...].prefix { $0 != .word("ID") }
    }
  }

  private static func filters(of image: ArraySlice<PDFToken>) -> [String] {
    guard let key = image.firstIndex(where: { ["F", "Filter"].contains($0.nameText ?? "") }) else { return [] }
    let value = image[(key + 1)...]
    return value.first == .open("[")
      ? value.dropFirst().prefix { $0 != .close("]") }.compactMap(\.nameText) : value.prefix(1).compactMap(\.nameText)
  }
}

extension PDFSubject {
  /// Character maps that stand in the file.
  var embeddedMaps: [PDFValue] { fonts.map { $0["Encoding"] }.filter(\.isStream) }
}

extension Breaking {
  /// Gives the first composite font a character map of its own.
  static func fontMap(_ content: String, _ entries: String = "") -> Breaking {
    .objects { file in
      let font = file.objects.first { $0["Subtype"].name == "Type0" }
      font?.set("Encoding", file.stream("<</Type/CMap/CMapName/Spoilt\(entries)>>", Array(content.utf8)))
    }
  }
}
