/// A school subject's name, in full or shortened by full stops: «Русский язык», «Русск. яз.».
public struct SubjectName: Hashable, Sendable {
  /// Folded (`CodeFolding`); `isCut` where a full stop ends the word.
  private let words: [Word]

  private struct Word: Hashable {
    var letters: String
    var isCut: Bool
  }

  public init(_ text: some StringProtocol) {
    words = CodeFolding.fold(text).replacing(".", with: ". ").split(separator: " ").map { word in
      Word(letters: String(word.prefix { $0 != "." }), isCut: word.hasSuffix("."))
    }
  }

  /// How much of the name is written out: its letters.
  public var length: Int { words.reduce(0) { $0 + $1.letters.count } }

  /// Whether both can be one subject's: word by word equal, or cut and the beginning of the other's.
  public func fits(_ other: SubjectName) -> Bool {
    words.count == other.words.count
      && zip(words, other.words).allSatisfy { a, b in
        a.letters == b.letters || (a.isCut && b.letters.hasPrefix(a.letters))
          || (b.isCut && a.letters.hasPrefix(b.letters))
      }
  }
}
