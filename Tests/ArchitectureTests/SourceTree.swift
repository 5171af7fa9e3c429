import Foundation

/// The files of the package, by paths from its root.
enum SourceTree {
  static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  struct File {
    let path: String
    let text: String
  }

  /// - Parameter extensions: without the dot.
  static func files(under folder: String, extensions: Set<String>) throws -> [File] {
    try FileManager.default.subpathsOfDirectory(atPath: root.appendingPathComponent(folder).path).sorted()
      .filter { extensions.contains(($0 as NSString).pathExtension) }
      .map { path in
        let data = try Data(contentsOf: root.appendingPathComponent(folder).appendingPathComponent(path))
        return File(path: "\(folder)/\(path)", text: String(decoding: data, as: UTF8.self))
      }
  }

  /// The folders directly under `Sources`.
  static func modules() throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: root.appendingPathComponent("Sources").path).sorted()
      .filter { name in
        var isFolder: ObjCBool = false
        let path = root.appendingPathComponent("Sources/\(name)").path
        return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder.boolValue
      }
  }
}
