import Foundation

/// A PostgreSQL server of its own in a scratch folder, as Debian installs it; reached through a socket in that folder.
struct PostgreSQLServer {
  struct Failure: Error {
    var output: String
  }

  private let folder: String
  private let programs: String

  /// The folder of `initdb` and `pg_ctl`; nil where they are not installed.
  static let programs: String? = {
    let root = "/usr/lib/postgresql"
    let versions = (try? FileManager.default.contentsOfDirectory(atPath: root)) ?? []
    return versions.sorted { (Int($0) ?? 0) < (Int($1) ?? 0) }.last.map { "\(root)/\($0)/bin" }
  }()

  init(programs: String) throws {
    self.programs = programs
    folder = "/tmp/zavuch-postgresql-\(UUID().uuidString.prefix(8))"
    try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
    if Self.isRoot { try Self.run("/usr/bin/env", ["chown", "postgres", folder]) }
    try command(
      "initdb", ["-D", "\(folder)/data", "-A", "trust", "-U", "zavuch", "--no-sync", "-E", "UTF8", "--locale=C.UTF-8"])
    // Each SELECT runs once over a few rows: compiling it takes longer.
    let options = "-k \(folder) -c listen_addresses='' -c fsync=off -c full_page_writes=off -c jit=off"
    try command("pg_ctl", ["-D", "\(folder)/data", "-o", options, "-l", "\(folder)/log", "-w", "start"])
  }

  func stop() {
    try? command("pg_ctl", ["-D", "\(folder)/data", "-m", "immediate", "stop"])
    try? FileManager.default.removeItem(atPath: folder)
  }

  /// What `psql` prints of the script: rows without heads, cells between bars, NULL as «-»; errors among them.
  func run(script: String) throws -> String {
    let path = FileManager.default.temporaryDirectory.appending(path: "zavuch-\(UUID().uuidString).sql").path
    defer { try? FileManager.default.removeItem(atPath: path) }
    try Data(script.utf8).write(to: URL(filePath: path))
    return try Self.run(
      "\(programs)/psql",
      ["-X", "-q", "-A", "-t", "-P", "null=-", "-h", folder, "-U", "zavuch", "-d", "postgres", "-f", path])
  }

  private static let isRoot = getuid() == 0

  private func command(_ name: String, _ arguments: [String]) throws {
    // The server refuses to run as root. It lives on with the files it was given, and a process counts as running while
    // the one that it tells of its end by is among them.
    let user = Self.isRoot ? ["/usr/sbin/runuser", "-u", "postgres", "--"] : []
    let closing = "for file in /proc/self/fd/*; do n=${file##*/}; if [ $n -gt 2 ]; then eval \"exec $n>&-\"; fi; done"
    try Self.run("/bin/bash", ["-c", "\(closing); exec \"$@\"", "bash"] + user + ["\(programs)/\(name)"] + arguments)
  }

  @discardableResult
  private static func run(_ program: String, _ arguments: [String]) throws -> String {
    let process = Process()
    process.executableURL = URL(filePath: program)
    process.arguments = arguments
    process.currentDirectoryURL = URL(filePath: "/tmp")
    // A file, for the server that is started keeps a pipe open.
    let path = FileManager.default.temporaryDirectory.appending(path: "zavuch-\(UUID().uuidString).out").path
    try Data().write(to: URL(filePath: path))
    defer { try? FileManager.default.removeItem(atPath: path) }
    let handle = try FileHandle(forWritingTo: URL(filePath: path))
    process.standardOutput = handle
    process.standardError = handle
    try process.run()
    process.waitUntilExit()
    let output = String(decoding: FileManager.default.contents(atPath: path) ?? Data(), as: UTF8.self)
    guard process.terminationStatus == 0 else { throw Failure(output: output) }
    return output
  }
}
