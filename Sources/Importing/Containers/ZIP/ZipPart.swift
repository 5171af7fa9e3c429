import CLibZip
import Journal

/// The bytes of one file of an archive, inflated as they are asked for.
final class ZipPart {
  private let archive: ZipReader
  private let entry: ZipEntry
  private let handle: OpaquePointer
  private var total = 0

  init(_ entry: ZipEntry, of archive: ZipReader, _ handle: OpaquePointer) {
    (self.archive, self.entry, self.handle) = (archive, entry, handle)
  }

  deinit { archive.lock.withLock { _ in _ = zip_fclose(handle) } }

  /// Fills the buffer from its beginning and gives how many bytes there are; 0 at the end. Throws `ImportProblem` as
  /// `ZipReader.read` does.
  func read(_ target: UnsafeMutableRawBufferPointer) throws -> Int {
    try archive.lock.withLock { _ in
      let got = Int(zip_fread(handle, target.baseAddress, zip_uint64_t(target.count)))
      guard got >= 0 else { throw ZipReader.problem(zip_error_code_zip(zip_file_get_error(handle)), in: entry) }
      total += got
      try archive.count(total, of: entry)
      return got
    }
  }
}
