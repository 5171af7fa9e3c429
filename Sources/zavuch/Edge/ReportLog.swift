import Archive
import CommandLineInterface
import FoundationEssentials
import Glibc
import Journal

/// The log of the making of reports (П 3.5): who, when, what, for whom, with which digest. A line a file in JSON, only ever
/// appended; every line holds the digest of the one before it, so that a line changed or left out shows. Of the last one the
/// head beside the log tells.
struct ReportLog {
  private let location: StoreLocation
  let path: String
  let headPath: String

  static let name = "Журнал отчётов.jsonl"
  static let headName = "Журнал отчётов.голова.txt"

  struct Entry {
    var report: String
    var asOf: CivilDate
    /// Whom it is for; empty for the whole school.
    var whom: [String]
    var privacy: String
    var file: String
    var bytes: [UInt8]
  }

  init(_ location: StoreLocation) {
    self.location = location
    path = location.beside(ReportLog.name)
    headPath = location.beside(ReportLog.headName)
  }

  /// Number and digest of the last line.
  struct Head: Hashable {
    var number: Int
    /// SHA-256 in hexadecimal digits.
    var digest: String

    /// Nil for bytes that are no head.
    init?(_ bytes: [UInt8]) {
      let parts = String(decoding: bytes, as: UTF8.self).split { $0.isWhitespace || $0 == ":" }
      guard parts.count == 2, let number = Int(parts[0]), parts[1].utf8.count == 64 else { return nil }
      self.init(number: number, digest: String(parts[1]))
    }

    init(number: Int, digest: String) {
      self.number = number
      self.digest = digest
    }

    var text: String { "\(number): \(digest)\n" }
  }

  /// Throws `UsageError` where the log cannot be written: a report that is not logged is not made.
  func append(_ entry: Entry, at moment: LocalMoment) throws {
    guard let file = fopen(path, "a+") else { throw unwritable }
    defer { fclose(file) }
    guard flock(fileno(file), LOCK_EX) == 0 else { throw unwritable }
    let (last, isTorn) = lastLine(of: file)
    // The head goes before the last line, which somebody may have changed or cut off: what is added on top must not hide it.
    // Only a line that came after the head, when the program was stopped between the two, goes before the head.
    let told = ReportLog.Record(last, place: 0).map {
      Head(number: $0.isUnnumbered ? lineCount(of: file) : $0.number, digest: Digest(of: last).sha256)
    }
    let before = [head, told].compactMap(\.self).max { $0.number < $1.number }
    let number = (before?.number ?? 0) + 1
    let line = JSONText.object([
      ("number", .integer(number)), ("at", .string(moment.description)), ("by", .string(ReportLog.user)),
      ("report", .string(entry.report)), ("asOf", .string(entry.asOf.description)),
      ("for", entry.whom.isEmpty ? .null : .string(entry.whom.joined(separator: ", "))),
      ("privacy", .string(entry.privacy)), ("file", .string(named(entry.file))),
      ("sha256", .string(Digest(of: entry.bytes).sha256)), ("program", .string(Installation.version)),
      ("previous", .string(before?.digest ?? Digest(of: last).sha256)),
    ]).description
    // What was cut short is told by `verify`; it is not to take this line with it.
    let bytes = Array("\(isTorn ? "\n" : "")\(line)\n".utf8)
    guard fwrite(bytes, 1, bytes.count, file) == bytes.count, fflush(file) == 0, fsync(fileno(file)) == 0 else {
      throw unwritable
    }
    let head = Head(number: number, digest: Digest(of: Array(line.utf8)).sha256)
    try ReportFiles.write(Array(head.text.utf8), to: headPath)
  }

  private var head: Head? { FileManager.default.contents(atPath: headPath).flatMap { Head(Array($0)) } }

  /// As seen from the log's folder, wherever the program was started and however the path was spelt.
  func named(_ file: String) -> String {
    let (file, home) = (StoreLocation.whole(file), StoreLocation.whole(location.home))
    let folder = home.hasSuffix("/") ? home : "\(home)/"
    return file.hasPrefix(folder) ? String(file.dropFirst(folder.count)) : file
  }

  /// Where a file of the log lies.
  func place(of file: String) -> String { file.hasPrefix("/") ? file : location.beside(file) }

  private var unwritable: UsageError {
    UsageError("Журнал отчётов «\(path)» не записывается.", hint: "Проверьте права на файл и место на диске.")
  }

  /// Without its line end, and whether that is missing; empty for a new log.
  private func lastLine(of file: UnsafeMutablePointer<FILE>) -> (line: [UInt8], isTorn: Bool) {
    guard fseek(file, 0, SEEK_END) == 0 else { return ([], false) }
    let size = ftell(file)
    var start = max(0, size - ReportLog.longestLine)
    guard size > 0, fseek(file, start, SEEK_SET) == 0 else { return ([], false) }
    var bytes = [UInt8](repeating: 0, count: size - start)
    start = fread(&bytes, 1, bytes.count, file)
    let lines = bytes.prefix(start).split(separator: UInt8(ascii: "\n"))
    return (lines.last.map(Array.init) ?? [], start > 0 && bytes[start - 1] != UInt8(ascii: "\n"))
  }

  /// What numbers a line that has no number of its own.
  private func lineCount(of file: UnsafeMutablePointer<FILE>) -> Int {
    rewind(file)
    var count = 0
    var block = [UInt8](repeating: 0, count: ReportLog.longestLine)
    while true {
      let length = fread(&block, 1, block.count, file)
      guard length > 0 else { return count }
      count += block.prefix(length).count { $0 == UInt8(ascii: "\n") }
    }
  }

  private static let longestLine = 16_384

  /// The account that runs the program.
  private static var user: String {
    guard let record = getpwuid(getuid()), let name = record.pointee.pw_name else { return "\(getuid())" }
    return String(cString: name)
  }
}
