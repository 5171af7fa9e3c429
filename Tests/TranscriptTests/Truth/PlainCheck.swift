import Foundation

/// `Scripts/plain-check`: the rules once more, as a Python program that reads the tables without the store and its SQL.
enum PlainCheck {
  /// What they judge is not in the tables: the school's settings and the program's own store.
  static let rulesWithoutTables = ["control-too-rare", "document-missing", "waiver-expired"]

  private static let script = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../../Scripts/plain-check").standardizedFileURL.path(percentEncoded: false)

  static let isPossible = (try? run(["--help"])) != nil

  static func counts(_ tables: String, _ window: CheckDays, config: String? = nil) throws -> CheckCounts {
    try CheckCounts(json: try run(arguments(tables, window, config)))
  }

  /// The verdict on every unit, by the key that the program gives a finding of it.
  static func verdicts(_ tables: String, _ window: CheckDays, config: String? = nil) throws -> [String: Verdict] {
    let lines = try run(arguments(tables, window, config) + ["--list"]).split(separator: "\n")
    return Dictionary(
      uniqueKeysWithValues: lines.compactMap { line in
        guard let space = line.lastIndex(of: " "), let verdict = Verdict(rawValue: String(line[space...].dropFirst()))
        else { return nil }
        return (String(line[..<space]), verdict)
      })
  }

  enum Verdict: String {
    case kept, broken, undetermined
  }

  private static func arguments(_ tables: String, _ window: CheckDays, _ config: String?) -> [String] {
    [tables, "--as-of", window.asOf, "--from", window.from, "--to", window.to]
      + (config.map { ["--config", $0] } ?? [])
  }

  private static func run(_ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    process.arguments = ["python3", "-X", "utf8", script] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    let bytes = output.fileHandleForReading.readDataToEndOfFile()
    process.waitUntilExit()
    struct Failed: Error {}
    guard process.terminationStatus == 0 else { throw Failed() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

struct CheckDays: CustomStringConvertible {
  var asOf: String
  var from: String
  var to: String

  init(_ from: String, _ to: String, asOf: String? = nil) {
    self.from = from
    self.to = to
    self.asOf = asOf ?? to
  }

  var description: String { "\(from)…\(to) на \(asOf)" }
}
