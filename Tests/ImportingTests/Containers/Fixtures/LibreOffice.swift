import Foundation
import Importing

/// LibreOffice as another program that writes and reads the same formats, where it is installed.
enum LibreOffice {
  static let isInstalled = (try? run(["soffice", "--version"])) != nil

  /// The file as LibreOffice saves it in another format; both are named by their extensions.
  static func convert(_ file: FileBytes, from source: String, to target: String) throws -> FileBytes {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("zavuch-office-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.appendingPathComponent("book.\(source)").path
    try file.write(to: path)
    let profile = "-env:UserInstallation=file://\(folder.path)/profile"
    try run(["soffice", "--headless", profile, "--convert-to", target, "--outdir", folder.path, path])
    return try FileBytes(path: folder.appendingPathComponent("book.\(target)").path)
  }

  /// Numbers are shown as in English everywhere.
  private static func run(_ command: [String]) throws {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["LC_ALL=C.UTF-8"] + command
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    process.waitUntilExit()
    struct Failed: Error {}
    guard process.terminationStatus == 0 else { throw Failed() }
  }
}
