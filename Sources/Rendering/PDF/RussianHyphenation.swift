/// Where a Russian word may be broken, after the rules of Russian orthography of 1956 (§ 117–119): by syllables, no
/// single letter on either side, «й», «ь» and «ъ» stay with the letter before them, a consonant with the vowel after it,
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
    let letters = word.map { Character($0.lowercased()) }
    for (index, character) in word.enumerated() {
      if mayBreak(letters, before: index) { result.append(softHyphen) }
      result.append(character)
    }
  }

  private static func mayBreak(_ word: [Character], before index: Int) -> Bool {
    guard index >= 2, index <= word.count - 2 else { return false }
    let (left, right) = (word[index - 1], word[index])
    guard word[..<index].contains(where: vowels.contains), word[index...].contains(where: vowels.contains),
      !signs.contains(right)
    else { return false }
    let isLeftConsonant = !vowels.contains(left) && !signs.contains(left)
    if isLeftConsonant && vowels.contains(right) { return false }
    return !(vowels.contains(left) && right == word[index + 1] && !vowels.contains(right))
  }

  private static func isLetter(_ character: Character) -> Bool {
    switch character {
    case "а"..."я", "А"..."Я", "ё", "Ё": true
    default: false
    }
  }
}
