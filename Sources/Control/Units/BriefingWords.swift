import Journal

/// What names a safety briefing, and which subjects need one by their names (CONTROL 2, `safety-briefing-missing`).
enum BriefingWords {
  /// Инструктаж, охрана труда, ТБ, техника безопасности, in any case and inflection.
  static func name(_ text: String) -> Bool {
    let words = words(of: text)
    if words.contains(where: { $0.hasPrefix("ИНСТРУКТАЖ") || $0 == "ТБ" }) { return true }
    return zip(words, words.dropFirst()).contains { first, second in
      (first.hasPrefix("ОХРАН") && second.hasPrefix("ТРУД"))
        || (first.hasPrefix("ТЕХНИК") && second.hasPrefix("БЕЗОПАСН")) || (first == "Т" && second == "Б")
    }
  }

  /// Физика, химия, биология, информатика, физкультура, труд; «Физическая культура» and «Труд (технология)» too.
  static func subjectNeedsOne(_ name: String) -> Bool {
    let words = words(of: name)
    guard let first = words.first else { return false }
    return ["ФИЗИКА", "ХИМИЯ", "БИОЛОГИЯ", "ИНФОРМАТИКА", "ФИЗКУЛЬТУРА", "ТРУД"].contains(first)
      || (first == "ФИЗИЧЕСКАЯ" && words.dropFirst().first == "КУЛЬТУРА")
  }

  private static func words(of text: String) -> [Substring] {
    CodeFolding.fold(text).split { !$0.isLetter }
  }
}
