import Journal

/// A sentence with places in braces for what a finding is about: the text of a school's own rule.
///
/// - `{ученик}` and the other names of `Fact`: what the unit is about.
/// - `{column}`: a number of the SELECT; `{column дата}`: its day; `{column момент}`: its second.
/// - `{column: день, дня, дней}`: the number with its noun.
/// - `{внесено from by}`: two columns with an entry interval, in words.
/// - `[…]`: left out where a column in it is NULL.
struct SentenceTemplate: Sendable, Hashable {
  /// Russian, without a full stop.
  struct Fault: Error {
    var problem: String
  }

  /// What every unit of a kind can name, as the file writes it.
  enum Fact: String, CaseIterable {
    case pupil = "ученик"
    case account = "учётная запись"
    case teacher = "учитель"
    case studyClass = "класс"
    case subject = "предмет"
    case period = "период"
    case work = "работа"
    case document = "документ"
    case day = "дата"
    case lesson = "урок"
    case asOf = "контрольная дата"
    case from = "начало периода контроля"
    case to = "конец периода контроля"
  }

  private indirect enum Part: Hashable {
    case text(String)
    case fact(Fact)
    case number(String)
    case date(String)
    case moment(String)
    case count(String, [String])
    case entered(String, String)
    case optional([Part])
  }

  private var parts: [Part] = []

  init(_ text: String) throws(Fault) {
    var rest = Substring(text)
    parts = try Self.parts(&rest, isInBrackets: false)
  }

  /// Those of the SELECT that it names, in order.
  var columns: [String] { Self.columns(parts) }

  func text(_ facts: FindingFacts) -> String { Self.text(parts, facts) }

  // MARK: Reading

  private static func parts(_ rest: inout Substring, isInBrackets: Bool) throws(Fault) -> [Part] {
    var parts: [Part] = []
    while let next = rest.first {
      switch next {
      case "{":
        guard let end = rest.firstIndex(of: "}") else { throw Fault(problem: "фигурная скобка { не закрыта") }
        parts.append(try place(rest[rest.index(after: rest.startIndex)..<end]))
        rest = rest[rest.index(after: end)...]
      case "[":
        guard !isInBrackets else { throw Fault(problem: "квадратная скобка [ внутри другой") }
        rest = rest.dropFirst()
        let optional = try self.parts(&rest, isInBrackets: true)
        guard !columns(optional).isEmpty else {
          throw Fault(problem: "в квадратных скобках нет столбца запроса, от которого зависит, печатать ли их")
        }
        parts.append(.optional(optional))
      case "]":
        guard isInBrackets else { throw Fault(problem: "лишняя квадратная скобка ]") }
        rest = rest.dropFirst()
        return parts
      case "}": throw Fault(problem: "лишняя фигурная скобка }")
      default:
        let end = rest.firstIndex { "{}[]".contains($0) } ?? rest.endIndex
        parts.append(.text(String(rest[..<end])))
        rest = rest[end...]
      }
    }
    guard !isInBrackets else { throw Fault(problem: "квадратная скобка [ не закрыта") }
    return parts
  }

  private static func place(_ text: Substring) throws(Fault) -> Part {
    if let fact = Fact(rawValue: String(text)) { return .fact(fact) }
    if let colon = text.firstIndex(of: ":") {
      let forms = text[text.index(after: colon)...].split(separator: ",").map { $0.trimmed }
      guard forms.count == 3, forms.allSatisfy({ !$0.isEmpty }) else {
        throw Fault(problem: "в «{\(text)}» после двоеточия нужны три слова через запятую: для 1, для 2 и для 5")
      }
      return .count(try column(text[..<colon].trimmed), forms)
    }
    let words = text.split(separator: " ").map(String.init)
    switch (words.count, words.first, words.last) {
    case (3, "внесено", _): return .entered(try column(words[1]), try column(words[2]))
    case (2, _, "дата"): return .date(try column(words[0]))
    case (2, _, "момент"): return .moment(try column(words[0]))
    case (1, let name?, _) where isColumn(name): return .number(name)
    default: throw unknown(text)
    }
  }

  private static func column(_ name: String) throws(Fault) -> String {
    guard isColumn(name) else { throw Fault(problem: "«\(name)» — не столбец запроса: их называют латиницей") }
    return name
  }

  private static func isColumn(_ name: String) -> Bool {
    !name.isEmpty
      && name.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) || $0 == UInt8(ascii: "_") }
  }

  private static func unknown(_ text: Substring) -> Fault {
    let names = Fact.allCases.map(\.rawValue)
    let nearest = NearestText.nearest(String(text), of: names, count: 1) { $0 }.joined()
    return Fault(
      problem:
        "неизвестное «{\(text)}», ближе всего «{\(nearest)}»; есть: \(names.joined(separator: ", ")) и столбцы запроса")
  }

  private static func columns(_ parts: [Part]) -> [String] {
    parts.flatMap { part -> [String] in
      switch part {
      case .text, .fact: []
      case .number(let column), .date(let column), .moment(let column), .count(let column, _): [column]
      case .entered(let from, let by): [from, by]
      case .optional(let parts): columns(parts)
      }
    }
  }

  // MARK: Telling

  private static func text(_ parts: [Part], _ facts: FindingFacts) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .fact(let fact): facts.text(fact)
      case .number(let column): facts.evidence[column].map { String($0) } ?? nothing
      case .date(let column): facts.evidence[column].flatMap(day)?.russian ?? nothing
      case .moment(let column): facts.evidence[column].flatMap(moment)?.russian ?? nothing
      case .count(let column, let forms):
        facts.evidence[column].map { count in
          "\(count) \(RussianCount.form(Int(count.magnitude % 100), forms[0], forms[1], forms[2]))"
        } ?? nothing
      case .entered(let from, let by):
        [from, by].allSatisfy { facts.evidence[$0].map { moment($0) != nil } ?? true }
          ? facts.dayOrInterval(from, by) ?? nothing : nothing
      case .optional(let parts):
        columns(parts).allSatisfy { facts.evidence[$0] != nil } ? text(parts, facts) : ""
      }
    }.joined()
  }

  private static let nothing = "—"

  /// Nil for what is no day of this century: the SELECT is the school's.
  private static func day(_ value: Int64) -> CivilDate? {
    (0...75_000).contains(value) ? CivilDate(days: Int32(value)) : nil
  }

  private static func moment(_ value: Int64) -> LocalMoment? {
    (0...75_000 * 86_400).contains(value) ? LocalMoment(seconds: value) : nil
  }
}

extension FindingFacts {
  fileprivate func text(_ fact: SentenceTemplate.Fact) -> String {
    switch fact {
    case .pupil: pupilName
    case .account: accountName
    case .teacher: teacherName
    case .studyClass: className
    case .subject: subjectName
    case .period: periodName
    case .work: workText
    case .document: itemName
    case .day: dayText
    case .lesson: lessonText
    case .asOf: asOf.russian
    case .from: window.from.russian
    case .to: window.to.russian
    }
  }
}

extension StringProtocol {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
