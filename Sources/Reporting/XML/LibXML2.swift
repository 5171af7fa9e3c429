import CLibXML2

/// The library's own global tables. They are filled at first use, which is safe from one thread only, so everything
/// that parses asks for them here: Swift runs the initialiser of a static constant once.
enum LibXML2 {
  static let isReady: Bool = {
    xmlInitParser()
    xmlSchemaInitTypes()
    return xmlRelaxNGInitTypes() == 0
  }()
}

/// Collects what libxml2 reports while it runs; the address of the object goes through C as `void *`.
final class XMLErrorCollector {
  struct Entry {
    var code: Int32
    var line: Int
    var message: String
    var first: String
    var second: String
    /// The element the error is about, as far as the library knows it.
    var element: String
  }

  private(set) var entries: [Entry] = []

  /// Called by the library; its strings live only during the call.
  func collect(_ error: xmlError) {
    let node = error.node?.assumingMemoryBound(to: xmlNode.self)
    let element = node?.pointee.type == XML_ELEMENT_NODE ? text(node?.pointee.name) : ""
    entries.append(
      Entry(
        code: error.code, line: Int(error.line), message: text(error.message), first: text(error.str1),
        second: text(error.str2), element: element))
  }

  func refuse(code: Int32, line: Int) {
    entries.append(Entry(code: code, line: line, message: "", first: "", second: "", element: ""))
  }

  var address: UnsafeMutableRawPointer { Unmanaged.passUnretained(self).toOpaque() }

  static func at(_ address: UnsafeMutableRawPointer?) -> XMLErrorCollector? {
    address.map { Unmanaged<XMLErrorCollector>.fromOpaque($0).takeUnretainedValue() }
  }

  private func text(_ bytes: UnsafePointer<CChar>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }

  private func text(_ bytes: UnsafePointer<xmlChar>?) -> String {
    bytes.map { String(cString: $0) } ?? ""
  }
}
