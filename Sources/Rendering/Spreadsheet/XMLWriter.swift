import CLibXML2

/// libxml2's text writer over an output that takes the bytes as they come; owns both.
///
/// Every return code is checked. The first failure is kept, later calls do nothing, and `finish()` throws it: so the
/// code that writes a sheet reads like the sheet.
final class XMLWriter {
  /// Takes bytes; false refuses them.
  typealias Output = (UnsafeRawBufferPointer) -> Bool

  private final class Box {
    let output: Output
    init(_ output: @escaping Output) { self.output = output }
  }

  private let box: Box
  private let writer: xmlTextWriterPtr
  private var open: [String] = []
  private var failed: String?

  init(to output: @escaping Output) throws(SpreadsheetError) {
    box = Box(output)
    let buffer = xmlOutputBufferCreateIO(
      { context, bytes, count in
        guard let context, let bytes else { return count == 0 ? 0 : -1 }
        let box = Unmanaged<Box>.fromOpaque(context).takeUnretainedValue()
        return box.output(UnsafeRawBufferPointer(start: bytes, count: Int(count))) ? count : -1
      }, nil, Unmanaged.passUnretained(box).toOpaque(), nil)
    guard let buffer else { throw .xml(element: "") }
    guard let writer = xmlNewTextWriter(buffer) else {
      xmlOutputBufferClose(buffer)
      throw .xml(element: "")
    }
    self.writer = writer
    // Not xmlTextWriterStartDocument: told an encoding, libxml2 would convert UTF-8 to UTF-8.
    check(xmlTextWriterWriteRaw(writer, "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n"))
  }

  deinit { xmlFreeTextWriter(writer) }

  /// A whole small part.
  static func bytes(_ content: (XMLWriter) -> Void) throws(SpreadsheetError) -> [UInt8] {
    var bytes: [UInt8] = []
    let xml = try XMLWriter {
      bytes.append(contentsOf: $0)
      return true
    }
    content(xml)
    try xml.finish()
    return bytes
  }

  /// No more is taken: a long part can stop.
  var hasFailed: Bool { failed != nil }

  /// An element with its attributes and what `content` writes into it. Attributes without a value are left out.
  func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], content: () -> Void = {}) {
    open.append(name)
    call { xmlTextWriterStartElement(writer, name) }
    for (name, value) in attributes {
      guard let value else { continue }
      let legal = value.xmlLegal
      call { xmlTextWriterWriteAttribute(writer, name, legal) }
    }
    content()
    call { xmlTextWriterEndElement(writer) }
    open.removeLast()
  }

  func element(_ name: String, _ attributes: KeyValuePairs<String, String?> = [:], text: String) {
    element(name, attributes) { self.text(text) }
  }

  /// Characters that XML forbids are written as U+FFFD.
  func text(_ text: String) {
    guard !text.isEmpty else { return }
    let legal = text.xmlLegal
    call { xmlTextWriterWriteString(writer, legal) }
  }

  /// Elements that are spelled already; the buffer is empty then.
  func elements(_ buffer: ByteBuffer) {
    call { xmlTextWriterWriteRawLen(writer, buffer.bytes.baseAddress, Int32(buffer.count)) }
    buffer.removeAll()
  }

  /// Nothing may be written after it.
  func finish() throws(SpreadsheetError) {
    call { xmlTextWriterEndDocument(writer) }
    call { xmlTextWriterFlush(writer) }
    if let failed { throw .xml(element: failed) }
  }

  private func call(_ body: () -> Int32) {
    if failed == nil { check(body()) }
  }

  private func check(_ code: Int32) {
    if code < 0 { failed = open.last ?? "" }
  }
}

extension String {
  /// The text with every character that XML 1.0 cannot carry (control characters but tab and line breaks, U+FFFE,
  /// U+FFFF) shown as U+FFFD, and line breaks of every kind as `\n`.
  var xmlLegal: String {
    var text = self
    let isPlain = text.withUTF8 { bytes in
      // U+FFFE and U+FFFF start with EF BF, as do harmless full-width forms: those go the slow way too.
      bytes.allSatisfy { ($0 >= 0x20 && $0 != 0xEF) || $0 == 0x09 || $0 == 0x0A }
    }
    if isPlain { return text }
    var legal = String.UnicodeScalarView()
    var afterReturn = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x0D: legal.append("\n")
      case 0x0A where afterReturn: break
      case 0x09, 0x0A, 0x20..<0xFFFE, 0x10000...: legal.append(scalar)
      default: legal.append("\u{FFFD}")
      }
      afterReturn = scalar.value == 0x0D
    }
    return String(legal)
  }
}
