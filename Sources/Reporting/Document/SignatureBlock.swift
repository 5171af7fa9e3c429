import Journal

/// Position, a rule for the personal signature, and the decoded name; the date stands under them.
public struct SignatureBlock: Hashable, Sendable {
  public var position: String
  /// «И.О. Фамилия»; nil leaves a rule to write on.
  public var name: String?
  public var date: CivilDate?
  /// «М.П.» beside the signature.
  public var hasStamp: Bool
  /// An empty frame is kept free for the mark of an electronic signature. It is never filled in here: only the tool that
  /// signs and has verified its signature may do that.
  public var reservesMark: Bool

  /// What stands in the frame until it is used.
  public static let markCaption = "Место для отметки об электронной подписи"

  public init(position: String, name: String?, date: CivilDate?, hasStamp: Bool = false, reservesMark: Bool = false) {
    self.position = position
    self.name = name
    self.date = date
    self.hasStamp = hasStamp
    self.reservesMark = reservesMark
  }
}
