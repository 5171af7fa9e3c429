import CommandLineInterface
import FoundationEssentials

/// Writes a made file under its final name only when it is whole.
enum ReportFiles {
  static func exists(_ path: String) -> Bool { FileManager.default.fileExists(atPath: path) }

  static func write(_ bytes: [UInt8], to path: String) throws {
    do {
      let folder = StoreLocation.parent(of: path)
      try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
      try Data(bytes).write(to: URL(filePath: path), options: .atomic)
    } catch {
      throw UsageError(
        "Файл «\(path)» не записывается.", hint: "Проверьте путь, права на папку и место на диске.")
    }
  }
}
