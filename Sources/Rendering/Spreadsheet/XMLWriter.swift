import CLibXML2

/// libxml2's text writer over a memory buffer; owns both.
///
/// Every return code is checked. The first failure is kept, later calls do nothing, and `finish()` throws it: so the
/// code that writes a sheet reads like the sheet.
final class XMLWriter {
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr
  private var open: [String] = []
  private var failed: String?

  init() throws(SpreadsheetError) {
    guard let buffer = xmlBufferCreate() else { throw .xml(element: "") }
    guard let writer = xmlNewTextWriterMemory(buffer, 0) else {
      xmlBufferFree(buffer)
      throw .xml(element: "")
    }
    xmlBufferSetAllocationScheme(buffer, XML_BUFFER_ALLOC_DOUBLEIT)
    self.buffer = buffer
    self.writer = writer
    check(xmlTextWriterStartDocument(writer, "1.0", "UTF-8", "yes"))
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(buffer)
  }

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

  /// The whole document. Nothing may be written after it.
  func finish() throws(SpreadsheetError) -> [UInt8] {
    call { xmlTextWriterEndDocument(writer) }
    call { xmlTextWriterFlush(writer) }
    if let failed { throw .xml(element: failed) }
    return Array(UnsafeBufferPointer(start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer))))
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
