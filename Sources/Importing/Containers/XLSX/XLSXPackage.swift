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

  private let parts: PackageParts

  init(_ archive: ZipReader) throws {
    parts = try PackageParts(archive)
  }

  func has(_ part: String) -> Bool { parts.has(part) }

  /// Throws as `PackageParts.parse` does.
  func parse(_ part: String, _ handler: inout some XMLHandler) throws { try parts.parse(part, &handler) }

  /// What a part points at inside the package; `""` asks for the package itself. Empty when it has no relations.
  func relations(of part: String) throws -> [Relation] {
    var folders = part.split(separator: "/").map(String.init)
    let name = folders.popLast() ?? ""
    let relations = (folders + ["_rels", name + ".rels"]).joined(separator: "/")
    guard has(relations) else { return [] }
    var handler = RelationsHandler(folders: folders)
    try parse(relations, &handler)
    return handler.relations
  }
}

private struct RelationsHandler: XMLHandler {
  private let folders: [String]
  var relations: [XLSXPackage.Relation] = []

  init(folders: [String]) {
    self.folders = folders
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    guard name == "Relationship", attributes.string("TargetMode") != "External",
      let id = attributes.string("Id"), let type = attributes.string("Type"),
      let target = attributes.string("Target")
    else { return }
    relations.append(
      XLSXPackage.Relation(
        id: id, type: type.split(separator: "/").last.map(String.init) ?? type, part: resolved(target)))
  }

  mutating func end(_ name: XMLName) throws {}
  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {}

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
