import Journal

/// `docProps/core.xml`: when the workbook was made and last saved, as written. Exporters write local time with a `Z`
/// that means nothing, so only the first 19 characters count.
final class PropertiesHandler: XMLHandler {
  private(set) var created: LocalMoment?
  private(set) var modified: LocalMoment?
  private var bytes: [UInt8] = []

  func start(_ name: XMLName, _ attributes: XMLAttributes) throws {
    bytes.removeAll(keepingCapacity: true)
  }

  func end(_ name: XMLName) throws {
    let text = String(decoding: bytes.filter { $0 > 32 }.prefix(19), as: UTF8.self)
    switch name {
    case "created": created = LocalMoment(text)
    case "modified": modified = LocalMoment(text)
    default: break
    }
    bytes.removeAll(keepingCapacity: true)
  }

  func text(_ bytes: UnsafeBufferPointer<UInt8>) {
    self.bytes.append(contentsOf: bytes)
  }
}
