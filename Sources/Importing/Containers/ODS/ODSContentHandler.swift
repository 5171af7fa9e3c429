/// `content.xml`. Millions of events come from it, and a check of exclusive access at each would take a tenth of the time: the state
/// lies behind a pointer, and no event comes inside another.
final class ODSContentHandler: XMLHandler {
  private let content: UnsafeMutablePointer<ODSContent>

  init(_ content: ODSContent) {
    self.content = .allocate(capacity: 1)
    self.content.initialize(to: content)
  }

  deinit {
    content.deinitialize(count: 1)
    content.deallocate()
  }

  /// The body is one of a spreadsheet.
  var isSpreadsheet: Bool { content.pointee.isSpreadsheet }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws { try content.pointee.start(name, attributes) }
  func end(_ name: XMLName) throws { try content.pointee.end(name) }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) { content.pointee.text(bytes) }
}
