import Foundation

/// The program as people run it: the executable that was built beside these tests, as a process of its own.
enum Zavuch {
  struct Outcome: Equatable {
    var status: Int32
    var output: String
    var messages: String
  }

  /// `zavuch` lies in the folder of the test bundle.
  private static let executable: URL = {
    let tests = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""
    return URL(filePath: tests).deletingLastPathComponent().appending(path: "zavuch")
  }()

  /// Runs it in `folder`. The environment is the given one and nothing else, so that no setting of the machine shows.
  static func run(
    _ arguments: [String], in folder: String, environment: [String: String] = ["LC_ALL": "C", "TZ": "UTC"]
  ) throws -> Outcome {
    // Files, not pipes: a pipe that nobody empties would stop the program.
    let streams = [UUID().uuidString, UUID().uuidString].map {
      FileManager.default.temporaryDirectory.appending(path: "zavuch-\($0)")
    }
    for stream in streams { try Data().write(to: stream) }
    defer { for stream in streams { try? FileManager.default.removeItem(at: stream) } }
    let process = Process()
    process.executableURL = executable
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: folder)
    process.environment = environment
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = try FileHandle(forWritingTo: streams[0])
    process.standardError = try FileHandle(forWritingTo: streams[1])
    try process.run()
    process.waitUntilExit()
    let texts = try streams.map { String(decoding: try Data(contentsOf: $0), as: UTF8.self) }
    // A signal is no exit status: it is told apart by its sign.
    let status = process.terminationReason == .exit ? process.terminationStatus : -process.terminationStatus
    return Outcome(status: status, output: texts[0], messages: texts[1])
  }
}
