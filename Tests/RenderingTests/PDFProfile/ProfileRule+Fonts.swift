/// ISO 19005-2, 6.2.11, and ISO 14289-1, 7.21: fonts.
extension ProfileRule {
  /// Rules that both standards share under their own numbers.
  static func fontRules(prefix: String) -> [ProfileRule] {
    [
      ProfileRule("\(prefix).3.1-1", broken: .font("Type0") { $0.set("Encoding", "/UniGB-UCS2-H") }) { subject in
        subject.fonts.filter { $0["Subtype"].name == "Type0" }.allSatisfy { font in
          if ["Identity-H", "Identity-V"].contains(font["Encoding"].name) { return true }
          let (map, font) = (font["Encoding"]["CIDSystemInfo"], font["DescendantFonts"][0]["CIDSystemInfo"])
          return map.isDictionary && map["Registry"].text == font["Registry"].text
            && map["Ordering"].text == font["Ordering"].text
            && (font["Supplement"].int ?? 0) <= (map["Supplement"].int ?? -1)
        }
      },
      ProfileRule("\(prefix).3.2-1", broken: .font("CIDFontType2") { $0.remove("CIDToGIDMap") }) { subject in
        subject.fonts.filter { $0["Subtype"].name == "CIDFontType2" }.allSatisfy {
          $0.has("CIDToGIDMap") || !isEmbedded($0)
        }
      },
      ProfileRule("\(prefix).3.3-1", broken: .font("Type0") { $0.set("Encoding", "/Unknown-H") }) { subject in
        subject.fonts.filter { $0["Subtype"].name == "Type0" }.allSatisfy {
          $0["Encoding"].isStream || predefinedMaps.contains($0["Encoding"].name ?? "")
        }
      },
      ProfileRule("\(prefix).3.3-2", broken: .fontMap("/WMode 0 def", "/WMode 1")) { subject in
        subject.embeddedMaps.allSatisfy { map in
          let tokens = PDFToken.tokens(map.content ?? [])
          let key = tokens.firstIndex(of: .name(Array("WMode".utf8)))
          let mode = key.flatMap { $0 + 1 < tokens.count ? tokens[$0 + 1].number : nil } ?? 0
          return Int(mode) == map["WMode"].int ?? 0
        }
      },
      ProfileRule("\(prefix).3.3-3", broken: .fontMap("", "/UseCMap/Unknown-H")) { subject in
        subject.embeddedMaps.allSatisfy {
          !$0.has("UseCMap") || predefinedMaps.contains($0["UseCMap"].name ?? "")
        }
      },
      ProfileRule("\(prefix).4.1-1", broken: .descriptor { $0.remove("FontFile2") }) { subject in
        subject.fonts.allSatisfy { ["Type3", "Type0"].contains($0["Subtype"].name) || isEmbedded($0) }
      },
      ProfileRule("\(prefix).4.1-2", broken: .glyphNumber(60_000)) { subject in
        subject.glyphs.allSatisfy { shown in
          guard !shown.isInvisible, let program = subject.program(of: shown.descendant) else { return true }
          return shown.glyph.map { $0 < program.glyphCount } ?? false
        }
      },
      // Stricter: such a list of glyphs may not be there at all, since nothing here reads Type 1 programs.
      ProfileRule(
        "\(prefix).4.2-1",
        broken: .addedFont("/Subtype/Type1/BaseFont/ABCDEF+X/FontDescriptor<</CharSet(/A)>>", descriptor: "FontFile")
      ) { subject in
        subject.fonts.allSatisfy {
          !["Type1", "MMType1"].contains($0["Subtype"].name) || !$0["FontDescriptor"].has("CharSet")
        }
      },
      ProfileRule(
        "\(prefix).4.2-2",
        broken: .objects { file in
          let descriptor = file.objects.first { $0.has("FontFile2") }
          descriptor?.set("CIDSet", file.stream("<<>>", [0]))
        }
      ) { subject in
        subject.glyphs.allSatisfy { shown in
          guard let set = shown.descendant["FontDescriptor"]["CIDSet"].content else { return true }
          return shown.code / 8 < set.count && set[shown.code / 8] & (0x80 >> UInt8(shown.code % 8)) != 0
        }
      },
      ProfileRule("\(prefix).5-1", broken: .font("CIDFontType2") { $0.set("W", "[0 900 12]") }) { subject in
        subject.glyphs.allSatisfy { shown in
          guard !shown.isInvisible, let program = subject.program(of: shown.descendant), let glyph = shown.glyph,
            let width = program.width(of: glyph)
          else { return true }
          return abs(width - shown.widthInDictionary) <= 1
        }
      },
      ProfileRule("\(prefix).6-1", broken: .trueType(flags: 32, "")) { subject in
        subject.trueTypes.allSatisfy { font in
          guard !isSymbolic(font), let maps = subject.program(of: font)?.characterMaps else { return true }
          return maps.count > (maps.contains { $0 == (3, 0) } ? 1 : 0)
        }
      },
      ProfileRule("\(prefix).6-2", broken: .trueType(flags: 32, "/Encoding/StandardEncoding")) { subject in
        subject.trueTypes.allSatisfy { font in
          if isSymbolic(font) { return true }
          let encoding = font["Encoding"]
          return ["MacRomanEncoding", "WinAnsiEncoding"].contains(encoding.name ?? encoding["BaseEncoding"].name)
            && !encoding.has("Differences")
        }
      },
      ProfileRule("\(prefix).6-3", broken: .trueType(flags: 4, "/Encoding/WinAnsiEncoding")) { subject in
        subject.trueTypes.allSatisfy { !isSymbolic($0) || !$0.has("Encoding") }
      },
      ProfileRule("\(prefix).6-4", broken: .trueType(flags: 4, "")) { subject in
        subject.trueTypes.allSatisfy { font in
          guard isSymbolic(font), let maps = subject.program(of: font)?.characterMaps else { return true }
          return maps.count == 1 || maps.contains { $0 == (3, 0) }
        }
      },
      ProfileRule("\(prefix).8-1", broken: .glyphNumber(0)) { subject in
        subject.glyphs.allSatisfy { $0.glyph != 0 }
      },
    ]
  }

  static let fontDictionaryRules: [ProfileRule] = [
    ProfileRule("6.2.11.2-1", broken: .font("Type0") { $0.remove("Type") }) { subject in
      subject.fonts.allSatisfy { $0["Type"].name == "Font" }
    },
    ProfileRule("6.2.11.2-2", broken: .font("Type0") { $0.set("Subtype", "/Unknown") }) { subject in
      subject.fonts.allSatisfy {
        ["Type1", "MMType1", "TrueType", "Type3", "Type0", "CIDFontType0", "CIDFontType2"].contains($0["Subtype"].name)
      }
    },
    ProfileRule("6.2.11.2-3", broken: .font("Type0") { $0.remove("BaseFont") }) { subject in
      subject.fonts.allSatisfy { $0["Subtype"].name == "Type3" || $0["BaseFont"].name != nil }
    },
    ProfileRule("6.2.11.2-4", broken: .addedFont("/Subtype/TrueType/BaseFont/X/LastChar 9/Widths[]")) { subject in
      subject.simpleFonts.allSatisfy { $0.has("FirstChar") }
    },
    ProfileRule("6.2.11.2-5", broken: .addedFont("/Subtype/TrueType/BaseFont/X/FirstChar 9/Widths[]")) { subject in
      subject.simpleFonts.allSatisfy { $0.has("LastChar") }
    },
    ProfileRule(
      "6.2.11.2-6", broken: .addedFont("/Subtype/TrueType/BaseFont/X/FirstChar 1/LastChar 9/Widths[1 2]")
    ) { subject in
      subject.simpleFonts.allSatisfy { font in
        guard let first = font["FirstChar"].int, let last = font["LastChar"].int else { return true }
        return font["Widths"].count == last - first + 1
      }
    },
    ProfileRule(
      "6.2.11.2-7",
      broken: .objects { file in
        let descriptor = file.objects.first { $0.has("FontFile2") }
        descriptor?.set("FontFile3", file.stream("<</Subtype/Unknown>>", [0]))
      }
    ) { subject in
      subject.dictionaries.allSatisfy {
        !$0.has("FontFile3")
          || ["Type1C", "CIDFontType0C", "OpenType"].contains($0["FontFile3"]["Subtype"].name)
      }
    },
  ]

  /// ISO 14289-1, 7.21.7: what glyphs stand for.
  static let unicodeRules: [ProfileRule] = [
    ProfileRule("7.21.7-1", broken: .font("Type0") { $0["ToUnicode"].replace([]) }) { subject in
      subject.glyphs.allSatisfy { subject.unicode(of: $0)?.isEmpty == false }
    },
    ProfileRule(
      "7.21.7-2",
      broken: .font("Type0") { font in
        var map = font["ToUnicode"].content ?? []
        if let range = map.ranges(of: Array("<0001><".utf8)).first {
          map.insert(contentsOf: Array("FEFF".utf8), at: range.upperBound)
        }
        font["ToUnicode"].replace(map)
      }
    ) { subject in
      subject.glyphs.allSatisfy { shown in
        !(subject.unicode(of: shown) ?? []).contains { [0, 0xFFFE, 0xFEFF].contains($0) }
      }
    },
  ]

  private static func isEmbedded(_ font: PDFValue) -> Bool {
    ["FontFile", "FontFile2", "FontFile3"].contains { font["FontDescriptor"].has($0) }
  }

  private static func isSymbolic(_ font: PDFValue) -> Bool { (font["FontDescriptor"]["Flags"].int ?? 0) & 4 != 0 }

  /// ISO 32000-1, table 118.
  static let predefinedMaps = Set(
    """
    Identity-H Identity-V GB-EUC-H GB-EUC-V GBpc-EUC-H GBpc-EUC-V GBK-EUC-H GBK-EUC-V GBKp-EUC-H GBKp-EUC-V GBK2K-H GBK2K-V
    UniGB-UCS2-H UniGB-UCS2-V UniGB-UTF16-H UniGB-UTF16-V B5pc-H B5pc-V HKscs-B5-H HKscs-B5-V ETen-B5-H ETen-B5-V ETenms-B5-H
    ETenms-B5-V CNS-EUC-H CNS-EUC-V UniCNS-UCS2-H UniCNS-UCS2-V UniCNS-UTF16-H UniCNS-UTF16-V 83pv-RKSJ-H 90ms-RKSJ-H
    90ms-RKSJ-V 90msp-RKSJ-H 90msp-RKSJ-V 90pv-RKSJ-H Add-RKSJ-H Add-RKSJ-V EUC-H EUC-V Ext-RKSJ-H Ext-RKSJ-V H V UniJIS-UCS2-H
    UniJIS-UCS2-V UniJIS-UCS2-HW-H UniJIS-UCS2-HW-V UniJIS-UTF16-H UniJIS-UTF16-V KSC-EUC-H KSC-EUC-V KSCms-UHC-H KSCms-UHC-V
    KSCms-UHC-HW-H KSCms-UHC-HW-V KSCpc-EUC-H UniKS-UCS2-H UniKS-UCS2-V UniKS-UTF16-H UniKS-UTF16-V
    """.split(whereSeparator: \.isWhitespace).map(String.init))
}

extension PDFSubject {
  var simpleFonts: [PDFValue] { fonts.filter { ["Type1", "MMType1", "TrueType"].contains($0["Subtype"].name) } }
  var trueTypes: [PDFValue] { fonts.filter { $0["Subtype"].name == "TrueType" } }

  func program(of font: PDFValue) -> TrueTypeProgram? {
    font["FontDescriptor"]["FontFile2"].content.map(TrueTypeProgram.init)
  }

  /// The UTF-16 units that a code of a font stands for.
  func unicode(of shown: PDFShownGlyph) -> [UInt16]? {
    let map = unicodeMaps[shown.font.number] ?? unicodeMap(shown.font)
    unicodeMaps[shown.font.number] = map
    return map[shown.code]
  }

  /// From the blocks `beginbfchar` of its map: pairs of code and text.
  private func unicodeMap(_ font: PDFValue) -> [Int: [UInt16]] {
    var map: [Int: [UInt16]] = [:]
    var code: Int?
    var isInBlock = false
    for token in PDFToken.tokens(font["ToUnicode"].content ?? []) {
      if case .word(let word) = token { isInBlock = word == "beginbfchar" }
      guard isInBlock, let string = token.string else { continue }
      guard let known = code else {
        code = string.reduce(0) { $0 << 8 | Int($1) }
        continue
      }
      map[known] = stride(from: 0, to: string.count - 1, by: 2).map { UInt16(string[$0]) << 8 | UInt16(string[$0 + 1]) }
      code = nil
    }
    return map
  }
}

extension Breaking {
  /// Changes the first font of a kind.
  static func font(_ subtype: String, _ change: @escaping @Sendable (PDFValue) -> Void) -> Breaking {
    .objects { file in if let font = file.objects.first(where: { $0["Subtype"].name == subtype }) { change(font) } }
  }

  static func descriptor(_ change: @escaping @Sendable (PDFValue) -> Void) -> Breaking {
    .objects { file in if let descriptor = file.objects.first(where: { $0.has("FontFile2") }) { change(descriptor) } }
  }

  /// Lets every code of the first font show this glyph.
  static func glyphNumber(_ glyph: UInt16) -> Breaking {
    .font("CIDFontType2") { font in
      let count = (font["CIDToGIDMap"].content ?? []).count / 2
      font["CIDToGIDMap"].replace(
        (0..<count).flatMap { _ in [UInt8(glyph >> 8), UInt8(glyph & 255)] })
    }
  }

  static func addedFont(_ entries: String, descriptor: String? = nil) -> Breaking {
    .objects { file in
      let font = file.parse("<</Type/Font\(entries)>>")
      if let descriptor { font["FontDescriptor"].set(descriptor, file.stream("<<>>", [0])) }
      file.pages[0]["Resources"]["Font"].set("Spoilt", font)
    }
  }

  /// A simple font over the program of the first one, which has no character map.
  static func trueType(flags: Int, _ entries: String) -> Breaking {
    .objects { file in
      let font = file.parse(
        "<</Type/Font/Subtype/TrueType/BaseFont/X/FirstChar 0/LastChar 0/Widths[0]/FontDescriptor<</Flags \(flags)>>\(entries)>>"
      )
      if let program = file.objects.first(where: { $0.has("FontFile2") })?["FontFile2"] {
        font["FontDescriptor"].set("FontFile2", program)
      }
      file.pages[0]["Resources"]["Font"].set("Spoilt", font)
    }
  }
}
