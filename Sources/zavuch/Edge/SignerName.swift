import Journal

/// A name as it stands in a journal, in the settings or under a paper: «Смирнова Е.В.», «Е. В. Смирнова», «Смирнова Елена
/// Викторовна».
struct SignerName {
  /// Folded.
  let surname: String
  private let initials: [Character]

  init(_ text: String) {
    let words = text.split { $0 == "." || $0.isWhitespace }
    let place = words.firstIndex { $0.count > 1 } ?? words.startIndex
    surname = words.indices.contains(place) ? CodeFolding.fold(String(words[place])) : ""
    initials = words.indices.filter { $0 != place }.compactMap { CodeFolding.fold(String(words[$0])).first }
  }

  /// Nothing in the two speaks against one person: what one of them does not tell is no difference.
  func mayBe(_ other: SignerName) -> Bool {
    surname == other.surname && zip(initials, other.initials).allSatisfy { $0 == $1 }
  }
}
