import FoundationEssentials

/// Names of the machine's time zone database.
enum TimeZoneName {
  private static let database = "/usr/share/zoneinfo"

  /// On a machine without the database every name of the right form passes.
  static func isKnown(_ name: String) -> Bool {
    let parts = name.split(separator: "/", omittingEmptySubsequences: false)
    let isName = parts.allSatisfy { part in
      part.utf8.first.map { UInt8(ascii: "A")...UInt8(ascii: "Z") ~= $0 || UInt8(ascii: "a")...UInt8(ascii: "z") ~= $0 }
        == true && part.utf8.allSatisfy { $0 > 32 && $0 < 127 && $0 != UInt8(ascii: ".") }
    }
    guard isName else { return false }
    guard StoreLocation.isFolder(database) else { return true }
    return FileManager.default.contents(atPath: "\(database)/\(name)")?.starts(with: "TZif".utf8) == true
  }
}
