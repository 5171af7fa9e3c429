import Archive
import CommandLineInterface
import Glibc
import Journal

/// The log of the making of reports (П 3.5): who, when, what, for whom, with which digest. A line a file in JSON, only ever
/// appended; every line holds the digest of the one before it, so that a line changed or left out shows.
struct ReportLog {
  let path: String

  static let name = "Журнал отчётов.jsonl"

  struct Entry {
    var report: String
    var asOf: CivilDate
    /// Whom it is for; empty for the whole school.
    var whom: [String]
    var privacy: String
    var file: String
    var bytes: [UInt8]
  }

  init(_ location: StoreLocation) { path = location.beside(ReportLog.name) }

  /// Throws `UsageError` where the log cannot be written: a report that is not logged is not made.
  func append(_ entry: Entry, at moment: LocalMoment) throws {
    guard let file = fopen(path, "a+") else { throw unwritable }
    defer { fclose(file) }
    guard flock(fileno(file), LOCK_EX) == 0 else { throw unwritable }
    let line = JSONText.object([
      ("at", .string(moment.description)), ("by", .string(ReportLog.user)), ("report", .string(entry.report)),
      ("asOf", .string(entry.asOf.description)),
      ("for", entry.whom.isEmpty ? .null : .string(entry.whom.joined(separator: ", "))),
      ("privacy", .string(entry.privacy)), ("file", .string(entry.file)),
      ("sha256", .string(Digest(of: entry.bytes).sha256)), ("program", .string(Installation.version)),
      ("previous", .string(Digest(of: lastLine(of: file)).sha256)),
    ])
    let bytes = Array("\(line)\n".utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0, fsync(fileno(file)) == 0 else {
      throw unwritable
    }
  }

  private var unwritable: UsageError {
    UsageError("Журнал отчётов «\(path)» не записывается.", hint: "Проверьте права на файл и место на диске.")
  }

  /// Without its line end; empty for a new log.
  private func lastLine(of file: UnsafeMutablePointer<FILE>) -> [UInt8] {
    guard fseek(file, 0, SEEK_END) == 0 else { return [] }
    let size = ftell(file)
    var start = max(0, size - ReportLog.longestLine)
    guard size > 0, fseek(file, start, SEEK_SET) == 0 else { return [] }
    var bytes = [UInt8](repeating: 0, count: size - start)
    start = fread(&bytes, 1, bytes.count, file)
    let lines = bytes.prefix(start).split(separator: UInt8(ascii: "\n"))
    return lines.last.map(Array.init) ?? []
  }

  private static let longestLine = 16_384

  /// The account that runs the program.
  private static var user: String {
    guard let record = getpwuid(getuid()), let name = record.pointee.pw_name else { return "\(getuid())" }
    return String(cString: name)
  }
}
