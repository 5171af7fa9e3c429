import Journal

/// When a document was made and last saved, as written in its properties. Exporters write local time with a `Z` that means nothing, so
/// only the first 19 characters count.
struct DocumentTimesHandler: XMLHandler {
  private(set) var created: LocalMoment?
  private(set) var modified: LocalMoment?
  private let names: (created: StaticString, modified: StaticString)
  private var bytes: [UInt8] = []

  /// The local names of the elements.
  init(created: StaticString, modified: StaticString) {
    names = (created, modified)
  }

  mutating func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func end(_ name: XMLName) throws {
    let text = String(decoding: bytes.filter { $0 > 32 }.prefix(19), as: UTF8.self)
    if name == names.created { created = LocalMoment(text) }
    if name == names.modified { modified = LocalMoment(text) }
    bytes.removeAll(keepingCapacity: true)
  }

  mutating func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes.append(contentsOf: bytes)
  }
}
