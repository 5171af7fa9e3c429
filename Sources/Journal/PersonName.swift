/// A person's name as documents write it: the surname first, then given name and patronymic, in full or as initials
/// («Иванов И.И.», «Иванов Иван Иванович»). Letters are folded (`CodeFolding`), so Ё is Е.
public struct PersonName: Hashable, Sendable {
  public let surname: String
  /// Given name and patronymic, each in full or as its first letter; at most two.
  public let given: [String]

  /// Nil for a text of one word, which may be anybody.
  public init?(_ text: some StringProtocol) {
    let words = CodeFolding.fold(text).split { $0 == " " || $0 == "." }.map(String.init)
    guard words.count >= 2 else { return nil }
    surname = words[0]
    given = Array(words[1...].prefix(2))
  }

  /// How much of the name is written out: its letters.
  public var length: Int { given.reduce(surname.count) { $0 + $1.count } }

  /// Whether both can be one person's: equal surnames, and given names of which one is the other, its initial or left out.
  public func fits(_ other: PersonName) -> Bool {
    surname == other.surname
      && zip(given, other.given).allSatisfy { a, b in
        a == b || (a.count == 1 && b.hasPrefix(a)) || (b.count == 1 && a.hasPrefix(b))
      }
  }
}
