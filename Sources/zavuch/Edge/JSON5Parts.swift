import CommandLineInterface
import Control
import Journal

/// The members of one object, each asked for by its name; a name that nobody asks for is refused.
struct JSON5Parts {
  let place: JSON5Place
  private let members: [JSON5Value.Member]

  init(_ value: JSON5Value, _ names: [String]) throws {
    place = value.place
    members = try value.members()
    for member in members where !names.contains(member.key) { throw member.unknown(among: names) }
  }

  /// Nil where it is not there or null.
  func optional(_ name: String) -> JSON5Value? {
    guard let value = members.first(where: { $0.key == name })?.value else { return nil }
    if case .null = value.content { return nil }
    return value
  }

  func required(_ name: String) throws -> JSON5Value {
    guard let value = optional(name) else { throw JSON5Error("нет «\(name)»", at: place) }
    return value
  }

  /// Where a part stands, or where it should.
  func place(of name: String) -> JSON5Place { optional(name)?.place ?? place }

  /// A text, or a list of its lines; empty where it is not there.
  func text(_ name: String, joinedBy joint: String = " ") throws -> String {
    guard let value = optional(name) else { return "" }
    guard case .array(let elements) = value.content else { return try value.string() }
    return try elements.map { try $0.string() }.joined(separator: joint)
  }

  func list<Element>(_ name: String, _ read: (JSON5Value) throws -> Element) throws -> [Element] {
    try optional(name).map { try $0.elements().map(read) } ?? []
  }
}
