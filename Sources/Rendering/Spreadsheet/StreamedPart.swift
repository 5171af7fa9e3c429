import CLibZip

/// A part that is made while libzip packs it: the source that libzip pulls at its close.
final class StreamedPart {
  typealias Maker = @Sendable (@escaping XMLWriter.Output) throws(SpreadsheetError) -> Void

  private let make: Maker
  private var channel: ByteChannel?
  private var count: UInt64 = 0
  private var hasEnded = false
  /// Why the part could not be made.
  private(set) var failure: SpreadsheetError?

  init(_ make: @escaping Maker) {
    self.make = make
  }

  /// What libzip calls; it keeps the part no longer than its archive, whose writer owns it.
  static let callback: zip_source_callback = { part, data, length, command in
    guard let part else { return -1 }
    return Unmanaged<StreamedPart>.fromOpaque(part).takeUnretainedValue()
      .answer(command, UnsafeMutableRawBufferPointer(start: data, count: Int(length)))
  }

  private func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawBufferPointer) -> Int64 {
    switch command {
    case ZIP_SOURCE_OPEN:
      channel = ByteChannel(make)
      (count, hasEnded) = (0, false)
      return 0
    case ZIP_SOURCE_READ: return read(data)
    case ZIP_SOURCE_CLOSE, ZIP_SOURCE_FREE:
      channel?.close()
      channel = nil
      return 0
    case ZIP_SOURCE_STAT: return stat(data)
    case ZIP_SOURCE_ERROR:
      guard data.count >= 2 * MemoryLayout<Int32>.size else { return -1 }
      data.storeBytes(of: failure == nil ? 0 : ZIP_ER_INTERNAL, as: Int32.self)
      data.storeBytes(of: 0, toByteOffset: MemoryLayout<Int32>.size, as: Int32.self)
      return Int64(2 * MemoryLayout<Int32>.size)
    case ZIP_SOURCE_SUPPORTS:
      let commands = [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
        ZIP_SOURCE_SUPPORTS,
      ]
      return commands.reduce(0) { $0 | 1 << Int64($1.rawValue) }
    default: return -1
    }
  }

  private func read(_ target: UnsafeMutableRawBufferPointer) -> Int64 {
    guard let channel else { return -1 }
    do throws(SpreadsheetError) {
      let got = try channel.read(target)
      count += UInt64(got)
      hasEnded = got == 0
      return Int64(got)
    } catch {
      failure = error
      return -1
    }
  }

  /// Until the size is known, one that is small: of an unknown size libzip would write ZIP64 fields, which Excel distrusts.
  private func stat(_ data: UnsafeMutableRawBufferPointer) -> Int64 {
    guard let stat = data.assumingMemoryBound(to: zip_stat_t.self).baseAddress else { return -1 }
    zip_stat_init(stat)
    stat.pointee.size = hasEnded ? count : 1 << 20
    stat.pointee.valid = UInt64(ZIP_STAT_SIZE)
    return Int64(MemoryLayout<zip_stat_t>.size)
  }
}
