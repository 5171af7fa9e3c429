import CommandLineInterface
import FoundationEssentials
import JournalStore

/// Where the stores lie: one file, or a folder of one file a school.
struct StoreLocation {
  static let defaultFile = "zavuch.sqlite"
  static let defaultFolder = "schools"

  static let option = Command.Option.value(
    "store", "ПУТЬ", help: "хранилище: файл школы или папка с файлами школ (по умолчанию zavuch.sqlite)", kind: .path)

  /// As it was given; nil for the default.
  let given: String?

  init(_ invocation: Invocation) throws {
    given = try invocation.value("store")
  }

  /// The file or folder that commands over what is stored use: a folder of schools if only that is there.
  var path: String {
    if let given { return given }
    let manager = FileManager.default
    let isOnlyFolder =
      !manager.fileExists(atPath: StoreLocation.defaultFile) && StoreLocation.isFolder(StoreLocation.defaultFolder)
    return isOnlyFolder ? StoreLocation.defaultFolder : StoreLocation.defaultFile
  }

  /// The folder that originals, reports and the archive lie in.
  var home: String { StoreLocation.isFolder(path) ? path : StoreLocation.parent(of: path) }

  /// A file or folder beside the store.
  func beside(_ name: String) -> String { home == "." ? name : "\(home)/\(name)" }

  /// The school's files, in order of name; throws where there is none.
  func files() throws -> [String] {
    guard StoreLocation.isFolder(path) else {
      guard FileManager.default.fileExists(atPath: path) else {
        throw UsageError(
          "Хранилища «\(path)» нет.", hint: "Сначала загрузите выгрузки: zavuch import ПУТЬ, или укажите --store.")
      }
      return [path]
    }
    let files = try FileManager.default.contentsOfDirectory(atPath: path).filter { $0.hasSuffix(".sqlite") }
      .sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }.map { "\(path)/\($0)" }
    guard !files.isEmpty else {
      throw UsageError(
        "В папке «\(path)» нет файлов школ (*.sqlite).", hint: "Сначала загрузите выгрузки: zavuch import ПУТЬ.")
    }
    return files
  }

  /// Whether there is a store at all.
  var hasFiles: Bool { (try? files()) != nil }

  /// Every school's store, opened one after another.
  func stores(_ mode: Database.Mode = .readWrite) throws -> [JournalStore] {
    try files().map { try JournalStore(path: $0, mode: mode) }
  }

  /// The file of one school in a folder: its key, without what a file name cannot have.
  static func file(of key: String, in folder: String) -> String {
    "\(folder)/\(fileName(key)).sqlite"
  }

  /// The text without what a file name cannot have.
  static func fileName(_ text: String) -> String {
    String(text.map { $0.isLetter || $0.isNumber || "-_".contains($0) ? $0 : "-" })
  }

  static func isFolder(_ path: String) -> Bool {
    var isFolder = false
    return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) && isFolder
  }

  /// The same path from the root, whichever way it was spelt.
  static func whole(_ path: String) -> String {
    var parts: [Substring] = []
    let path = path.hasPrefix("/") ? path : "\(FileManager.default.currentDirectoryPath)/\(path)"
    for part in path.split(separator: "/") where part != "." {
      if part == ".." { _ = parts.popLast() } else { parts.append(part) }
    }
    return "/\(parts.joined(separator: "/"))"
  }

  static func parent(of path: String) -> String {
    path.lastIndex(of: "/").map { $0 == path.startIndex ? "/" : String(path[..<$0]) } ?? "."
  }
}

extension StoreError: ExitCoded {
  public var exitStatus: ExitStatus { isFaultOfProgram ? .fault : .usage }
  public var russianDescription: String { description }
}

extension StoreLocation {
  /// Where a school's own files go under a folder: the folder itself, or one a school where there are several.
  func folder(of store: JournalStore, in folder: String) -> String {
    guard StoreLocation.isFolder(path) else { return folder }
    let file = store.path.split(separator: "/").last.map(String.init) ?? store.path
    return "\(folder)/\(file.hasSuffix(".sqlite") ? String(file.dropLast(7)) : file)"
  }
}
