/// A worksheet part. Millions of events come from it, and a check of exclusive access at each would take a tenth of the time: the state
/// lies behind a pointer, and no event comes inside another.
final class SheetHandler: XMLHandler {
  private let content: UnsafeMutablePointer<SheetContent>

  init(_ content: SheetContent) {
    self.content = .allocate(capacity: 1)
    self.content.initialize(to: content)
  }

  deinit {
    content.deinitialize(count: 1)
    content.deallocate()
  }

  var merges: [CellRange] { content.pointee.merges }

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws { try content.pointee.start(name, attributes) }
  func end(_ name: XMLName) throws { try content.pointee.end(name) }
  func text(_ bytes: UnsafeBufferPointer<UInt8>) { content.pointee.text(bytes) }
}
