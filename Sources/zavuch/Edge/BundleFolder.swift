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

  /// Takes away what the bundle was made of, so that nobody's slip of an earlier making stays in it. What somebody changed
  /// or put there stays.
  func clear() throws {
    let list = FileManager.default.contents(atPath: "\(path)/\(Self.sums)") ?? Data()
    var folders: Set<String> = []
    for line in String(decoding: list, as: UTF8.self).split(separator: "\n") where line.count > 66 {
      let file = "\(path)/\(line.dropFirst(66))"
      guard !file.contains("/../"), (try? Digest(ofFile: file))?.sha256 == String(line.prefix(64)) else { continue }
      try FileManager.default.removeItem(atPath: file)
      folders.insert(StoreLocation.parent(of: file))
    }
    folders.formUnion(folders.map(StoreLocation.parent))
    // The deepest first.
    for folder in folders.sorted(by: { $0.utf8.count > $1.utf8.count }) where folder.hasPrefix("\(path)/") {
      guard try FileManager.default.contentsOfDirectory(atPath: folder).isEmpty else { continue }
      try FileManager.default.removeItem(atPath: folder)
    }
  }
}
