import Journal

/// The parts of an Office Open XML package (ECMA-376-2) and how they point at each other.
struct XLSXPackage {
  struct Relation {
    var id: String
    /// The end of the type's address, such as `worksheet`: transitional and strict files have the same ends.
    var type: String
    /// The part it points at, from the package's root.
    var part: String
  }

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
  func parse(_ part: String, _ handler: any XMLHandler) throws {
    guard let entry = parts[part.lowercased()] else {
      throw ImportProblem(
        "в книге нет части «\(part)»", hint: "Файл повреждён: скачайте его заново или сохраните ещё раз в Excel.")
    }
    let bytes = try archive.open(entry)
    try XMLStreamParser.parse("часть «\(part)»", handler) { try bytes.read($0) }
  }

  /// What a part points at inside the package; `""` asks for the package itself. Empty when it has no relations.
  func relations(of part: String) throws -> [Relation] {
    var folders = part.split(separator: "/").map(String.init)
    let name = folders.popLast() ?? ""
    let relations = (folders + ["_rels", name + ".rels"]).joined(separator: "/")
    guard has(relations) else { return [] }
    let handler = RelationsHandler(folders: folders)
    try parse(relations, handler)
    return handler.relations
  }
}

private final class RelationsHandler: XMLHandler {
  private let folders: [String]
  var relations: [XLSXPackage.Relation] = []

  init(folders: [String]) {
    self.folders = folders
  }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    guard name == "Relationship", attributes.string("TargetMode") != "External",
      let id = attributes.string("Id"), let type = attributes.string("Type"),
      let target = attributes.string("Target")
    else { return }
    relations.append(
      XLSXPackage.Relation(
        id: id, type: type.split(separator: "/").last.map(String.init) ?? type, part: resolved(target)))
  }

  func end(_ name: XMLName) throws {}
  func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

  /// `/xl/a.xml` counts from the root, `a.xml` and `../a.xml` from the part's folder.
  private func resolved(_ target: String) -> String {
    var path = target.hasPrefix("/") ? [] : folders
    for step in target.split(whereSeparator: { $0 == "/" || $0 == "\\" }) {
      switch step {
      case ".": continue
      case "..": path = path.dropLast()
      default: path.append(String(step))
      }
    }
    return path.joined(separator: "/")
  }
}
