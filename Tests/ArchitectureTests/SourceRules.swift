/// Rules of style that the compiler does not keep. Each check gives what breaks it, a line each.
enum SourceRules {
  static let longest = 500

  /// Where a stage is to give the same bytes for the same inputs and to tell errors instead of stopping.
  static let forbiddenInCode = [
    "Date()", "Date.now", "Locale.current", "TimeZone.current", "getenv(", ".random(", ".randomElement(", ".shuffled(",
    "try!", "as!", "fatalError(",
  ]
  static let forbiddenAnywhere = ["TODO", "FIXME"]

  static func violations(ofLengthOf file: SourceTree.File) -> [String] {
    let lines = file.text.utf8.count { $0 == UInt8(ascii: "\n") }
    return lines > longest ? ["\(file.path): \(lines) lines, more than \(longest)"] : []
  }

  static func violations(ofWordsIn file: SourceTree.File) -> [String] {
    var violations: [String] = []
    for (index, line) in file.text.split(separator: /\r?\n/, omittingEmptySubsequences: false).enumerated() {
      let isComment = line.drop(while: \.isWhitespace).hasPrefix("//")
      for word in (isComment ? [] : forbiddenInCode) + forbiddenAnywhere where contains(line, word) {
        violations.append("\(file.path):\(index + 1): \(word)")
      }
    }
    return violations
  }

  static func modulesNotNamed(in page: String, of modules: [String]) -> [String] {
    modules.filter { !contains(page[...], $0) }
  }

  /// As a word of its own: `Date()` is not in `CivilDate()`, nor `.random(` in `.random.next()`.
  private static func contains(_ text: Substring, _ word: String) -> Bool {
    func isInside(_ character: Character?) -> Bool {
      character.map { $0.isLetter || $0.isNumber || $0 == "_" } ?? false
    }
    return text.ranges(of: word).contains { range in
      let before = range.lowerBound > text.startIndex ? text[text.index(before: range.lowerBound)] : nil
      let after = range.upperBound < text.endIndex ? text[range.upperBound] : nil
      return !(isInside(before) && isInside(word.first)) && !(isInside(after) && isInside(word.last))
    }
  }
}
