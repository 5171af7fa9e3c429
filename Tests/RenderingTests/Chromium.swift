import Foundation

/// Debian's Chromium without a window, an oracle for pages.
enum Chromium {
  struct Failure: Error {
    var output: String
  }

  private static let path = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"]
    .first { FileManager.default.isExecutableFile(atPath: $0) }

  static var isInstalled: Bool { path != nil }

  /// The page after its scripts, as HTML, and every message of its console.
  static func open(_ page: [UInt8], hash: String = "", width: Int = 1200) throws -> (dom: String, console: [String]) {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent(UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appendingPathComponent("page.html")
    try Data(page).write(to: file)
    let process = Process()
    process.executableURL = URL(fileURLWithPath: path ?? "chromium")
    process.arguments = [
      "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage",
      "--user-data-dir=\(folder.path)/profile",
      "--window-size=\(width),900", "--enable-logging=stderr", "--v=0", "--virtual-time-budget=5000", "--dump-dom",
      "file://\(file.path)\(hash)",
    ]
    let (output, errors) = (folder.appendingPathComponent("dom"), folder.appendingPathComponent("log"))
    for url in [output, errors] { try Data().write(to: url) }
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    let log = String(decoding: try Data(contentsOf: errors), as: UTF8.self)
    guard process.terminationStatus == 0 else { throw Failure(output: log) }
    let console = log.split(separator: "\n").filter { $0.contains(":CONSOLE") }.map(String.init)
    return (String(decoding: try Data(contentsOf: output), as: UTF8.self), console)
  }
}
