import FoundationEssentials
import Importing

/// Exports of real journals, read where `ZAVUCH_REAL_EXPORTS` names their folder; they are not part of the repository.
enum RealExports {
  static var folder: String? { ProcessInfo.processInfo.environment["ZAVUCH_REAL_EXPORTS"] }
  static var areThere: Bool { folder != nil }

  static func path(_ name: String) -> String { (folder ?? "") + "/" + name }

  static func file(_ name: String) throws -> FileBytes { try FileBytes(path: path(name)) }
}
