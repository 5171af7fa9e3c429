/// What stands where a mark is given. CONTROL 1, «what counts as a mark»: a grade on the school's scale, зач or незач;
/// ОСВ, н/а, а/з, точка and «-» are none.
public struct MarkValue: Hashable, Sendable {
  /// As it is kept and printed: `5`, `4-`, `зач`, `н/а`.
  public var text: String
  /// The number on the scale, nil where there is none.
  public var grade: Int? { number.map(Int.init) }
  private var number: Int16?
  public var isMark: Bool
  /// ОСВ: the pupil is exempt from the subject.
  public var isExemption: Bool

  private init(_ text: String, grade: Int? = nil, isMark: Bool, isExemption: Bool = false) {
    self.text = text
    number = grade.map(Int16.init)
    self.isMark = isMark
    self.isExemption = isExemption
  }

  /// Reads one mark or result code, whatever its case and with Latin look-alikes; nil for anything else. A sign after
  /// the grade («5-») does not change it. `scale` is the school's greatest grade (5, 10, 12 or 100).
  public init?(_ raw: some StringProtocol, scale: Int = 5) {
    let text = String(raw)
    if text.utf8.count == 1, let digit = text.utf8.first, (UInt8(ascii: "1")...UInt8(ascii: "9")).contains(digit) {
      let grade = Int(digit - 48)
      guard grade <= scale else { return nil }
      self.init(text, grade: grade, isMark: true)
      return
    }
    var digits = Substring(text)
    if let last = digits.last, last == "+" || last == "-" || last == "−" || last == "–" { digits = digits.dropLast() }
    if !digits.isEmpty, digits.utf8.allSatisfy({ $0 &- 48 < 10 }) {
      guard let grade = Int(digits), (1...scale).contains(grade) else { return nil }
      self.init(text, grade: grade, isMark: true)
      return
    }
    switch CodeFolding.fold(text) {
    case "ЗЧ", "ЗАЧ", "ЗАЧЕТ", "ЗАЧТЕНО": self.init("зач", isMark: true)
    case "НЗ", "НЕЗАЧ", "НЕЗАЧЕТ", "НЕ ЗАЧЕТ", "НЕ ЗАЧТЕНО": self.init("незач", isMark: true)
    case "ОСВ", "ОСВ.": self.init("осв", isMark: false, isExemption: true)
    case "Н/А", "НА", "НПА": self.init("н/а", isMark: false)
    case "А/З", "АЗ": self.init("а/з", isMark: false)
    case ".", "•", "ТОЧКА": self.init(".", isMark: false)
    case "-", "−", "–", "—": self.init("-", isMark: false)
    default: return nil
    }
  }
}
