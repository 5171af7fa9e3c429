internal import CQREncode
import Reporting

/// Requisite 31 of ГОСТ Р 7.0.97-2025: a QR code that says which document this is, so that a paper copy leads to the
/// registered file. It holds the kind of document, its number and date once it is registered, and the document's
/// identifier, a line each in UTF-8; nothing personal, and nothing that needs a network.
struct DocumentCode {
  let lines: [String]
  /// Rows of modules, true is dark.
  let modules: [[Bool]]

  /// Nil where the standard has no such requisite and where there is nothing to tell a document by.
  init?(_ properties: DocumentProperties, _ identifier: String, _ blocks: [Block]) throws(PDFRenderingError) {
    let head = blocks.lazy.compactMap { block -> DocumentHead? in
      if case .head(let head) = block { head } else { nil }
    }.first
    let number = head?.number.map { number in
      "№ \(number)" + (head?.date.map { " от \($0.russian)" } ?? "")
    }
    guard properties.standard == .gost2025, number != nil || !identifier.isEmpty else { return nil }
    lines = [head?.kind ?? properties.title, number ?? "", identifier]
      .map(\.withoutControlCharacters).filter { !$0.isEmpty }
    modules = try DocumentCode.modules(of: lines.joined(separator: "\n"))
  }

  /// Medium error correction: a fold or a stamp may cover 15 % of it.
  private static func modules(of text: String) throws(PDFRenderingError) -> [[Bool]] {
    let bytes = Array(text.utf8)
    guard let input = QRinput_new2(0, QR_ECLEVEL_M) else { throw .library(reason: "libqrencode: QRinput_new2") }
    defer { QRinput_free(input) }
    // Readers guess the encoding of bytes unless it is named: 26 is UTF-8.
    guard QRinput_appendECIheader(input, 26) == 0, QRinput_append(input, QR_MODE_8, Int32(bytes.count), bytes) == 0,
      let code = QRcode_encodeInput(input)
    else { throw .library(reason: "libqrencode: QRcode_encodeInput") }
    defer { QRcode_free(code) }
    let width = Int(code.pointee.width)
    guard width > 0, let data = code.pointee.data else { throw .library(reason: "libqrencode: QRcode_encodeInput") }
    // The lowest bit of a byte is the module.
    return (0..<width).map { row in (0..<width).map { data[row * width + $0] & 1 == 1 } }
  }
}
