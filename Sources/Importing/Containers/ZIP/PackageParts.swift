import Journal

/// The parts of a document that is a ZIP: Office Open XML (ECMA-376-2) or OpenDocument (ODF 1.3, part 2).
struct PackageParts {
  private let archive: ZipReader
  /// By name in lower case: part names do not tell case apart.
  private let parts: [String: ZipEntry]

  init(_ archive: ZipReader) throws {
    self.archive = archive
    var parts: [String: ZipEntry] = [:]
    for entry in archive.entries {
      guard parts.updateValue(entry, forKey: entry.name.lowercased()) == nil else {
        throw ImportProblem(
          "часть «\(entry.name)» есть в книге дважды: неясно, какой верить",
          hint: "Сохраните книгу ещё раз в Excel или LibreOffice и загрузите её.")
      }
    }
    self.parts = parts
  }

  func has(_ part: String) -> Bool { parts[part.lowercased()] != nil }

  /// Throws `ImportProblem` that names the part when it is missing or damaged, and what the handler throws.
  func parse(_ part: String, _ handler: inout some XMLHandler) throws {
    guard let entry = parts[part.lowercased()] else {
      throw ImportProblem(
        "в книге нет части «\(part)»", hint: "Файл повреждён: скачайте его заново или сохраните ещё раз в Excel.")
    }
    let bytes = ReadAhead(try archive.open(entry))
    defer { bytes.close() }
    try XMLStreamParser.parse("часть «\(part)»", &handler) { try bytes.read($0) }
  }
}
