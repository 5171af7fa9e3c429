import Journal

/// What the file says of itself; `made` is never the clock but the as-of evening or the date of signing.
public struct DocumentProperties: Hashable, Sendable {
  /// How long the paper is kept, which decides the left margin (ГОСТ Р 7.0.97).
  public enum Storage: String, Hashable, Sendable {
    /// A left margin of 20 mm is enough.
    case ordinary
    /// Over ten years: 30 mm at the left, to be bound.
    case longTerm
  }

  /// The edition of ГОСТ Р 7.0.97 that the requisites follow.
  public enum Standard: String, Hashable, Sendable {
    case gost2016 = "2016"
    /// In force from 18.08.2025: with the document's QR code as requisite 31.
    case gost2025 = "2025"
  }

  public var title: String
  /// The organisation that issues the document.
  public var author: String
  public var subject: String
  public var made: LocalMoment
  /// The same for the same document in every format and at every making: hexadecimal digits. Empty where nobody gave one.
  public var identifier: String
  public var storage: Storage
  public var standard: Standard

  public init(
    title: String, author: String, subject: String = "", made: LocalMoment, identifier: String = "",
    storage: Storage = .ordinary, standard: Standard = .gost2025
  ) {
    self.title = title
    self.author = author
    self.subject = subject
    self.made = made
    self.identifier = identifier
    self.storage = storage
    self.standard = standard
  }
}
