/// Where a Russian word may be broken, within the rules of Russian orthography of 1956 (§ 117–119): one place a syllable, no
/// single letter on either side; «й», «ь» and «ъ» stay with the letter before them, a consonant with the vowel after it,
/// and double consonants between vowels part.
enum RussianHyphenation {
  private static let softHyphen: Character = "\u{ad}"
  private static let vowels = Set<Character>("аеёиоуыэюя")
  private static let signs = Set<Character>("йьъ")

  /// The text with soft hyphens in its Cyrillic words.
  static func hyphenated(_ text: String) -> String {
    var result = ""
    var word: [Character] = []
    for character in text {
      if isLetter(character) {
        word.append(character)
      } else {
        append(word, to: &result)
        word = []
        result.append(character)
      }
    }
    append(word, to: &result)
    return result
  }

  private static func append(_ word: [Character], to result: inout String) {
    let breaks = breaks(in: word.map { Character($0.lowercased()) })
    for (index, character) in word.enumerated() {
      if breaks.contains(index) { result.append(softHyphen) }
      result.append(character)
    }
  }

  /// The letters that may begin a line, by their indices.
  private static func breaks(in word: [Character]) -> Set<Int> {
    let nuclei = word.indices.filter { vowels.contains(word[$0]) }
    var breaks: Set<Int> = []
    for (vowel, next) in zip(nuclei, nuclei.dropFirst()) {
      // One consonant goes to the next syllable, the first of several stays.
      var start = next - vowel <= 2 ? vowel + 1 : vowel + 2
      while start < next, signs.contains(word[start]) { start += 1 }
      if start >= 2, start <= word.count - 2 { breaks.insert(start) }
    }
    return breaks
  }

  private static func isLetter(_ character: Character) -> Bool {
    switch character {
    case "а"..."я", "А"..."Я", "ё", "Ё": true
    default: false
    }
  }
}
