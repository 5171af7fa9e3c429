/// A part that is handed out by itself, as if it were the whole document: its pages are numbered from 1, and its first page has
/// its own code.
public struct DocumentPart: Hashable, Sendable {
  /// Whom it is for.
  public var title: String
  public var orientation: PageOrientation
  /// That of the document made for this addressee alone: hexadecimal digits.
  public var identifier: String

  public init(title: String, orientation: PageOrientation = .portrait, identifier: String = "") {
    self.title = title
    self.orientation = orientation
    self.identifier = identifier
  }
}
