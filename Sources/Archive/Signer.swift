/// Who signed, and as what.
public struct Signer: Hashable, Sendable, Decodable {
  public let role: SignerRole
  public let position: String
  /// «Фамилия И.О.».
  public let name: String

  /// The position is the role's own unless the school calls it otherwise.
  public init(_ role: SignerRole, name: String, position: String? = nil) {
    self.role = role
    self.name = name
    self.position = position ?? role.position
  }

  var json: String {
    JSONText.object([
      ("role", JSONText.string(role.rawValue)), ("position", JSONText.string(position)),
      ("name", JSONText.string(name)),
    ])
  }
}
