import Archive
import FoundationEssentials

/// What a bundle holds beside the reports: the index page and the list of digests that `sha256sum -c` reads.
struct BundleFolder {
  static let index = "index.html"
  static let sums = "SHA256SUMS"

  /// Without a slash at the end.
  let path: String

  static func sums(_ files: [(path: String, digest: String)]) -> [UInt8] {
    Array(files.map { "\($0.digest)  \($0.path)\n" }.joined().utf8)
  }

  /// Takes away what the bundle was made of, so that nobody's slip of an earlier making stays in it. What somebody put there
  /// stays; what somebody changed is laid aside under the names that this gives.
  func clear() throws -> [String] {
    let list = FileManager.default.contents(atPath: "\(path)/\(Self.sums)") ?? Data()
    var folders: Set<String> = []
    var laidAside: [String] = []
    for line in String(decoding: list, as: UTF8.self).split(separator: "\n") where line.count > 66 {
      let file = "\(path)/\(line.dropFirst(66))"
      guard !file.contains("/../"), let digest = try? Digest(ofFile: file) else { continue }
      guard digest.sha256 == String(line.prefix(64)) else {
        let name = aside(file)
        try FileManager.default.moveItem(atPath: file, toPath: name)
        laidAside.append(name)
        continue
      }
      try FileManager.default.removeItem(atPath: file)
      folders.insert(StoreLocation.parent(of: file))
    }
    folders.formUnion(folders.map(StoreLocation.parent))
    // The deepest first.
    for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) where folder.hasPrefix("\(path)/") {
      guard try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty else { continue }
      try FileManager.default.removeItem(atPath: folder)
    }
    return laidAside
  }

  /// «control-2025-09-15 (исправлено 1).xlsx», the first that is free.
  private func aside(_ file: String) -> String {
    let dot = file.lastIndex(of: ".") ?? file.endIndex
    var number = 1
    func name() -> String { "\(file[..<dot]) (исправлено \(number))\(file[dot...])" }
    while FileManager.default.fileExists(atPath: name()) { number += 1 }
    return name()
  }
}
