extension FileKind {
  /// Looks at the bytes; of a ZIP, at its entries too. A damaged ZIP is still a ZIP: its reader tells what is wrong.
  public init(of file: FileBytes) {
    self = file.withUnsafeBytes { bytes in
      FileKind.bySignature(bytes) ?? FileKind.byText(bytes)
    }
    guard self == .zip, let archive = try? ZipReader(file, budget: ZipBudget(part: 4096)) else { return }
    self = FileKind.ofArchive(archive)
  }

  private static func bySignature(_ bytes: UnsafeRawBufferPointer) -> FileKind? {
    let signatures: [([UInt8], FileKind)] = [
      ([0x50, 0x4B, 0x03, 0x04], .zip), ([0x50, 0x4B, 0x05, 0x06], .zip),
      (Array("%PDF-".utf8), .pdf),
      ([0x1F, 0x8B], .gzip),
      (Array("Rar!".utf8) + [0x1A, 0x07], .rar),
      ([0x37, 0x7A, 0xBC, 0xAF, 0x27, 0x1C], .sevenZip),
      ([0x89] + Array("PNG".utf8), .image), ([0xFF, 0xD8, 0xFF], .image), (Array("GIF8".utf8), .image),
      (Array("{\\rtf".utf8), .officeDocument),
    ]
    if let found = signatures.first(where: { bytes.starts(with: $0.0) }) { return found.1 }
    return bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) ? ofCompoundFile(bytes) : nil
  }

  /// OLE2 names its streams in UTF-16; the names are looked for anywhere in the file, which is enough to name the kind.
  private static func ofCompoundFile(_ bytes: UnsafeRawBufferPointer) -> FileKind {
    if holds(bytes, stream: "EncryptedPackage") { return .encryptedOffice }
    // Names do not tell case apart, and some writers use capitals.
    if ["Workbook", "WORKBOOK", "Book", "BOOK"].contains(where: { holds(bytes, stream: $0) }) { return .xls }
    return holds(bytes, stream: "WordDocument") || holds(bytes, stream: "PowerPoint Document")
      ? .officeDocument : .binary
  }

  /// Directory entries take 128 bytes each and stand on that grid (MS-CFB 2.6.1).
  private static func holds(_ bytes: UnsafeRawBufferPointer, stream: String) -> Bool {
    let name = (stream + "\0").utf16.reduce(into: [UInt8]()) { $0 += [UInt8($1 & 255), UInt8($1 >> 8)] }
    return stride(from: 0, to: bytes.count - name.count, by: 128).contains { bytes[$0...].starts(with: name) }
  }

  private static func ofArchive(_ archive: ZipReader) -> FileKind {
    let names = Set(archive.entries.map { $0.name.lowercased() })
    if names.contains("xl/workbook.xml") { return .xlsx }
    if names.contains("xl/workbook.bin") { return .xlsb }
    if let entry = archive.entries.first(where: { $0.name == "mimetype" }), let type = try? archive.read(entry) {
      let text = type.withUnsafeBytes { String(decoding: $0.prefix(80), as: UTF8.self) }
      if text.hasPrefix("application/vnd.oasis.opendocument.spreadsheet") { return .ods }
      if text.hasPrefix("application/vnd.oasis.opendocument.") { return .officeDocument }
    }
    guard names.contains("[content_types].xml") else { return .zip }
    let foreign = names.contains("word/document.xml") || names.contains("ppt/presentation.xml")
    return foreign ? .officeDocument : .xlsx
  }

  private static func byText(_ bytes: UnsafeRawBufferPointer) -> FileKind {
    let body = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes[3...] : bytes[...]
    let text = body.drop { $0 == 32 || (9...13).contains($0) }
    guard let first = text.first else { return .empty }
    let head = String(decoding: text.prefix(1024), as: UTF8.self).lowercased()
    if first == UInt8(ascii: "<") {
      if head.contains("urn:schemas-microsoft-com:office:spreadsheet"), !head.contains("<html") {
        return .spreadsheetML
      }
      if head.hasPrefix("<?xml") { return head.contains("<html") || head.contains("<!doctype html") ? .html : .xml }
      let tags = ["<!doctype html", "<html", "<head", "<body", "<meta", "<table", "<style", "<div", "<!--"]
      if tags.contains(where: head.hasPrefix) || head.contains("<table") { return .html }
    }
    if isJSON(first, text) { return .json }
    let isUTF16 = bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
    // Text has no control characters but tabs and line ends; a few may be dirt, which the reader names by row.
    let controls = text.prefix(4096).count { $0 < 9 || (14..<32).contains($0) }
    return isUTF16 || controls * 100 <= min(text.count, 4096) ? .text : .binary
  }

  /// A text that is cut off, or has something after its end, is JSON too: its reader tells what is wrong.
  private static func isJSON(_ first: UInt8, _ text: Slice<UnsafeRawBufferPointer>) -> Bool {
    guard first == UInt8(ascii: "{") || first == UInt8(ascii: "[") else { return false }
    let last = text.last { $0 > 32 }
    if last == (first == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: "]")) { return true }
    let second = text.dropFirst().first { $0 > 32 }
    return second == (first == UInt8(ascii: "{") ? UInt8(ascii: "\"") : UInt8(ascii: "{"))
  }
}
