/// A value of a JSON text with its place in it.
public struct JSONValue: Sendable {
  public let document: JSONDocument
  let index: Int

  private var node: JSONNode { document.nodes[index] }

  public var isObject: Bool { node.kind == .object }
  public var isArray: Bool { node.kind == .array }
  public var isNull: Bool { node.kind == .null }
  public var isString: Bool { node.kind == .string || node.kind == .escapedString }
  /// A text, a number, yes or no; not null.
  public var isScalar: Bool { !isObject && !isArray && !isNull }

  /// The text of a string, a number as it is written, `true` or `false`; nil for null, lists and objects.
  public var text: String? {
    guard isScalar else { return nil }
    return document.text.withUTF8 { JSONString.decode(node, $0) }
  }

  /// The bytes as they stand in the file.
  public var raw: String {
    document.text.withUTF8 { bytes in
      let quote = isString ? 1 : 0
      return String(decoding: bytes[(Int(node.start) - quote)..<(Int(node.end) + quote)], as: UTF8.self)
    }
  }

  public var bool: Bool? {
    switch node.kind {
    case .yes: true
    case .no: false
    default: nil
    }
  }

  public var integer: Int? { text.flatMap { Int($0) } }

  /// Empty for anything but a list.
  public var elements: [JSONValue] {
    guard isArray else { return [] }
    var elements: [JSONValue] = []
    var at = index + 1
    while at < Int(node.next) {
      elements.append(JSONValue(document: document, index: at))
      at = Int(document.nodes[at].next)
    }
    return elements
  }

  /// In the text's order; empty for anything but an object.
  public var members: [(key: String, value: JSONValue)] {
    guard isObject else { return [] }
    var members: [(String, JSONValue)] = []
    var at = index + 1
    document.text.withUTF8 { bytes in
      while at < Int(node.next) {
        members.append((JSONString.decode(document.nodes[at], bytes), JSONValue(document: document, index: at + 1)))
        at = Int(document.nodes[at + 1].next)
      }
    }
    return members
  }

  /// An object's value, null too; nil where there is no such key.
  public subscript(key: String) -> JSONValue? {
    guard isObject else { return nil }
    var key = key
    var found: Int?
    document.text.withUTF8 { bytes in
      key.withUTF8 { key in
        var at = index + 1
        while at < Int(node.next), found == nil {
          let name = document.nodes[at]
          if name.kind == .string
            ? bytes[Int(name.start)..<Int(name.end)].elementsEqual(key)
            : JSONString.decode(name, bytes).utf8.elementsEqual(key)
          {
            found = at + 1
          }
          at = Int(document.nodes[at + 1].next)
        }
      }
    }
    return found.map { JSONValue(document: document, index: $0) }
  }

  /// Where it stands: `$.days[3].lessons[0]`; a key that is no plain word is written `["20250901"]`.
  public var path: String {
    var path = "$"
    var parent = 0
    while parent != index {
      let isArray = document.nodes[parent].kind == .array
      let (at, number) = child(of: parent, isArray: isArray)
      if isArray {
        path += "[\(number)]"
        parent = at
      } else {
        let key = document.text.withUTF8 { JSONString.decode(document.nodes[at], $0) }
        let isWord = key.first?.isLetter ?? false && key.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
        path += isWord ? ".\(key)" : "[\"\(key)\"]"
        parent = at + 1
      }
    }
    return path
  }

  /// The child of a container that holds this value or is it. Values mostly ask in order, so the count goes on from the last
  /// one instead of beginning anew for every element of a long list.
  private func child(of parent: Int, isArray: Bool) -> (node: Int, position: Int) {
    document.counted.withLock { counted in
      var at = counted[parent].flatMap { $0.node <= index ? $0 : nil } ?? .init(node: parent + 1, position: 0)
      while case let next = Int(document.nodes[isArray ? at.node : at.node + 1].next), next <= index {
        at = .init(node: next, position: at.position + 1)
      }
      if counted.count >= 4 * JSONDocument.depthLimit { counted.removeAll(keepingCapacity: true) }
      counted[parent] = at
      return (at.node, at.position)
    }
  }
}
