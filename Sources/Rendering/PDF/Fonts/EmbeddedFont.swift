/// A font as a document uses it: every glyph that is drawn gets a code for the text it stands for, so that text taken out
/// of the file is the text that was put in, though «А» and «A» are one glyph.
final class EmbeddedFont {
  private struct Key: Hashable {
    var glyph: UInt32
    var first: Unicode.Scalar?
    /// Of a ligature.
    var rest = ""
  }

  let file: FontFile
  private var codes: [Key: UInt16] = [:]
  /// By code; code 0 is the glyph of a missing character and never drawn.
  private(set) var glyphs: [UInt32] = [0]
  private(set) var texts: [String] = [""]
  private(set) var advances: [Double]
  private var words = TextTable<ShapedWord>()

  private(set) lazy var space = ShapedWord(" ", in: self)

  init(file: FontFile) {
    self.file = file
    advances = [file.advance(of: 0)]
  }

  var isUsed: Bool { glyphs.count > 1 }

  func code(_ glyph: UInt32, for text: Substring.UnicodeScalarView) -> UInt16 {
    var key = Key(glyph: glyph, first: text.first)
    let rest = text.dropFirst()
    if !rest.isEmpty { key.rest = String(Substring(rest)) }
    if let code = codes[key] { return code }
    let code = UInt16(truncatingIfNeeded: glyphs.count)
    codes[key] = code
    glyphs.append(glyph)
    texts.append(String(Substring(text)))
    advances.append(file.advance(of: glyph))
    return code
  }

  /// A word shaped once; the same at every size.
  func word(_ text: UnsafeBufferPointer<UInt8>) -> ShapedWord {
    if let known = words.find(text) { return known }
    let word = ShapedWord(String(decoding: text, as: UTF8.self), in: self)
    words.insert(text, word)
    return word
  }
}
