/// What stands where a mark is given. CONTROL 1, «what counts as a mark»: a grade on the school's scale, зач or незач;
/// ОСВ, н/а, а/з, точка and «-» are none. Four bytes, for a school's year has two hundred thousand.
public struct MarkValue: Hashable, Sendable {
  private enum Kind: UInt8 {
    case grade, pass, fail, exemption, notAttested, debt, dot, dash, nought
  }

  private let kind: Kind
  /// The sign after a grade: `+` or `-`, 0 for none.
  private let sign: UInt8
  private let number: Int16

  private init(_ kind: Kind, number: Int = 0, sign: UInt8 = 0) {
    self.kind = kind
    self.number = Int16(number)
    self.sign = sign
  }

  /// The number on the scale, nil where there is none.
  public var grade: Int? { kind == .grade ? Int(number) : nil }

  public var isMark: Bool { kind == .grade || kind == .pass || kind == .fail }

  /// Whether a kept text is a mark's.
  public static func isMark(_ text: String) -> Bool {
    text.utf8.first.map { $0 &- 49 < 9 } ?? false || text == "зач" || text == "незач"
  }

  /// ОСВ: the pupil is exempt from the subject.
  public var isExemption: Bool { kind == .exemption }

  /// `0` of a source that counts it in its means: on no scale, hence no mark. No text is read as one: elsewhere it is a mistake.
  public static let nought = MarkValue(.nought)

  private static let digits = (0...9).map(String.init)

  /// As it is kept and printed: `5`, `4-`, `зач`, `н/а`.
  public var text: String {
    switch kind {
    case .grade where sign == 0 && number < 10: MarkValue.digits[Int(number)]
    case .grade: sign == 0 ? String(number) : "\(number)\(Character(UnicodeScalar(sign)))"
    case .pass: "зач"
    case .fail: "незач"
    case .exemption: "осв"
    case .notAttested: "н/а"
    case .debt: "а/з"
    case .dot: "."
    case .dash: "-"
    case .nought: "0"
    }
  }

  /// One digit, as nearly every mark is; nil for anything else, which the other reading decides.
  public init?(digit: UInt8, scale: Int = 5) {
    let grade = Int(digit &- 48)
    guard (1...min(scale, 9)).contains(grade) else { return nil }
    self.init(.grade, number: grade)
  }

  /// Reads one mark or result code, whatever its case and with Latin look-alikes; nil for anything else. A sign after
  /// the grade («5-») does not change it. `scale` is the school's greatest grade (5, 10, 12 or 100).
  public init?(_ text: String, scale: Int = 5) {
    var digits = Substring(text)
    var sign: UInt8 = 0
    if let last = digits.last, "+-−–".contains(last) {
      sign = UInt8(ascii: last == "+" ? "+" : "-")
      digits = digits.dropLast()
    }
    if !digits.isEmpty, digits.utf8.allSatisfy({ $0 &- 48 < 10 }) {
      guard let grade = Int(digits), (1...scale).contains(grade), digits.utf8.first != UInt8(ascii: "0") else {
        return nil
      }
      self.init(.grade, number: grade, sign: sign)
      return
    }
    switch CodeFolding.fold(text) {
    case "ЗЧ", "ЗАЧ", "ЗАЧЕТ", "ЗАЧТЕНО": self.init(.pass)
    case "НЗ", "НЕЗАЧ", "НЕЗАЧЕТ", "НЕ ЗАЧЕТ", "НЕ ЗАЧТЕНО": self.init(.fail)
    case "ОСВ", "ОСВ.": self.init(.exemption)
    case "Н/А", "НА", "НПА": self.init(.notAttested)
    case "А/З", "АЗ": self.init(.debt)
    case ".", "•", "ТОЧКА": self.init(.dot)
    case "-", "−", "–", "—": self.init(.dash)
    default: return nil
    }
  }
}
