import CLibZip

/// Where libzip writes an archive: memory in blocks, so that nothing is copied when it grows and the whole is held once.
final class ArchiveBytes {
  private static let block = 1 << 20

  private var blocks: [UnsafeMutableRawPointer] = []
  private var count = 0
  private var position = 0

  deinit {
    for block in blocks { block.deallocate() }
  }

  /// What libzip calls; it keeps this no longer than the archive, whose writer owns it.
  static let callback: zip_source_callback = { target, data, length, command in
    guard let target else { return -1 }
    return Unmanaged<ArchiveBytes>.fromOpaque(target).takeUnretainedValue()
      .answer(command, UnsafeMutableRawBufferPointer(start: data, count: Int(length)))
  }

  /// The bytes; nothing is left here.
  func take() -> [UInt8] {
    defer { (count, position) = (0, 0) }
    return [UInt8](unsafeUninitializedCapacity: count) { bytes, filled in
      let target = UnsafeMutableRawBufferPointer(bytes)
      while let block = blocks.popLast() {
        let start = blocks.count * ArchiveBytes.block
        let length = min(ArchiveBytes.block, count - start)
        if length > 0 {
          UnsafeMutableRawBufferPointer(rebasing: target[start..<start + length])
            .copyMemory(from: UnsafeRawBufferPointer(start: block, count: length))
        }
        block.deallocate()
      }
      filled = count
    }
  }

  private func answer(_ command: zip_source_cmd_t, _ data: UnsafeMutableRawBufferPointer) -> Int64 {
    switch command {
    case ZIP_SOURCE_OPEN, ZIP_SOURCE_CLOSE, ZIP_SOURCE_FREE, ZIP_SOURCE_COMMIT_WRITE: return 0
    case ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_REMOVE:
      (count, position) = (0, 0)
      return 0
    case ZIP_SOURCE_WRITE: return write(UnsafeRawBufferPointer(data))
    case ZIP_SOURCE_TELL_WRITE: return Int64(position)
    case ZIP_SOURCE_SEEK_WRITE: return seek(data)
    case ZIP_SOURCE_STAT:
      guard let stat = data.assumingMemoryBound(to: zip_stat_t.self).baseAddress else { return -1 }
      zip_stat_init(stat)
      stat.pointee.size = UInt64(count)
      stat.pointee.valid = UInt64(ZIP_STAT_SIZE)
      return Int64(MemoryLayout<zip_stat_t>.size)
    case ZIP_SOURCE_ERROR:
      guard data.count >= 2 * MemoryLayout<Int32>.size else { return -1 }
      data.storeBytes(of: ZIP_ER_WRITE, as: Int32.self)
      data.storeBytes(of: 0, toByteOffset: MemoryLayout<Int32>.size, as: Int32.self)
      return Int64(2 * MemoryLayout<Int32>.size)
    case ZIP_SOURCE_SUPPORTS:
      // libzip asks for reading and seeking of any archive, and uses neither of a new one.
      let commands = [
        ZIP_SOURCE_OPEN, ZIP_SOURCE_READ, ZIP_SOURCE_CLOSE, ZIP_SOURCE_STAT, ZIP_SOURCE_ERROR, ZIP_SOURCE_FREE,
        ZIP_SOURCE_SEEK, ZIP_SOURCE_TELL, ZIP_SOURCE_SUPPORTS, ZIP_SOURCE_BEGIN_WRITE, ZIP_SOURCE_COMMIT_WRITE,
        ZIP_SOURCE_ROLLBACK_WRITE, ZIP_SOURCE_WRITE, ZIP_SOURCE_SEEK_WRITE, ZIP_SOURCE_TELL_WRITE, ZIP_SOURCE_REMOVE,
      ]
      return commands.reduce(0) { $0 | 1 << Int64($1.rawValue) }
    default: return -1
    }
  }

  private func write(_ bytes: UnsafeRawBufferPointer) -> Int64 {
    guard let start = bytes.baseAddress else { return 0 }
    var written = 0
    while written < bytes.count {
      let (block, place) = position.quotientAndRemainder(dividingBy: ArchiveBytes.block)
      while blocks.count <= block { blocks.append(.allocate(byteCount: ArchiveBytes.block, alignment: 16)) }
      let length = min(bytes.count - written, ArchiveBytes.block - place)
      (blocks[block] + place).copyMemory(from: start + written, byteCount: length)
      written += length
      position += length
    }
    count = max(count, position)
    return Int64(written)
  }

  private func seek(_ data: UnsafeMutableRawBufferPointer) -> Int64 {
    guard data.count >= MemoryLayout<zip_source_args_seek_t>.size else { return -1 }
    let seek = data.load(as: zip_source_args_seek_t.self)
    let origin =
      switch seek.whence {
      case SEEK_SET: 0
      case SEEK_CUR: position
      case SEEK_END: count
      default: -1
      }
    let target = origin + Int(seek.offset)
    guard origin >= 0, (0...count).contains(target) else { return -1 }
    position = target
    return 0
  }
}
