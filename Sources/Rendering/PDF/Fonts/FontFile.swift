internal import CPangoCairo

/// A TrueType file: owns HarfBuzz's face and its font, which measures in thousandths of an em.
final class FontFile {
  struct Glyph {
    var id: UInt32
    /// Where the text it stands for begins, in bytes.
    var cluster: Int
    var advance: Double
    var xOffset: Double
    var yOffset: Double
  }

  let postScriptName: String
  private let face: OpaquePointer
  private let font: OpaquePointer
  private let scale: Double

  init(path: String) throws(PDFRenderingError) {
    guard let blob = hb_blob_create_from_file_or_fail(path) else { throw .missingFont(path: path) }
    defer { hb_blob_destroy(blob) }
    // HarfBuzz gives its empty objects, never null, when memory is out.
    face = hb_face_create(blob, 0)
    font = hb_font_create(face)
    scale = 1000 / Double(hb_face_get_upem(face))
    var length: UInt32 = 64
    var name = [CChar](repeating: 0, count: Int(length))
    hb_ot_name_get_utf8(face, hb_ot_name_id_t(HB_OT_NAME_ID_POSTSCRIPT_NAME), nil, &length, &name)
    postScriptName = String(decoding: name.prefix(Int(length)).map(UInt8.init(bitPattern:)), as: UTF8.self)
    guard hb_face_get_glyph_count(face) > 0, !postScriptName.isEmpty else { throw .missingFont(path: path) }
  }

  deinit {
    hb_font_destroy(font)
    hb_face_destroy(face)
  }

  func has(_ scalar: Unicode.Scalar) -> Bool {
    var glyph: UInt32 = 0
    return hb_font_get_nominal_glyph(font, scalar.value, &glyph) != 0 && glyph != 0
  }

  func advance(of glyph: UInt32) -> Double { Double(hb_font_get_glyph_h_advance(font, glyph)) * scale }

  /// Glyphs for a text of one direction, left to right, with the font's kerning and ligatures.
  func shape(_ text: UnsafeBufferPointer<UInt8>) -> [Glyph] {
    let buffer = hb_buffer_create()
    defer { hb_buffer_destroy(buffer) }
    text.withMemoryRebound(to: CChar.self) { bytes in
      hb_buffer_add_utf8(buffer, bytes.baseAddress, Int32(bytes.count), 0, Int32(bytes.count))
    }
    hb_buffer_set_direction(buffer, HB_DIRECTION_LTR)
    // HarfBuzz would otherwise take the language from the environment.
    hb_buffer_set_language(buffer, hb_language_from_string("ru", 2))
    hb_buffer_guess_segment_properties(buffer)
    hb_shape(font, buffer, nil, 0)
    var count: UInt32 = 0
    guard let infos = hb_buffer_get_glyph_infos(buffer, &count),
      let positions = hb_buffer_get_glyph_positions(buffer, &count)
    else { return [] }
    return (0..<Int(count)).map { index in
      let position = positions[index]
      return Glyph(
        id: infos[index].codepoint, cluster: Int(infos[index].cluster), advance: Double(position.x_advance) * scale,
        xOffset: Double(position.x_offset) * scale, yOffset: Double(position.y_offset) * scale)
    }
  }

  /// The file with the outlines of these glyphs and no others, under their old numbers.
  func subset(_ glyphs: [UInt32]) throws(PDFRenderingError) -> [UInt8] {
    guard let input = hb_subset_input_create_or_fail() else { throw .library(reason: "harfbuzz: hb_subset_input") }
    defer { hb_subset_input_destroy(input) }
    hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS.rawValue | HB_SUBSET_FLAGS_NO_HINTING.rawValue)
    let set = hb_subset_input_glyph_set(input)
    for glyph in glyphs { hb_set_add(set, glyph) }
    // A PDF page names glyphs by number and keeps its own table of their texts.
    let dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG)
    for tag in ["GSUB", "GPOS", "GDEF", "kern", "name", "post", "OS/2", "cmap", "gasp", "VDMX", "hdmx", "LTSH", "DSIG"]
    {
      hb_set_add(dropped, hb_tag_from_string(tag, 4))
    }
    guard let subset = hb_subset_or_fail(face, input) else { throw .library(reason: "harfbuzz: hb_subset") }
    defer { hb_face_destroy(subset) }
    let blob = hb_face_reference_blob(subset)
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let bytes = hb_blob_get_data(blob, &length), length > 0 else {
      throw .library(reason: "harfbuzz: hb_blob_get_data")
    }
    return bytes.withMemoryRebound(to: UInt8.self, capacity: Int(length)) {
      [UInt8](UnsafeBufferPointer(start: $0, count: Int(length)))
    }
  }

  /// Zero where the font does not say.
  func metric(_ tag: hb_ot_metrics_tag_t) -> Double {
    var value: hb_position_t = 0
    return hb_ot_metrics_get_position(font, tag, &value) != 0 ? Double(value) * scale : 0
  }

  /// Left, bottom, right, top of the box that holds every glyph, from the table `head`.
  var bounds: [Double] {
    let blob = hb_face_reference_table(face, hb_tag_from_string("head", 4))
    defer { hb_blob_destroy(blob) }
    var length: UInt32 = 0
    guard let bytes = hb_blob_get_data(blob, &length), length >= 44 else { return [0, 0, 1000, 1000] }
    return [36, 38, 40, 42].map { offset in
      let (high, low) = (UInt8(bitPattern: bytes[offset]), UInt8(bitPattern: bytes[offset + 1]))
      return Double(Int16(bitPattern: UInt16(high) << 8 | UInt16(low))) * scale
    }
  }
}
