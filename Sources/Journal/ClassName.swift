/// A class's name in one spelling: `7а`, `10 а`, `11-а`, `5 «А»`, `9-фм` become `7А`, `10А`, `11А`, `5А`, `9ФМ`.
/// FORMATS 10. Reports show the school's own spelling; this is the key.
public struct ClassName: Hashable, Sendable {
  /// 1 to 12.
  public let grade: Int
  /// Upper case, without separators and quotes; may be empty.
  public let letter: String

  public var key: String { "\(grade)\(letter)" }

  /// The keys of titles, in order of grade and letter; a title that is no class's name is left out.
  public static func keys(_ titles: some Sequence<String>) -> [String] {
    Set(titles.compactMap { ClassName($0) }).sorted { ($0.grade, $0.letter) < ($1.grade, $1.letter) }.map(\.key)
  }

  /// Nil where the text does not begin with a grade.
  public init?(_ text: some StringProtocol) {
    let kept = CodeFolding.collapse(text).filter { $0.isLetter || $0.isNumber }
    let digits = kept.prefix(while: \.isNumber)
    guard let grade = Int(digits), (1...12).contains(grade) else { return nil }
    self.init(grade: grade, letter: String(kept.dropFirst(digits.count)))
  }

  public init(grade: Int, letter: String) {
    self.grade = grade
    self.letter = CodeFolding.fold(letter).filter { $0.isLetter || $0.isNumber }
  }
}
