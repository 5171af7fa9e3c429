/// Gives events to a handler. Millions come from a sheet, and a check of exclusive access at each would take a tenth of the time: the
/// handler lies behind a pointer, and no event comes inside another.
struct XMLEvents {
  /// Gives whether the handler takes text before the next start.
  let start: (XMLName, XMLAttributes) throws -> Bool
  let end: (XMLName) throws -> Void
  let text: (UnsafeBufferPointer<UInt8>) -> Void

  /// Not to be used after the handler is gone.
  init(_ handler: UnsafeMutablePointer<some XMLHandler>) {
    start = {
      try handler.pointee.start($0, $1)
      return handler.pointee.takesText
    }
    end = { try handler.pointee.end($0) }
    text = { handler.pointee.text($0) }
  }
}
