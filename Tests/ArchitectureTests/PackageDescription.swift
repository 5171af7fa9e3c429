import Foundation

/// What `swift package describe --type json` tells of the targets.
struct PackageDescription: Decodable {
  struct Target: Decodable {
    let name: String
    /// `library`, `executable`, `test`, `system-target`.
    let type: String
    let path: String
    private let targetDependencies: [String]?

    var dependencies: [String] { targetDependencies ?? [] }

    init(_ name: String, _ dependencies: [String] = [], type: String = "library") {
      self.name = name
      self.type = type
      path = "Sources/\(name)"
      targetDependencies = dependencies
    }

    private enum CodingKeys: String, CodingKey {
      case name, type, path
      case targetDependencies = "target_dependencies"
    }
  }

  let targets: [Target]

  static let swift = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map { "\($0)/swift" }
    .first(where: FileManager.default.isExecutableFile)

  /// - Parameter swift: the toolchain's driver. It gets a scratch folder of its own and ignores locks, because the
  ///   package's own folder is locked by the `swift test` that runs this.
  static func load(with swift: String) throws -> PackageDescription {
    let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("zavuch-describe-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: scratch) }
    let process = Process()
    let output = Pipe()
    process.executableURL = URL(fileURLWithPath: swift)
    process.arguments = [
      "package", "--package-path", SourceTree.root.path, "--scratch-path", scratch.path, "--ignore-lock", "describe",
      "--type", "json",
    ]
    process.standardOutput = output
    try process.run()
    let data = try output.fileHandleForReading.readToEnd() ?? Data()
    process.waitUntilExit()
    return try JSONDecoder().decode(PackageDescription.self, from: data)
  }
}
