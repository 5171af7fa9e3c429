internal import CPangoCairo

extension EmbeddedFont {
  /// Writes the font with the glyphs that were drawn: a composite font whose codes are two bytes long, whose widths are
  /// those of the font file and whose texts are all known.
  func write(to objects: inout PDFObjects) throws(PDFRenderingError) -> PDFReference {
    let subset = try file.subset(glyphs)
    let name = tag(of: subset) + "+" + file.postScriptName
    var entries = PDFBytes("/Length1 ")
    entries.append(subset.count)
    let program = try objects.add(stream: subset, entries)

    var map = PDFBytes()
    for glyph in glyphs { map.append([UInt8(truncatingIfNeeded: glyph >> 8), UInt8(truncatingIfNeeded: glyph)]) }
    let codesToGlyphs = try objects.add(stream: map.bytes, PDFBytes())
    let descriptor = try objects.add(descriptor(name, program: program))

    var object = PDFBytes("<</Type/Font/Subtype/CIDFontType2/BaseFont")
    object.append(name: name)
    object.append("/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor ")
    object.append(descriptor)
    object.append("/CIDToGIDMap ")
    object.append(codesToGlyphs)
    object.append("/DW 1000/W[0[")
    for advance in advances { object.append(numbers: advance) }
    object.append("]]>>")
    let descendant = try objects.add(object)

    let unicode = try objects.add(stream: unicodeMap.bytes, PDFBytes())
    object = PDFBytes("<</Type/Font/Subtype/Type0/BaseFont")
    object.append(name: name)
    object.append("/Encoding/Identity-H/DescendantFonts[")
    object.append(descendant)
    object.append("]/ToUnicode ")
    object.append(unicode)
    object.append(">>")
    return try objects.add(object)
  }

  /// Six capital letters that tell subsets of a font apart, from the subset's digest.
  private func tag(of subset: [UInt8]) -> String {
    String(decoding: SHA256.digest(of: subset).prefix(6).map { UInt8(ascii: "A") + $0 % 26 }, as: UTF8.self)
  }

  private func descriptor(_ name: String, program: PDFReference) -> PDFBytes {
    // Symbolic: its characters are not those of the Latin alphabet alone.
    var object = PDFBytes("<</Type/FontDescriptor/Flags 4/FontName")
    object.append(name: name)
    object.append("/FontBBox[")
    for number in file.bounds { object.append(numbers: number) }
    object.append("]/ItalicAngle 0/Ascent ")
    object.append(file.metric(HB_OT_METRICS_TAG_HORIZONTAL_ASCENDER))
    object.append("/Descent ")
    object.append(file.metric(HB_OT_METRICS_TAG_HORIZONTAL_DESCENDER))
    object.append("/CapHeight ")
    object.append(file.metric(HB_OT_METRICS_TAG_CAP_HEIGHT))
    // The file does not tell the width of its stems; readers only guess a substitute by it.
    object.append("/StemV ")
    object.append(file.postScriptName.hasSuffix("Bold") ? 140 : 80)
    object.append("/FontFile2 ")
    object.append(program)
    object.append(">>")
    return object
  }

  /// The texts of the codes, at most a hundred in a block (Adobe Technical Note 5014).
  private var unicodeMap: PDFBytes {
    var map = PDFBytes(
      """
      /CIDInit/ProcSet findresource begin
      12 dict begin
      begincmap
      /CIDSystemInfo<</Registry(Adobe)/Ordering(UCS)/Supplement 0>>def
      /CMapName/Adobe-Identity-UCS def
      /CMapType 2 def
      1 begincodespacerange
      <0000><FFFF>
      endcodespacerange

      """)
    for start in stride(from: 1, to: texts.count, by: 100) {
      let block = start..<min(start + 100, texts.count)
      map.append(block.count)
      map.append(" beginbfchar\n")
      for code in block {
        map.append("<")
        map.append(hex: UInt16(truncatingIfNeeded: code))
        map.append("><")
        for unit in texts[code].utf16 { map.append(hex: unit) }
        map.append(">\n")
      }
      map.append("endbfchar\n")
    }
    map.append("endcmap\nCMapName currentdict/CMap defineresource pop\nend\nend\n")
    return map
  }
}
