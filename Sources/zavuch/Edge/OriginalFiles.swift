import CommandLineInterface
import FoundationEssentials
import Importing

/// The originals of everything imported, beside the store, addressed by their digest; written once, never changed.
struct OriginalFiles {
  static let folderName = "Выгрузки"

  let folder: String

  init(home: String) {
    folder = "\(home)/\(OriginalFiles.folderName)"
  }

  func keep(_ digest: String, _ bytes: FileBytes) throws {
    let shelf = "\(folder)/\(digest.prefix(2))"
    let path = "\(shelf)/\(digest)"
    guard !FileManager.default.fileExists(atPath: path) else { return }
    try OriginalFiles.makeFolder(shelf)
    // Under a name of its own until it is whole: a cut-off original would look like one.
    let partial = "\(path).part"
    do {
      try bytes.write(to: partial)
      try FileManager.default.moveItem(atPath: partial, toPath: path)
    } catch {
      throw UsageError("Копия выгрузки «\(path)» не записывается.", hint: "Проверьте место на диске и права на папку.")
    }
  }

  static func makeFolder(_ path: String) throws {
    do {
      try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
    } catch {
      throw UsageError("Папка «\(path)» не создаётся.", hint: "Проверьте путь и права на него.")
    }
  }
}
