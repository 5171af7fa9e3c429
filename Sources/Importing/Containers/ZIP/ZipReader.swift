import CLibZip
import Journal
import Synchronization

/// A ZIP archive in memory, read by libzip. Nothing is ever written to the disk.
///
/// Not for two threads at once; the `FileBytes` it gives may go to another.
public final class ZipReader {
  /// The files in the archive's order; folders and the `__MACOSX` shadow files are left out.
  public let entries: [ZipEntry]
  private let file: FileBytes
  private let budget: ZipBudget
  private let handle: OpaquePointer
  /// libzip is not for two threads at once, and `ReadAhead` has one.
  let lock = Mutex(())
  /// An entry went beyond the budget: whatever else the archive holds is not to be trusted.
  public private(set) var isOverBudget = false
  /// Bytes that entries gave so far, by index, so that reading one twice costs the budget once.
  private var inflated: [Int: Int] = [:]
  private var inflatedTotal = 0

  /// Throws `ImportProblem` when the bytes are no archive, are cut off or hold too many entries.
  public init(_ file: FileBytes, budget: ZipBudget = ZipBudget()) throws {
    self.file = file
    self.budget = budget
    handle = try ZipReader.open(file)
    do {
      entries = try ZipReader.list(handle, file, budget)
    } catch {
      zip_discard(handle)
      throw error
    }
  }

  /// What is left of the budget.
  public var remaining: ZipBudget {
    ZipBudget(part: budget.part, archive: budget.archive - inflatedTotal, entries: budget.entries - entries.count)
  }

  deinit { zip_discard(handle) }

  /// Inflates a file whole. Throws `ImportProblem` that names it: damaged, cut off, under a password, packed by an
  /// unknown method, or over the budget.
  public func read(_ entry: ZipEntry) throws -> FileBytes {
    var bytes: [UInt8] = []
    try forEachChunk(of: entry) { bytes.append(contentsOf: $0) }
    return FileBytes(bytes)
  }

  /// Gives a file's bytes in order, at most 64 KiB at a time, each valid during the call only. Throws as `read` does,
  /// possibly after some chunks, and what `body` throws.
  public func forEachChunk(of entry: ZipEntry, _ body: (UnsafeRawBufferPointer) throws -> Void) throws {
    let part = try open(entry)
    try withUnsafeTemporaryAllocation(byteCount: 65_536, alignment: 16) { chunk in
      while true {
        let got = try part.read(chunk)
        if got == 0 { return }
        try body(UnsafeRawBufferPointer(rebasing: chunk[0..<got]))
      }
    }
  }

  /// A file's bytes as they are asked for. Throws `ImportProblem` when they cannot be had at all.
  func open(_ entry: ZipEntry) throws -> ZipPart {
    var part: OpaquePointer?
    var failure: Int32 = 0
    lock.withLock { _ in
      part = zip_fopen_index(handle, zip_uint64_t(entry.index), 0)
      if part == nil { failure = zip_error_code_zip(zip_get_error(handle)) }
    }
    guard let part else { throw ZipReader.problem(failure, in: entry) }
    return ZipPart(entry, of: self, part)
  }

  /// Holds what an entry gave so far to the budget.
  func count(_ total: Int, of entry: ZipEntry) throws {
    guard total <= budget.part else {
      isOverBudget = true
      throw ImportProblem(
        "часть архива «\(entry.name)» разворачивается больше чем в \(budget.part) байт",
        hint: "Похоже на вредоносный архив («ZIP-бомбу»): не открывайте его и запросите выгрузку заново.")
    }
    let before = inflated[entry.index] ?? 0
    guard total > before else { return }
    inflated[entry.index] = total
    inflatedTotal += total - before
    guard inflatedTotal <= budget.archive else {
      isOverBudget = true
      throw ImportProblem(
        "архив разворачивается больше чем в \(budget.archive) байт; предел перейдён на части «\(entry.name)»",
        hint: "Выгрузите данные частями или запросите выгрузку заново: так ведёт себя вредоносный архив.")
    }
  }
}
