/// The records of a stream from a place on.
struct BIFFRecords {
  private let stream: FileBytes
  private var at: Int
  private let limit: Int

  /// Not beyond `limit`, which must not lie beyond the stream.
  init(_ stream: FileBytes, from start: Int, limit: Int) {
    self.stream = stream
    at = start
    self.limit = limit
  }

  /// Nil at the limit; throws where it cuts a record.
  mutating func next() throws(BIFFCursor.CutShort) -> BIFFRecord? {
    guard at < limit else { return nil }
    guard let type = stream.littleEndian(UInt16.self, at: at),
      let count = stream.littleEndian(UInt16.self, at: at + 2), at + 4 + Int(count) <= limit
    else { throw BIFFCursor.CutShort() }
    let body = BIFFCursor(stream, at: at + 4, end: at + 4 + Int(count))
    at = body.end
    return BIFFRecord(type: BIFFRecordType(rawValue: type), body: body)
  }
}
