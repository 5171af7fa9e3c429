extension Value {
  /// How a value reads in Russian running text and in printed cells: `05.06.2026`, `95,8 %`, `1 234`, «—» for a share
  /// of nothing. PDF and HTML print it; workbooks keep the type and give it a format of the same look.
  public var plainText: String {
    switch self {
    case .empty: ""
    case .text(let text): text
    case .integer(let number): Value.grouped(number)
    case .share(_, 0): "—"
    case .share(let part, let whole):
      // A tenth of a per cent, rounded half up in integers.
      Value.fixed((part * 2000 + whole) / (2 * whole), decimals: 1) + "\u{a0}%"
    case .decimal(let hundredths): Value.fixed(hundredths, decimals: 2)
    case .points(let tenths): Value.fixed(tenths, decimals: 1)
    case .date(let date): date.russian
    case .moment(let moment): moment.russian
    }
  }

  /// Thousands apart by a no-break space, from five digits on.
  private static func grouped(_ number: Int) -> String {
    let digits = String(abs(number))
    guard digits.count > 4 else { return String(number) }
    var text = number < 0 ? "-" : ""
    for (offset, digit) in digits.enumerated() {
      if offset > 0, (digits.count - offset) % 3 == 0 { text.append("\u{a0}") }
      text.append(digit)
    }
    return text
  }

  private static func fixed(_ scaled: Int, decimals: Int) -> String {
    var digits = String(abs(scaled))
    while digits.count <= decimals { digits = "0" + digits }
    let cut = digits.index(digits.endIndex, offsetBy: -decimals)
    return (scaled < 0 ? "-" : "") + digits[..<cut] + "," + digits[cut...]
  }
}
