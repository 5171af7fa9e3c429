/// Who has been made known of the document (П 6.3): names with rules for the personal signature and the date.
public struct Acknowledgement: Hashable, Sendable {
  public struct Person: Hashable, Sendable {
    /// «Фамилия И.О.»; empty leaves a rule to write on.
    public var name: String
    /// «Классный руководитель 5А класса»; empty where there is nothing to say.
    public var position: String

    public init(name: String, position: String = "") {
      self.name = name
      self.position = position
    }
  }

  /// «С результатами контроля ознакомлены:».
  public var title: String
  public var people: [Person]

  public init(title: String, people: [Person]) {
    self.title = title
    self.people = people
  }
}
