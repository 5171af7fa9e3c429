import Foundation
import JournalStore

/// A folder of its own for one test, with the files that the test puts there; it is removed with the object.
final class Scratch {
  let folder: String

  init() throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "zavuch-\(UUID().uuidString)")
      .path(percentEncoded: false)
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(atPath: folder) }

  func path(_ name: String) -> String { "\(folder)/\(name)" }

  /// Folders on the way to the file are made.
  func write(_ bytes: some Collection<UInt8>, to name: String) throws {
    let file = URL(filePath: path(name))
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(bytes).write(to: file)
  }

  func write(_ text: String, to name: String) throws { try write(text.utf8, to: name) }

  func makeFolder(_ name: String) throws {
    try FileManager.default.createDirectory(atPath: path(name), withIntermediateDirectories: true)
  }

  func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: path(name)))) }

  /// The names in a folder in order of their bytes; nil where there is no such folder.
  func names(_ name: String = ".") -> [String]? {
    try? FileManager.default.contentsOfDirectory(atPath: path(name)).sorted {
      $0.utf8.lexicographicallyPrecedes($1.utf8)
    }
  }

  /// Runs the program here and does not look at what it says: a step that another test is about.
  @discardableResult
  func zavuch(_ arguments: String..., environment: [String: String] = ["LC_ALL": "C", "TZ": "UTC"]) throws
    -> Zavuch.Outcome
  {
    try Zavuch.run(arguments, in: folder, environment: environment)
  }

  /// The rows that a query gives, their columns with `|` between them, `—` for null.
  func rows(_ sql: String, in store: String = "zavuch.sqlite") throws -> [String] {
    let database = try Database(path: path(store), mode: .readOnly)
    let query = try database.prepare(sql)
    var rows: [String] = []
    while try query.step() {
      rows.append((0..<query.columnCount).map { query.optionalText($0) ?? "—" }.joined(separator: "|"))
    }
    return rows
  }
}
