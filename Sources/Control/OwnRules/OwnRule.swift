import Journal

/// A school's own rule as its file has it: the same parts as a built-in one, with texts where that has code.
public struct OwnRule: Sendable {
  /// The file it was read from.
  public var file: String
  public var id = ""
  public var version = 1
  public var title = ""
  public var demand = ""
  public var clause = ""
  public var direction: Direction?
  public var severity: Severity?
  public var unit: UnitKind?
  public var units = ""
  public var norms: [Norm] = []
  public var peopleLabel: String?
  public var why = ""
  public var blindSpots = ""
  public var canBeMended: Bool?
  /// Each as `select` and what is told where it gives no row.
  public var requirements: [Requirement] = []
  public var reasons: [UndeterminedReason] = []
  public var reads: [PreparedUnits] = []
  public var seeks: [FactKind] = []
  public var select = ""
  public var sentence = ""
  public var mend = ""
  public var examples: [RuleExample] = []

  public init(file: String) {
    self.file = file
  }

  /// The rule, if its card is whole; the SELECT itself is tried by the examples.
  public func rule() throws(OwnRuleFault) -> Rule {
    try validateNames()
    try validateTexts()
    try validateNumbers()
    try validateExamples()
    guard let direction else { throw Self.missing("direction", "раздел отчёта") }
    guard let severity else { throw Self.missing("severity", "важность") }
    guard let unit else { throw Self.missing("unit", "что проверяется") }
    guard let canBeMended else { throw Self.missing("canBeMended", "можно ли устранить: true или false") }
    if canBeMended == mend.isEmpty {
      throw OwnRuleFault(
        "mend",
        canBeMended
          ? "нет текста mend: что сделать, чтобы устранить"
          : "устранить нельзя (canBeMended: false), а mend говорит, как")
    }
    let sentence = try template("sentence", sentence)
    let mend = try template("mend", mend)
    var requirements: [Requirement] = []
    for requirement in self.requirements {
      requirements.append(
        Requirement(select: try OwnRuleSQL.expanded(requirement.select, of: id), otherwise: requirement.otherwise))
    }
    return Rule(
      id: id, version: version, title: title, demand: demand, clause: clause, direction: direction, severity: severity,
      unit: unit, units: units, norms: norms, peopleLabel: peopleLabel, why: why, blindSpots: blindSpots,
      canBeMended: canBeMended, requirements: requirements, reasons: reasons, reads: reads, seeks: seeks,
      select: try OwnRuleSQL.expanded(select, of: id), sentence: { sentence.text($0) }, mend: { mend.text($0) },
      examples: examples, file: file, evidence: sentence.columns + mend.columns)
  }

  private static func missing(_ part: String, _ what: String) -> OwnRuleFault {
    OwnRuleFault(part, "нет \(part): \(what)")
  }

  private func template(_ part: String, _ text: String) throws(OwnRuleFault) -> SentenceTemplate {
    do {
      return try SentenceTemplate(text)
    } catch {
      throw OwnRuleFault(part, error.problem)
    }
  }

  private func validateNames() throws(OwnRuleFault) {
    guard !id.isEmpty else { throw Self.missing("id", "имя правила латиницей") }
    guard Self.isName(id, joinedBy: "-"), id.utf8.count <= 60 else {
      throw OwnRuleFault("id", "имя «\(id)» не годится: нужны строчные латинские буквы и цифры, между ними дефис")
    }
    guard RuleBook.builtIn.named(id) == nil else {
      throw OwnRuleFault("id", "имя «\(id)» занято встроенным правилом; дайте другое")
    }
    for norm in norms {
      guard Self.isName(norm.name, joinedBy: "_"), CheckWindow.parameterNames.allSatisfy({ $0 != norm.name }) else {
        throw OwnRuleFault(
          "norms", "название нормы «\(norm.name)» не годится: нужны строчные латинские буквы, цифры и _, и не занятые")
      }
      guard norms.count(where: { $0.name == norm.name }) == 1 else {
        throw OwnRuleFault("norms", "две нормы с одним названием «\(norm.name)»")
      }
    }
  }

  private static func isName(_ text: String, joinedBy joint: Character) -> Bool {
    let parts = text.split(separator: joint, omittingEmptySubsequences: false)
    return parts.allSatisfy { part in
      !part.isEmpty && part.utf8.allSatisfy { (97...122).contains($0) || (48...57).contains($0) }
    } && !(text.utf8.first.map { (48...57).contains($0) } ?? true)
  }

  private func validateTexts() throws(OwnRuleFault) {
    for (part, text, what) in [
      ("title", title, "что не так, где нарушено"), ("demand", demand, "что должно быть"),
      ("clause", clause, "пункт Положения или локального акта"),
      ("units", units, "что считается, в родительном падеже: «уроков»"), ("why", why, "зачем это правило"),
      ("blindSpots", blindSpots, "чего правило не видит"), ("select", select, "запрос SELECT"),
      ("sentence", sentence, "чем сказано замечание"),
    ] where text.allSatisfy(\.isWhitespace) {
      throw Self.missing(part, what)
    }
    guard sentence.hasSuffix(".") else { throw OwnRuleFault("sentence", "в конце предложения нет точки") }
  }

  private func validateNumbers() throws(OwnRuleFault) {
    guard (1...1_000_000).contains(version) else { throw OwnRuleFault("version", "номер версии — целое число от 1") }
    for norm in norms {
      guard norm.phrase.count(where: { $0 == "%" }) == 1 else {
        throw OwnRuleFault("norms", "в описании нормы «\(norm.name)» нужен один знак % на месте числа")
      }
      guard norm.bounds.contains(norm.standard) else {
        throw OwnRuleFault(
          "norms",
          "обычное значение нормы «\(norm.name)» (\(norm.standard)) вне её границ: от \(norm.bounds.lowerBound) до \(norm.bounds.upperBound)"
        )
      }
    }
    for reason in reasons where reasons.count(where: { $0.code == reason.code }) > 1 {
      throw OwnRuleFault("reasons", "две причины с одним номером \(reason.code)")
    }
  }

  private func validateExamples() throws(OwnRuleFault) {
    let outcomes = Set(examples.map(\.outcome))
    guard outcomes.contains(.broken) else { throw OwnRuleFault("examples", "ни один пример не нарушает правило") }
    guard outcomes.contains(.kept) else { throw OwnRuleFault("examples", "ни один пример не соблюдает правило") }
    guard reasons.isEmpty || outcomes.contains(.undetermined) else {
      throw OwnRuleFault("examples", "названы причины (reasons), а примера, где данных недостаточно, нет")
    }
  }
}
