import Journal

/// The head of a document after ГОСТ Р 7.0.97: organisation, kind of document, date and number, place, heading.
public struct DocumentHead: Hashable, Sendable {
  public var organisation: String
  /// «СПРАВКА».
  public var kind: String
  /// Nil until the report is signed: a rule to write on is drawn in its place.
  public var date: CivilDate?
  public var number: String?
  public var place: String
  /// The heading to the text: «по итогам контроля …».
  public var heading: String

  public init(
    organisation: String, kind: String, date: CivilDate?, number: String?, place: String, heading: String
  ) {
    self.organisation = organisation
    self.kind = kind
    self.date = date
    self.number = number
    self.place = place
    self.heading = heading
  }
}
