/// One row of a CSV file. It lives only during the call that it is given to, hence not copyable.
public struct CSVRow: ~Copyable {
  /// The row as a spreadsheet would number it: the header is 1, a line break inside quotes starts no new row, blank
  /// lines count.
  public let number: Int
  let text: UnsafeBufferPointer<UInt8>
  /// Fields that had doubled quotes, without them.
  let unescaped: UnsafeBufferPointer<UInt8>
  let fields: UnsafeBufferPointer<CSVField>

  /// How many fields the row has; it may be more or less than the header has.
  public var count: Int { fields.count }

  /// The UTF-8 bytes of a field from 0, without its quotes; empty when the row is shorter. Valid during the call only.
  public subscript(index: Int) -> UnsafeBufferPointer<UInt8> {
    guard index < fields.count else { return UnsafeBufferPointer(start: nil, count: 0) }
    let field = fields[index]
    let source = field.isUnescaped ? unescaped : text
    return UnsafeBufferPointer(rebasing: source[field.start..<(field.start + field.length)])
  }

  /// The same as a `String`, to be made only of a field that is kept.
  public func string(_ index: Int) -> String {
    String(decoding: self[index], as: UTF8.self)
  }

  /// True if every field is empty, such as `;;;`.
  public var isBlank: Bool { fields.allSatisfy { $0.length == 0 } }
}

/// Where a field stands: in the text itself or among the unescaped ones.
struct CSVField {
  var start: Int
  var length: Int
  var isUnescaped: Bool
}
